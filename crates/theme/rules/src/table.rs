//! One table of a theme file while it is read, and what is wrong in it so far.

use crate::tree::{Entry, Value};
use crate::value::{Length, Size};
use crate::{Fault, FaultKind, keys};

/// One table of the file, and what is wrong in it so far.
pub(crate) struct Table<'a> {
    /// Where it stands: `light`, `part.submit.hover`; empty for the top.
    pub(crate) path: String,
    /// The line of its head.
    pub(crate) line: Option<u32>,
    pub(crate) entries: &'a [Entry],
    pub(crate) faults: Vec<Fault>,
}

impl<'a> Table<'a> {
    pub(crate) fn top(entries: &'a [Entry]) -> Self {
        Self {
            path: String::new(),
            line: None,
            entries,
            faults: Vec::new(),
        }
    }

    pub(crate) fn refuse_unknown(&mut self, known: &'static [&'static str]) {
        for entry in self.entries {
            if !known.contains(&entry.key.as_str()) {
                let kind = FaultKind::UnknownKey {
                    nearest: keys::nearest(&entry.key, known),
                    known,
                };
                self.faults.push(self.fault(&entry.key, kind));
            }
        }
    }

    pub(crate) fn entry(&self, key: &str) -> Option<&'a Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.entry(key).is_some()
    }

    /// A table inside; a fault when something else stands there, nothing when the key is not there.
    pub(crate) fn table(&mut self, key: &str, wanted: &'static str) -> Option<Self> {
        let entry = self.entry(key)?;
        match &entry.value {
            Value::Table(entries) => Some(Self {
                path: self.path_of(key),
                line: entry.line,
                entries,
                faults: Vec::new(),
            }),
            other => {
                let kind = FaultKind::WrongKind {
                    found: other.kind(),
                    wanted,
                };
                self.faults.push(self.fault(key, kind));
                None
            }
        }
    }

    pub(crate) fn required<T>(
        &mut self,
        key: &str,
        read: impl Fn(&str) -> Result<T, FaultKind>,
    ) -> Option<T> {
        if !self.has(key) {
            self.faults.push(self.fault(key, FaultKind::Missing));
        }
        self.optional(key, read)
    }

    pub(crate) fn optional<T>(
        &mut self,
        key: &str,
        read: impl Fn(&str) -> Result<T, FaultKind>,
    ) -> Option<T> {
        let result = match &self.entry(key)?.value {
            Value::Text(text) => read(text),
            other => Err(FaultKind::WrongKind {
                found: other.kind(),
                wanted: "a text in quotes",
            }),
        };
        result
            .map_err(|kind| self.faults.push(self.fault(key, kind)))
            .ok()
    }

    pub(crate) fn choice<T>(
        &mut self,
        key: &str,
        parse: fn(&str) -> Option<T>,
        allowed: &'static [&'static str],
    ) -> Option<T> {
        self.optional(key, |text| {
            parse(text).ok_or_else(|| FaultKind::NotOneOf {
                found: text.to_owned(),
                allowed,
            })
        })
    }

    pub(crate) fn length(&mut self, key: &str, limits: &[(&str, u16, u16)]) -> Option<Length> {
        self.sized(key, limits, Length::parse)
    }

    /// A length, or a custom property of the host's with one.
    pub(crate) fn size(&mut self, key: &str, limits: &[(&str, u16, u16)]) -> Option<Size> {
        self.sized(key, limits, Size::parse)
    }

    fn sized<T>(
        &mut self,
        key: &str,
        limits: &[(&str, u16, u16)],
        parse: fn(&str, u16, u16) -> Option<T>,
    ) -> Option<T> {
        let (_, least, most) = *limits.iter().find(|(of, ..)| *of == key)?;
        self.optional(key, |text| {
            parse(text, least, most).ok_or_else(|| FaultKind::NotALength {
                found: text.to_owned(),
                least,
                most,
            })
        })
    }

    /// A fault at a table further down, by its path from the top: on the line of its head, or of the nearest one above it.
    pub(crate) fn fault_at(&self, path: &str, kind: FaultKind) -> Fault {
        let mut entries = self.entries;
        let mut line = None;
        for key in path.split('.') {
            let Some(entry) = entries.iter().find(|entry| entry.key == key) else {
                break;
            };
            line = entry.line.or(line);
            entries = match &entry.value {
                Value::Table(inside) => inside,
                _ => &[],
            };
        }
        Fault {
            line,
            key: path.to_owned(),
            kind,
        }
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }

    /// A fault at a key: on its line, or on the line of its table when the file does not have the key.
    pub(crate) fn fault(&self, key: &str, kind: FaultKind) -> Fault {
        Fault {
            line: self.entry(key).and_then(|entry| entry.line).or(self.line),
            key: self.path_of(key),
            kind,
        }
    }
}
