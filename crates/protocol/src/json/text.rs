//! Strings: escapes are undone, and what is no text is refused (RFC 8259 section 7).

use super::read::{JsonError, Reader};

impl Reader<'_> {
    /// The string that begins with the quotation mark here.
    pub(super) fn string(&mut self) -> Result<String, JsonError> {
        let mut string = String::new();
        loop {
            self.at += 1;
            let rest = self.rest();
            let end = rest
                .bytes()
                .position(|byte| byte < b' ' || byte == b'"' || byte == b'\\');
            let plain = end.and_then(|end| rest.get(..end)).ok_or(JsonError::NotJson)?;
            string.push_str(plain);
            self.at += plain.len();
            match self.here() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(string);
                }
                Some(b'\\') => {
                    self.at += 1;
                    string.push(self.escaped().ok_or(JsonError::NotJson)?);
                }
                _ => return Err(JsonError::NotJson),
            }
        }
    }

    /// The character that an escape stands for; its last sign is not gone past.
    fn escaped(&mut self) -> Option<char> {
        Some(match self.here()? {
            letter @ (b'"' | b'\\' | b'/') => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                if !(0xd800..0xdc00).contains(&unit) {
                    // The second half of a pair by itself is no character.
                    return char::from_u32(unit);
                }
                // Both halves of a pair, or neither.
                if !self.rest().get(1..)?.starts_with("\\u") {
                    return None;
                }
                self.at += 2;
                let low = self.unit()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                char::from_u32(0x1_0000 + ((unit - 0xd800) << 10) + low)?
            }
            _ => return None,
        })
    }

    /// The four digits behind the `u` here; the last of them is not gone past.
    fn unit(&mut self) -> Option<u32> {
        let digits = self.rest().get(1..5)?;
        self.at += 4;
        digits
            .chars()
            .try_fold(0, |unit, digit| Some(unit * 16 + digit.to_digit(16)?))
    }
}
