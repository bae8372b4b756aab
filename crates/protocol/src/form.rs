//! `application/x-www-form-urlencoded`, as OAuth uses it (RFC 6749 appendix B), read strictly.

/// Why a text is not form-encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// A `%` without two hexadecimal digits after it.
    #[error("a percent sign without two hexadecimal digits")]
    Escape,
    /// What the escapes spell is not UTF-8.
    #[error("escapes that are not UTF-8")]
    NotUtf8,
}

/// Joins names and values into a query or a body.
#[must_use]
pub fn encode<N: AsRef<str>, V: AsRef<str>>(pairs: &[(N, V)]) -> String {
    let mut text = String::new();
    for (name, value) in pairs {
        if !text.is_empty() {
            text.push('&');
        }
        encode_into(&mut text, name.as_ref());
        text.push('=');
        encode_into(&mut text, value.as_ref());
    }
    text
}

/// One name or value, decoded: `+` is a space.
pub fn decode(text: &str) -> Result<String, FormError> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let high = rest.next().and_then(hex).ok_or(FormError::Escape)?;
                let low = rest.next().and_then(hex).ok_or(FormError::Escape)?;
                high << 4 | low
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).map_err(|_| FormError::NotUtf8)
}

/// The pairs of a query as they stand, undecoded; a pair without `=` has an empty value.
pub(crate) fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> + Clone {
    text.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}

fn encode_into(text: &mut String, word: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in word.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => text.push(byte.into()),
            b' ' => text.push('+'),
            _ => {
                text.push('%');
                text.push(HEX[usize::from(byte >> 4)].into());
                text.push(HEX[usize::from(byte & 15)].into());
            }
        }
    }
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| value.try_into().ok())
}
