//! A table's row, and what most rows do: put a value of one kind into a field.

use vestibule_protocol::json::Value;

use super::{LockFate, LockImport};
use crate::config::Config;

/// One of Lock's options.
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) take: fn(&Value, &mut LockImport) -> LockFate,
}

pub(super) const fn row(name: &'static str, take: fn(&Value, &mut LockImport) -> LockFate) -> Row {
    Row { name, take }
}

pub(super) const TEXT: &str = "a text";
pub(super) const TRUTH: &str = "true or false";
pub(super) const OBJECT: &str = "an object";
pub(super) const TEXTS: &str = "a list of texts";

/// Puts a truth value into a field.
pub(super) fn truth(
    value: &Value,
    import: &mut LockImport,
    (field, slot): (&'static str, fn(&mut Config) -> &mut bool),
) -> LockFate {
    match value.as_bool() {
        Some(truth) => {
            *slot(&mut import.config) = truth;
            LockFate::Taken(field)
        }
        None => LockFate::WrongType(TRUTH),
    }
}

/// Puts a text into a field.
pub(super) fn text(
    value: &Value,
    import: &mut LockImport,
    (field, slot): (&'static str, fn(&mut Config) -> &mut Option<String>),
) -> LockFate {
    match value.as_str() {
        Some(text) => {
            *slot(&mut import.config) = Some(text.to_owned());
            LockFate::Taken(field)
        }
        None => LockFate::WrongType(TEXT),
    }
}

pub(super) fn elsewhere(what: impl Into<String>) -> LockFate {
    LockFate::Elsewhere(what.into())
}
