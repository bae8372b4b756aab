//! A colour as the screen shows it: eight bits a channel, and how much of it covers what is below.

use std::fmt;

/// An sRGB colour with alpha, in the eight bits a channel that reach the screen.
///
/// Whatever the notation it was read in, it is written as hexadecimal digits, so nothing of the text in the file
/// reaches a style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Red, green, blue.
    pub rgb: [u8; 3],
    /// 255 covers, 0 is not there.
    pub alpha: u8,
}

impl Colour {
    /// Black.
    pub const BLACK: Self = Self {
        rgb: [0; 3],
        alpha: 255,
    };
    /// White.
    pub const WHITE: Self = Self {
        rgb: [255; 3],
        alpha: 255,
    };
    /// Nothing, through which everything is seen.
    pub(crate) const NOTHING: Self = Self {
        rgb: [0; 3],
        alpha: 0,
    };

    /// Reads `#rgb` or `#rrggbb`, both also with alpha; `None` for anything else.
    ///
    /// That is all a page reads: the other notations would cost it 25 KB (brotli).
    #[must_use]
    pub fn parse_hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let long = match digits.len() {
            3 => doubled(number << 4 | 0xf),
            4 => doubled(number),
            6 => number << 8 | 0xff,
            8 => number,
            _ => return None,
        };
        let [red, green, blue, alpha] = long.to_be_bytes();
        Some(Self {
            rgb: [red, green, blue],
            alpha,
        })
    }

    /// Reads what [`Colour::parse_hex`] does, `rgb()`, `hsl()`, `hwb()`, `lab()`, `lch()`, `oklab()` and `oklch()`;
    /// `None` for anything else.
    #[cfg(feature = "toml")]
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        // The parser also takes digits without their mark, and colours relative to another; a file that says `fff`
        // or `rgb(from …)` is more likely to be a mistake.
        if !text.contains('(') || text.contains("from") {
            return Self::parse_hex(text);
        }
        let [red, green, blue, alpha] = csscolorparser::parse(text).ok()?.to_rgba8();
        Some(Self {
            rgb: [red, green, blue],
            alpha,
        })
    }

    /// Whether nothing shows through.
    #[must_use]
    pub const fn covers(self) -> bool {
        self.alpha == 255
    }

    /// What is seen where this lies on an opaque `below`.
    #[must_use]
    pub fn over(self, below: Self) -> Self {
        let cover = f64::from(self.alpha) / 255.0;
        let channel = |at: usize| blend(self.rgb[at], below.rgb[at], cover);
        Self {
            rgb: [channel(0), channel(1), channel(2)],
            alpha: 255,
        }
    }

    /// What `color-mix(in srgb, self SHARE%, other)` gives (CSS Color 5, section 2: alpha premultiplied).
    #[must_use]
    pub fn mix(self, share: u8, other: Self) -> Self {
        let mine = f64::from(share) / 100.0 * f64::from(self.alpha);
        let theirs = (1.0 - f64::from(share) / 100.0) * f64::from(other.alpha);
        let alpha = mine + theirs;
        if alpha == 0.0 {
            return Self {
                rgb: self.rgb,
                alpha: 0,
            };
        }
        let channel = |at: usize| blend(self.rgb[at], other.rgb[at], mine / alpha);
        Self {
            rgb: [channel(0), channel(1), channel(2)],
            alpha: byte(alpha),
        }
    }

    /// Relative luminance, 0 for black to 1 for white (WCAG 2.2, "relative luminance"). Alpha is not looked at.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.rgb.map(|channel| {
            let part = f64::from(channel) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.rgb;
        match self.alpha {
            255 if self.rgb.iter().all(|channel| channel % 17 == 0) => {
                write!(f, "#{:x}{:x}{:x}", red / 17, green / 17, blue / 17)
            }
            255 => write!(f, "#{red:02x}{green:02x}{blue:02x}"),
            alpha => write!(f, "#{red:02x}{green:02x}{blue:02x}{alpha:02x}"),
        }
    }
}

/// Four digits, each written twice.
fn doubled(digits: u32) -> u32 {
    (0..4).fold(0, |long, at| {
        long | (((digits >> (4 * at)) & 0xf) * 0x11) << (8 * at)
    })
}

fn blend(upper: u8, lower: u8, share: f64) -> u8 {
    byte(f64::from(upper) * share + f64::from(lower) * (1.0 - share))
}

fn byte(value: f64) -> u8 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to what a byte holds"
    )]
    let byte = value.round().clamp(0.0, 255.0) as u8;
    byte
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_notation_is_rewritten_as_hexadecimal_digits() {
        for (read, written) in [
            ("#fff", "#fff"),
            ("#FFFFFF", "#fff"),
            ("#1b1b1f", "#1b1b1f"),
            ("#11223344", "#11223344"),
            ("rgb(255 0 0)", "#f00"),
            ("rgba(255, 0, 0, 0.5)", "#ff000080"),
            ("hsl(120 100% 25%)", "#008000"),
            ("oklch(1 0 0)", "#fff"),
        ] {
            assert_eq!(
                Colour::parse(read).map(|colour| colour.to_string()).as_deref(),
                Some(written),
                "{read}"
            );
        }
    }

    #[test]
    fn what_is_not_a_colour_is_refused() {
        for text in [
            "",
            "fff",
            "#ff",
            "#fffff",
            "red",
            "transparent",
            "currentcolor",
            "var(--x)",
            "#fff;}*{display:none",
            "url(https://a.example/)",
            "rgb(from red r g b)",
            "rgb(1 2",
        ] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn half_black_over_white_is_the_middle_grey() {
        let half = Colour {
            rgb: [0; 3],
            alpha: 128,
        };
        assert_eq!(half.over(Colour::WHITE).rgb, [127; 3]);
        assert_eq!(Colour::BLACK.mix(50, Colour::WHITE).rgb, [128; 3]);
    }

    #[test]
    fn a_colour_mixed_with_nothing_keeps_its_hue_and_loses_cover() {
        let nothing = Colour {
            rgb: [0; 3],
            alpha: 0,
        };
        let red = Colour {
            rgb: [255, 0, 0],
            alpha: 255,
        };
        assert_eq!(
            red.mix(40, nothing),
            Colour {
                rgb: [255, 0, 0],
                alpha: 102
            }
        );
    }
}
