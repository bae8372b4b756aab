//! Values that are not colours, read so that nothing in them can end the CSS declaration they are written into.

use std::fmt;

use crate::Colour;
use crate::notation::Notation;
use crate::tokens::{Fallback, HostColour};

/// A length in pixels or in root ems.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// Thousandths of the unit: reading and writing floating-point numbers weighs more than all of this crate.
    thousandths: u32,
    unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Px,
    Rem,
}

impl Length {
    pub(crate) const fn px(pixels: u16) -> Self {
        Self {
            thousandths: pixels as u32 * 1000,
            unit: Unit::Px,
        }
    }

    /// Reads `8px`, `0.5rem` or `0`, from `least` to `most` pixels (16 of them to a root em).
    pub(crate) fn parse(text: &str, least: u16, most: u16) -> Option<Self> {
        let (number, unit) = match (text.strip_suffix("px"), text.strip_suffix("rem")) {
            (Some(number), _) => (number, Unit::Px),
            (None, Some(number)) => (number, Unit::Rem),
            (None, None) if text == "0" => (text, Unit::Px),
            (None, None) => return None,
        };
        let length = Self {
            thousandths: thousandths(number)?,
            unit,
        };
        (u32::from(least) * 1000..=u32::from(most) * 1000)
            .contains(&length.pixels())
            .then_some(length)
    }

    /// So many hundredths of it.
    pub(crate) const fn hundredths(self, of: u32) -> Self {
        Self {
            thousandths: self.thousandths * of / 100,
            unit: self.unit,
        }
    }

    /// Thousandths of a pixel.
    const fn pixels(self) -> u32 {
        match self.unit {
            Unit::Px => self.thousandths,
            Unit::Rem => self.thousandths * 16,
        }
    }
}

/// A length, or the host's own where it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Size {
    length: Length,
    host: Option<String>,
}

impl Size {
    pub(crate) const fn of(length: Length) -> Self {
        Self { length, host: None }
    }

    /// Reads what [`Length::parse`] does, or `var(--radius, 8px)`.
    pub(crate) fn parse(text: &str, least: u16, most: u16) -> Option<Self> {
        let (host, length) = match host_property(text) {
            Some((host, length)) => (Some(host.to_owned()), length),
            None => (None, text),
        };
        Length::parse(length, least, most).map(|length| Self { length, host })
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.host {
            Some(host) => write!(f, "var({host},{})", self.length),
            None => self.length.fmt(f),
        }
    }
}

/// The name and the fallback of `var(--name, fallback)`.
fn host_property(text: &str) -> Option<(&str, &str)> {
    let (name, fallback) = text.strip_prefix("var(")?.strip_suffix(')')?.split_once(',')?;
    let name = name.trim_ascii();
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let is_name = name.starts_with("--") && (3..=64).contains(&name.len()) && name.bytes().all(plain);
    is_name.then(|| (name, fallback.trim_ascii()))
}

/// Reads `var(--name, COLOUR)`, or `hsl(var(--name, 222 47% 11%))` where the host's property holds the three numbers only.
pub(crate) fn host_colour(text: &str, notation: Notation) -> Option<(Colour, HostColour)> {
    if let Some(inside) = text.strip_prefix("hsl(").and_then(|rest| rest.strip_suffix(')')) {
        let (name, numbers) = host_property(inside)?;
        let plain = |byte: u8| byte.is_ascii_digit() || matches!(byte, b' ' | b'.' | b'%');
        let colour = notation
            .read(&format!("hsl({numbers})"))
            .filter(|_| numbers.bytes().all(plain))?;
        return Some((colour, host(name, Fallback::Hsl(numbers.to_owned()))));
    }
    let (name, fallback) = host_property(text)?;
    let colour = notation.read(fallback)?;
    Some((colour, host(name, Fallback::Colour(colour))))
}

fn host(name: &str, fallback: Fallback) -> HostColour {
    HostColour {
        property: name.to_owned(),
        fallback,
    }
}

/// Classes for an element, as a host writes them.
pub(crate) fn classes(text: &str) -> Option<String> {
    let plain = |byte: u8| byte.is_ascii_graphic() && !b"\"'<>\\`{};&".contains(&byte);
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    let taken = !words.is_empty() && text.len() <= 400 && words.iter().all(|word| word.bytes().all(plain));
    taken.then(|| words.join(" "))
}

/// Reads up to four digits, and up to three more after a point.
fn thousandths(number: &str) -> Option<u32> {
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let digits =
        |text: &str, most| (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole, 4) || !digits(part, 3) {
        return None;
    }
    let scale = [100, 10, 1][part.len() - 1];
    Some(whole.parse::<u32>().ok()? * 1000 + part.parse::<u32>().ok()? * scale)
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.thousandths / 1000, self.thousandths % 1000);
        write!(f, "{whole}")?;
        if part > 0 {
            write!(f, ".{}", format!("{part:03}").trim_end_matches('0'))?;
        }
        f.write_str(match self.unit {
            Unit::Px => "px",
            Unit::Rem => "rem",
        })
    }
}

