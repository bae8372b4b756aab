//! Members by name, of the type that the caller needs.

use super::value::{Object, Value};
use crate::error::Broken;

/// A required, non-empty string.
pub(crate) fn string<'a>(members: &'a Object, name: &'static str) -> Result<&'a str, Broken> {
    optional_string(members, name)?.ok_or(Broken::MissingMember(name))
}

/// A non-empty string, if the member is there; `null` counts as absent.
pub(crate) fn optional_string<'a>(
    members: &'a Object,
    name: &'static str,
) -> Result<Option<&'a str>, Broken> {
    match members.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if !text.is_empty() => Ok(Some(text)),
        Some(_) => Err(Broken::WrongType(name)),
    }
}

/// The strings of an array, if the member is there.
pub(crate) fn optional_strings(members: &Object, name: &'static str) -> Result<Option<Vec<String>>, Broken> {
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

/// A whole number, which servers write as a number or as a string.
pub(crate) fn whole_number(value: &Value) -> Option<u32> {
    match value {
        Value::String(digits) => digits.parse().ok(),
        value => value.as_u64().and_then(|number| number.try_into().ok()),
    }
}
