//! Reading: capped in size and depth, and an object with a member twice is refused at every level.
//!
//! By hand: with `serde_json` a page is 2 to 3 KB (brotli) larger, most of that a table of powers of ten that no compression makes
//! smaller. The tests hold it against `serde_json`.

use super::value::{Object, Value};
use crate::quoted::Quoted;

/// Objects and arrays inside each other, at most.
pub const MAX_DEPTH: u32 = 32;

/// Members of one object, at most.
pub const MAX_MEMBERS: usize = 4096;

/// Why a text is not acceptable JSON.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JsonError {
    /// Longer than the cap.
    #[error("longer than allowed")]
    TooLarge,
    /// Not UTF-8.
    #[error("not UTF-8")]
    NotUtf8,
    /// Not JSON (RFC 8259); a byte order mark, a lone surrogate and a number beyond a double count as that.
    #[error("not JSON")]
    NotJson,
    /// Nested beyond [`MAX_DEPTH`].
    #[error("nested too deeply")]
    TooDeep,
    /// An object of more than [`MAX_MEMBERS`] members.
    #[error("an object with too many members")]
    TooManyMembers,
    /// Something other than an object.
    #[error("not a JSON object")]
    NotAnObject,
    /// This member is there twice in one object.
    #[error("the member {} is there twice", Quoted(.0))]
    DuplicateMember(String),
}

/// Reads one object and nothing after it.
pub fn object(bytes: &[u8], max_bytes: usize) -> Result<Object, JsonError> {
    match value(bytes, max_bytes)? {
        Value::Object(members) => Ok(members),
        _ => Err(JsonError::NotAnObject),
    }
}

/// Reads one value and nothing after it.
pub(crate) fn value(bytes: &[u8], max_bytes: usize) -> Result<Value, JsonError> {
    if bytes.len() > max_bytes {
        return Err(JsonError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| JsonError::NotUtf8)?;
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0)?;
    match reader.next_sign() {
        None => Ok(value),
        Some(_) => Err(JsonError::NotJson),
    }
}

/// The text, and how far it is read.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
}

impl<'t> Reader<'t> {
    fn value(&mut self, depth: u32) -> Result<Value, JsonError> {
        match self.next_sign() {
            Some(b'{') => self.members(deeper(depth)?),
            Some(b'[') => self.items(deeper(depth)?),
            Some(b'"') => self.string().map(Value::String),
            Some(b't') => self.word("true", Value::Bool(true)),
            Some(b'f') => self.word("false", Value::Bool(false)),
            Some(b'n') => self.word("null", Value::Null),
            _ => self.number(),
        }
    }

    fn items(&mut self, depth: u32) -> Result<Value, JsonError> {
        let mut items = Vec::new();
        while self.more(b']', items.is_empty())? {
            items.push(self.value(depth)?);
        }
        Ok(Value::Array(items))
    }

    fn members(&mut self, depth: u32) -> Result<Value, JsonError> {
        let mut object = Object::default();
        while self.more(b'}', object.is_empty())? {
            if self.next_sign() != Some(b'"') {
                return Err(JsonError::NotJson);
            }
            let name = self.string()?;
            if object.contains_key(&name) {
                return Err(JsonError::DuplicateMember(name.chars().take(64).collect()));
            }
            if object.len() == MAX_MEMBERS {
                return Err(JsonError::TooManyMembers);
            }
            if self.next_sign() != Some(b':') {
                return Err(JsonError::NotJson);
            }
            self.at += 1;
            let value = self.value(depth)?;
            object.push(name, value);
        }
        Ok(Value::Object(object))
    }

    /// Whether another item stands here: goes past the bracket or comma before it, or past the bracket at the end.
    fn more(&mut self, end: u8, first: bool) -> Result<bool, JsonError> {
        if first {
            self.at += 1;
        }
        match self.next_sign() {
            Some(sign) if sign == end => {
                self.at += 1;
                Ok(false)
            }
            Some(_) if first => Ok(true),
            Some(b',') => {
                self.at += 1;
                Ok(true)
            }
            _ => Err(JsonError::NotJson),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, JsonError> {
        if !self.rest().starts_with(word) {
            return Err(JsonError::NotJson);
        }
        self.at += word.len();
        Ok(value)
    }

    /// What comes next after white space; it is not gone past.
    fn next_sign(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.here() {
            self.at += 1;
        }
        self.here()
    }

    pub(super) fn here(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }
}

fn deeper(depth: u32) -> Result<u32, JsonError> {
    if depth == MAX_DEPTH {
        return Err(JsonError::TooDeep);
    }
    Ok(depth + 1)
}