/// The families of `font-family`, written anew with quotes where they need them; `None` when it is not such a list.
/// `inherit` gives `initial`, the value of a custom property that lets the widget's own fallback, the host's font, in.
pub(crate) fn font(text: &str) -> Option<String> {
    if text.trim_ascii() == "inherit" {
        return Some("initial".to_owned());
    }
    let families: Option<Vec<String>> = text.split(',').map(family).collect();
    families.map(|families| families.join(","))
}

fn family(text: &str) -> Option<String> {
    let text = text.trim_ascii();
    let quoted = ['"', '\'']
        .into_iter()
        .find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote));
    let name = quoted.unwrap_or(text);
    let plain =
        |char: char| !char.is_ascii() || char.is_ascii_alphanumeric() || matches!(char, ' ' | '-' | '_');
    if name.is_empty() || name.len() > 64 || !name.chars().all(plain) {
        return None;
    }
    // A generic family must stay without quotes, and none of them has a space or a capital. Dashes alone are no word.
    let word = name.strip_prefix('-').unwrap_or(name);
    let keyword = quoted.is_none()
        && word.starts_with(|first: char| first.is_ascii_lowercase())
        && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let cascading = ["inherit", "initial", "unset", "revert", "revert-layer", "default"].contains(&name);
    match (keyword, cascading) {
        (true, true) => None,
        (true, false) => Some(name.to_owned()),
        (false, _) => Some(format!("\"{name}\"")),
    }
}

/// Whether a logo may have this address: https, a path on the host's own origin, or an image in the address itself.
pub(crate) fn logo(address: &str) -> bool {
    let plain = address
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && !b"\"'<>\\`(){};".contains(&byte));
    let lower = address.to_ascii_lowercase();
    let data = ["svg+xml", "png", "webp", "avif", "gif", "jpeg"]
        .iter()
        .any(|kind| {
            lower
                .strip_prefix("data:image/")
                .and_then(|rest| rest.strip_prefix(kind))
                .is_some_and(|rest| rest.starts_with([',', ';']))
        });
    let https = lower
        .strip_prefix("https://")
        .is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
    // A colon before the first slash would be a scheme, two slashes at the start another host.
    let first = lower.split(['/', '?', '#']).next().unwrap_or("");
    let path = !lower.is_empty() && !lower.starts_with("//") && !first.contains(':');
    // An address with its data inside has semicolons of its own: `data:image/png;base64,…`.
    let plain_data = || {
        address
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && !b"\"'<>\\`".contains(&byte))
    };
    (data && plain_data()) || (plain && (https || path))
}

/// Whether this is a name for a theme: it may end up in an attribute, a file name or an address.
pub(crate) fn name(text: &str) -> bool {
    (1..=32).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_a_number_with_a_unit_within_its_bounds() {
        for (read, written) in [
            ("8px", "8px"),
            ("0.5rem", "0.5rem"),
            ("0", "0px"),
            ("12.50px", "12.5px"),
            ("0.125rem", "0.125rem"),
            ("1.05px", "1.05px"),
        ] {
            assert_eq!(
                Length::parse(read, 0, 32).map(|l| l.to_string()).as_deref(),
                Some(written),
                "{read}"
            );
        }
        for refused in [
            "8",
            "px",
            "-1px",
            "33px",
            "3rem",
            "1e9px",
            "8 px",
            "NaNpx",
            "8px;color:red",
            "calc(1px)",
            "1.2.3px",
            ".5px",
            "1.px",
            "1.2345px",
        ] {
            assert_eq!(Length::parse(refused, 0, 32), None, "{refused}");
        }
    }

    #[test]
    fn a_font_is_written_with_quotes_unless_it_is_generic() {
        for (read, written) in [
            ("inherit", "initial"),
            ("system-ui, sans-serif", "system-ui,sans-serif"),
            (
                "'Inter', \"IBM Plex Sans\", Segoe UI, serif",
                "\"Inter\",\"IBM Plex Sans\",\"Segoe UI\",serif",
            ),
            ("-, --x, -apple-system", "\"-\",\"--x\",-apple-system"),
        ] {
            assert_eq!(font(read).as_deref(), Some(written), "{read}");
        }
        for refused in [
            "",
            ",",
            "a;b",
            "Inter}",
            "url(x)",
            "\"In\\\"ter\"",
            "x, inherit",
            "'open",
            "a/*b*/",
        ] {
            assert_eq!(font(refused), None, "{refused}");
        }
    }

    #[test]
    fn a_logo_comes_from_https_the_host_or_the_address_itself() {
        for taken in [
            "https://cdn.example.com/logo.svg",
            "/logo.svg",
            "logo.svg",
            "./a/b.png?v=2",
            "data:image/png;base64,iVBORw0KGgo=",
            "data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22/%3E",
        ] {
            assert!(logo(taken), "{taken}");
        }
        for refused in [
            "",
            "http://example.com/logo.svg",
            "//example.com/logo.svg",
            "https://",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "data:image/svgz,x",
            "blob:x",
            "a b.svg",
            "a\".svg",
            "\\\\host\\logo.svg",
        ] {
            assert!(!logo(refused), "{refused}");
        }
    }
}
