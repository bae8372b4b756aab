//! A theme as it was written, whichever form it was written in: entries with the line each stands on.

/// One `key = value`.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) key: String,
    /// Counted from 1; `None` where the form keeps no lines.
    pub(crate) line: Option<u32>,
    /// Whether the file itself says it, and not the preset that it is laid over.
    pub(crate) own: bool,
    pub(crate) value: Value,
}

#[derive(Debug)]
pub(crate) enum Value {
    Text(String),
    Table(Vec<Entry>),
    /// Something a theme has no use for, by its name.
    Other(&'static str),
}

impl Value {
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "a text",
            Self::Table(_) => "a table",
            Self::Other(kind) => kind,
        }
    }
}

#[cfg(feature = "json")]
pub(crate) use json::parse as parse_json;
#[cfg(feature = "toml")]
pub(crate) use toml::parse as parse_toml;

#[cfg(feature = "json")]
mod json {
    //! JSON, by `serde_json`.

    use serde_json::Value as Json;

    use super::{Entry, Value};
    use crate::{Fault, FaultKind};

    pub(crate) fn parse(text: &str) -> Result<Vec<Entry>, Fault> {
        let broken = |line, detail| Fault {
            line,
            key: String::new(),
            kind: FaultKind::Syntax { detail },
        };
        let json: Json = serde_json::from_str(text)
            .map_err(|error| broken(u32::try_from(error.line()).ok(), error.to_string()))?;
        match value(json) {
            Value::Table(entries) => Ok(entries),
            other => Err(broken(
                None,
                format!("expected an object, found {}", other.kind()),
            )),
        }
    }

    fn value(json: Json) -> Value {
        match json {
            Json::String(text) => Value::Text(text),
            Json::Object(map) => Value::Table(
                map.into_iter()
                    .map(|(key, json)| Entry {
                        key,
                        line: None,
                        own: true,
                        value: value(json),
                    })
                    .collect(),
            ),
            Json::Null => Value::Other("null"),
            Json::Bool(_) => Value::Other("a yes or no"),
            Json::Number(_) => Value::Other("a number"),
            Json::Array(_) => Value::Other("a list"),
        }
    }
}

#[cfg(feature = "toml")]
mod toml {
    //! TOML, by `toml`, whose low-level tables keep where each key stood.

    use toml::de::{DeTable, DeValue};

    use super::{Entry, Value};
    use crate::{Fault, FaultKind};

    pub(crate) fn parse(text: &str) -> Result<Vec<Entry>, Fault> {
        let table = DeTable::parse(text).map_err(|error| Fault {
            line: error.span().map(|span| line(text, span.start)),
            key: String::new(),
            kind: FaultKind::Syntax {
                detail: error.message().to_owned(),
            },
        })?;
        Ok(entries(text, table.get_ref()))
    }

    fn entries(text: &str, table: &DeTable<'_>) -> Vec<Entry> {
        let mut placed: Vec<_> = table.iter().collect();
        placed.sort_by_key(|(key, _)| key.span().start);
        placed
            .into_iter()
            .map(|(key, value)| Entry {
                key: key.get_ref().to_string(),
                line: Some(line(text, key.span().start)),
                own: true,
                value: match value.get_ref() {
                    DeValue::String(string) => Value::Text(string.to_string()),
                    DeValue::Table(table) => Value::Table(entries(text, table)),
                    DeValue::Integer(_) | DeValue::Float(_) => Value::Other("a number"),
                    DeValue::Boolean(_) => Value::Other("a yes or no"),
                    DeValue::Datetime(_) => Value::Other("a date"),
                    DeValue::Array(_) => Value::Other("a list"),
                },
            })
            .collect()
    }

    fn line(text: &str, at: usize) -> u32 {
        let before = text.get(..at).unwrap_or(text);
        u32::try_from(before.matches('\n').count() + 1).unwrap_or(u32::MAX)
    }
}
