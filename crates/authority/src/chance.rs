//! Chance: a parameter, so that a test can repeat what happened.

use std::sync::{Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::rngs::StdRng;
use rand::{Rng as _, RngCore as _, SeedableRng as _};

use crate::secret::Secret;

/// A source of unpredictable bytes.
pub struct Chance(Mutex<StdRng>);

impl Chance {
    /// Seeded by the operating system.
    #[must_use]
    pub fn from_entropy() -> Self {
        Self(Mutex::new(StdRng::from_entropy()))
    }

    /// The same sequence for the same seed. For tests.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self(Mutex::new(StdRng::seed_from_u64(seed)))
    }

    /// 32 random bytes in base64url: more than the 128 bits that RFC 6749 section 10.10 asks of a secret.
    #[must_use]
    pub fn secret(&self) -> Secret {
        Secret::new(self.text::<32>())
    }

    /// 16 random bytes in base64url, for names that must be unique but need not be secret.
    #[must_use]
    pub fn name(&self) -> String {
        self.text::<16>()
    }

    /// `count` random decimal digits.
    #[must_use]
    pub fn digits(&self, count: usize) -> Secret {
        self.with(|random| {
            Secret::new(
                (0..count)
                    .map(|_| char::from(random.gen_range(b'0'..=b'9')))
                    .collect(),
            )
        })
    }

    /// `count` random lower-case hexadecimal digits, the form of Auth0's user identifiers.
    #[must_use]
    pub fn hex(&self, count: usize) -> String {
        self.with(|random| {
            (0..count)
                .filter_map(|_| char::from_digit(random.gen_range(0..16), 16))
                .collect()
        })
    }

    /// Lends the generator itself, for making keys and salts.
    pub fn with<T>(&self, work: impl FnOnce(&mut StdRng) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn text<const BYTES: usize>(&self) -> String {
        let mut bytes = [0; BYTES];
        self.with(|random| random.fill_bytes(&mut bytes));
        URL_SAFE_NO_PAD.encode(bytes)
    }
}
