//! Strict JSON: capped in size and depth, and an object with a member twice is refused at every level.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::error::Broken;

/// Objects and arrays inside each other, at most.
pub const MAX_DEPTH: u32 = 32;

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
    /// Something other than an object.
    #[error("not a JSON object")]
    NotAnObject,
    /// This member is there twice in one object.
    #[error("the member {0:?} is there twice")]
    DuplicateMember(String),
}

/// Reads one object and nothing after it.
pub fn object(bytes: &[u8], max_bytes: usize) -> Result<Map<String, Value>, JsonError> {
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
    read.map_err(|_| cause.take().unwrap_or(JsonError::NotJson))
}

/// A required, non-empty string.
pub(crate) fn string<'a>(members: &'a Map<String, Value>, name: &'static str) -> Result<&'a str, Broken> {
    optional_string(members, name)?.ok_or(Broken::MissingMember(name))
}

/// A non-empty string, if the member is there; `null` counts as absent.
pub(crate) fn optional_string<'a>(
    members: &'a Map<String, Value>,
    name: &'static str,
) -> Result<Option<&'a str>, Broken> {
    match members.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if !text.is_empty() => Ok(Some(text)),
        Some(_) => Err(Broken::WrongType(name)),
    }
}

/// The strings of an array, if the member is there.
pub(crate) fn optional_strings(
    members: &Map<String, Value>,
    name: &'static str,
) -> Result<Option<Vec<String>>, Broken> {
    match members.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Array(items)) => items
            .iter()
            .map(|item| item.as_str().map(str::to_owned).ok_or(Broken::WrongType(name)))
            .collect::<Result<_, _>>()
            .map(Some),
        Some(_) => Err(Broken::WrongType(name)),
    }
}

/// An object of string members, as request bodies are.
pub(crate) fn text_members<'t>(members: impl IntoIterator<Item = (&'t str, &'t str)>) -> Map<String, Value> {
    // One by one: collecting brings in a sort, which is 3 KB of WebAssembly per kind of iterator.
    let mut map = Map::new();
    for (name, text) in members {
        map.insert(name.to_owned(), Value::from(text));
    }
    map
}

/// The text of such an object.
pub(crate) fn write_object(members: &[(&str, &str)]) -> String {
    Value::Object(text_members(members.iter().copied())).to_string()
}

/// Builds a value; what serde's errors cannot carry goes to `cause`.
#[derive(Clone, Copy)]
struct Strict<'c> {
    depth: u32,
    cause: &'c RefCell<Option<JsonError>>,
}

impl Strict<'_> {
    fn deeper<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.depth == MAX_DEPTH {
            return Err(self.refuse(JsonError::TooDeep));
        }
        Ok(Self {
            depth: self.depth + 1,
            ..self
        })
    }

    fn refuse<E: serde::de::Error>(self, error: JsonError) -> E {
        self.cause.replace(Some(error));
        E::custom("")
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
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value)
            .map(Value::Number)
            .ok_or_else(|| E::custom(""))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inner)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut map = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            if map.contains_key(&name) {
                return Err(self.refuse(JsonError::DuplicateMember(name.chars().take(64).collect())));
            }
            let value = members.next_value_seed(inner)?;
            map.insert(name, value);
        }
        Ok(Value::Object(map))
    }
}
