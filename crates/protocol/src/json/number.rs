//! Numbers out of JSON's text: whole ones exactly, others as near as a double comes.

use super::read::{JsonError, Reader};
use super::value::Value;

/// The greatest power of ten that a double is exactly.
const EXACT: i32 = 22;

impl Reader<'_> {
    /// The number here (RFC 8259 section 6).
    pub(super) fn number(&mut self) -> Result<Value, JsonError> {
        let start = self.at;
        self.skip(b"-");
        let whole = self.at;
        let mut sound = self.digits() && (self.at == whole + 1 || self.text.as_bytes()[whole] != b'0');
        if self.skip(b".") {
            sound &= self.digits();
        }
        if self.skip(b"eE") {
            self.skip(b"+-");
            sound &= self.digits();
        }
        let number = self.text.get(start..self.at).filter(|_| sound);
        number.and_then(read).ok_or(JsonError::NotJson)
    }

    fn skip(&mut self, any_of: &[u8]) -> bool {
        let found = self.here().is_some_and(|here| any_of.contains(&here));
        self.at += usize::from(found);
        found
    }

    /// Goes past digits; whether there was one.
    fn digits(&mut self) -> bool {
        let start = self.at;
        while self.skip(b"0123456789") {}
        self.at > start
    }
}

/// The number that this text is, which is known to be one of JSON's (RFC 8259 section 6); nothing beyond a double.
///
/// Up to 15 digits and powers of ten up to 22 it is the nearest double, beyond that one of its neighbours at times.
fn read(text: &str) -> Option<Value> {
    if let Ok(whole) = text.parse() {
        return Some(Value::Whole(whole));
    }
    let (text, negative) = match text.strip_prefix('-') {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let (digits, power) = match text.split_once(['e', 'E']) {
        Some((digits, power)) => (digits, saturating(power)),
        None => (text, 0),
    };
    let (significand, shift) = significand(digits);
    let magnitude = scaled(significand, power.saturating_add(shift));
    let value = if negative { -magnitude } else { magnitude };
    value.is_finite().then_some(Value::Number(value))
}

/// The digits as one whole number, and the power of ten that it is to be taken with.
fn significand(digits: &str) -> (u64, i32) {
    let (mut significand, mut shift, mut fraction) = (0_u64, 0_i32, false);
    for digit in digits.bytes() {
        if digit == b'.' {
            fraction = true;
            continue;
        }
        let longer = significand
            .checked_mul(10)
            .and_then(|tens| tens.checked_add(u64::from(digit - b'0')));
        match longer {
            Some(longer) => {
                significand = longer;
                shift = shift.saturating_sub(i32::from(fraction));
            }
            // More digits than a double can tell apart count for their place only.
            None => shift = shift.saturating_add(i32::from(!fraction)),
        }
    }
    (significand, shift)
}

#[expect(clippy::cast_precision_loss, reason = "as near as a double comes")]
fn scaled(significand: u64, mut power: i32) -> f64 {
    let mut value = significand as f64;
    // Nothing is left to scale of zero, and nothing to say of what is beyond a double.
    while power != 0 && value != 0.0 && value.is_finite() {
        let step = power.clamp(-EXACT, EXACT);
        let factor = (0..step.abs()).fold(1.0, |factor, _| factor * 10.0);
        value = if step > 0 { value * factor } else { value / factor };
        power -= step;
    }
    value
}

/// An exponent; what is beyond all bounds stays there.
fn saturating(power: &str) -> i32 {
    let least = if power.starts_with('-') {
        i32::MIN
    } else {
        i32::MAX
    };
    power.parse().unwrap_or(least)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::json::Value;

    #[test]
    fn whole_numbers_are_exact() {
        for whole in [0, 7, 4_294_967_296, u64::MAX] {
            assert_eq!(read(&whole.to_string()), Some(Value::Whole(whole)));
        }
    }

    #[test]
    fn others_are_what_the_language_reads() {
        for text in [
            "-0",
            "-1",
            "0.5",
            "1e3",
            "1E+3",
            "2.5e-3",
            "52.520008",
            "-73.9857",
            "1700000000.25",
            "18446744073709551616",
            "0.1",
            "1e22",
            "1e-22",
            "123456789012345e7",
            "0e999999999999",
            "5e-9999999999",
            "0.000",
        ] {
            assert_eq!(read(text), Some(Value::Number(text.parse().unwrap())), "{text}");
        }
    }

    #[test]
    fn beyond_fifteen_digits_they_are_a_neighbour_at_most() {
        for text in [
            "0.30000000000000004",
            "3.141592653589793238462643",
            "1.7976931348623157e308",
            "2.2250738585072014e-308",
            "9007199254740993.5",
            "1e300",
            "-1e-300",
        ] {
            let expected: f64 = text.parse().unwrap();
            let Some(Value::Number(read)) = read(text) else {
                panic!("{text}")
            };
            assert!(
                (read - expected).abs() <= expected.abs() * 4e-16,
                "{text}: {read:e}"
            );
        }
    }

    #[test]
    fn what_is_beyond_a_double_is_no_number() {
        for text in ["1e309", "-1e400", "1e99999999999", "123456789e9999"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
