//! Reading: capped in size and depth, and an object with a member twice is refused at every level.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::value::{Object, Value};

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
    #[error("the member {0:?} is there twice")]
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
    let cause = RefCell::new(None);
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = Strict {
        depth: 0,
        cause: &cause,
    }
    .deserialize(&mut reader)
    .and_then(|value| {
        reader.end()?;
        Ok(value)
    });
    match cause.take() {
        Some(cause) => Err(cause),
        None => read.map_err(|_| JsonError::NotJson),
    }
}

/// Builds a value; whatever is in `cause` at the end refuses it. Serde's errors cannot carry it, and to make one brings
/// 1.5 KB of formatting into the page.
#[derive(Clone, Copy)]
struct Strict<'c> {
    depth: u32,
    cause: &'c RefCell<Option<JsonError>>,
}

impl Strict<'_> {
    fn deeper(self) -> Option<Self> {
        if self.depth == MAX_DEPTH {
            self.refuse(JsonError::TooDeep);
            return None;
        }
        Some(Self {
            depth: self.depth + 1,
            ..self
        })
    }

    /// The value in its place is looked at by nobody.
    fn refuse(self, error: JsonError) -> Value {
        self.cause.replace(Some(error));
        Value::Null
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Whole(value))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "no negative number is told apart by its last digits"
    )]
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let Some(inner) = self.deeper() else {
            return Ok(Value::Null);
        };
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inner)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let Some(inner) = self.deeper() else {
            return Ok(Value::Null);
        };
        let mut object = Object::default();
        while let Some(name) = members.next_key::<String>()? {
            if object.contains_key(&name) {
                return Ok(self.refuse(JsonError::DuplicateMember(name.chars().take(64).collect())));
            }
            if object.len() == MAX_MEMBERS {
                return Ok(self.refuse(JsonError::TooManyMembers));
            }
            let value = members.next_value_seed(inner)?;
            object.push(name, value);
        }
        Ok(Value::Object(object))
    }
}
