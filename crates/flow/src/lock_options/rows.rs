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
const OUTDONE: &str = "another option sets the same field, and goes before it";
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
            import.outdo(field);
            *slot(&mut import.config) = Some(text.to_owned());
            LockFate::Taken(field)
        }
        None => LockFate::WrongType(TEXT),
    }
}

impl LockImport {
    /// Says of what was taken for this field before that it counts no more.
    pub(super) fn outdo(&mut self, field: &str) {
        let is_of_it =
            |fate: &LockFate| matches!(fate, LockFate::Taken(of) | LockFate::Changed(of, _) if *of == field);
        for before in self.report.iter_mut().filter(|before| is_of_it(&before.fate)) {
            before.fate = LockFate::Dropped(OUTDONE);
        }
    }
}

/// Nothing of it can be taken, whatever it is, as long as it is what Lock takes.
pub(super) fn of_type(right: bool, expected: &'static str, then: &'static str) -> LockFate {
    if right {
        elsewhere(then)
    } else {
        LockFate::WrongType(expected)
    }
}

pub(super) fn elsewhere(what: impl Into<String>) -> LockFate {
    LockFate::Elsewhere(what.into())
}
