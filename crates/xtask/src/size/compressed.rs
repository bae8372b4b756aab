//! How many bytes a file is, as it lies and as it travels.

use std::{
    io::{Cursor, Write},
    iter::Sum,
    ops::Add,
};

use flate2::{Compression, write::GzEncoder};

/// Sizes in bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sizes {
    pub raw: u64,
    /// By gzip at level 9.
    pub gzip: u64,
    /// By brotli at quality 11 with the largest window that browsers accept.
    pub brotli: u64,
}

impl Sizes {
    /// Compresses the content to see.
    pub fn of(content: &[u8]) -> Self {
        Self {
            raw: content.len() as u64,
            gzip: gzip(content),
            brotli: brotli(content),
        }
    }
}

impl Add for Sizes {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            raw: self.raw + other.raw,
            gzip: self.gzip + other.gzip,
            brotli: self.brotli + other.brotli,
        }
    }
}

impl Sum for Sizes {
    fn sum<I: Iterator<Item = Self>>(sizes: I) -> Self {
        sizes.fold(Self::default(), Add::add)
    }
}

fn gzip(content: &[u8]) -> u64 {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(content).and_then(|()| encoder.finish());
    written.expect("writing to memory does not fail").len() as u64
}

fn brotli(content: &[u8]) -> u64 {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        ..brotli::enc::BrotliEncoderParams::default()
    };
    brotli::BrotliCompress(&mut Cursor::new(content), &mut out, &parameters)
        .expect("writing to memory does not fail");
    out.len() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetition_compresses_and_the_raw_size_is_the_length() {
        let sizes = Sizes::of(&b"vestibule ".repeat(1000));
        assert_eq!(sizes.raw, 10_000);
        assert!(sizes.gzip < 200 && sizes.brotli < sizes.gzip, "{sizes:?}");
    }
}
