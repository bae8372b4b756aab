//! What became of each of Lock's options, as data and as a text.

use std::fmt;

use super::LockImport;
use super::rows::Row;

/// An option and its fate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockOption {
    /// Its name, with the names of those that it stands in: `auth.redirect`.
    pub name: String,
    /// What became of it.
    pub fate: LockFate,
}

/// What became of an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LockFate {
    /// The config has it, in this field.
    Taken(&'static str),
    /// The config has it, in this field, and something is different.
    Changed(&'static str, &'static str),
    /// It is written elsewhere: where, and what.
    Elsewhere(String),
    /// It is left out on purpose.
    Dropped(&'static str),
    /// Lock has no such option; perhaps this one was meant.
    Unknown(Option<&'static str>),
    /// Lock takes something else there: this.
    WrongType(&'static str),
    /// It holds others, which have their own fates.
    Inside,
}

impl fmt::Display for LockFate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken(field) => write!(f, "is `{field}` now"),
            Self::Changed(field, why) => write!(f, "is `{field}` now: {why}"),
            Self::Elsewhere(what) => f.write_str(what),
            Self::Dropped(why) => write!(f, "is left out: {why}"),
            Self::Unknown(None) => f.write_str("is no option of Lock's"),
            Self::Unknown(Some(near)) => write!(f, "is no option of Lock's; was `{near}` meant?"),
            Self::WrongType(what) => write!(f, "takes {what} in Lock; the default stays"),
            Self::Inside => f.write_str("holds others"),
        }
    }
}

impl fmt::Display for LockImport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for LockOption { name, fate } in &self.report {
            writeln!(f, "{name}: {fate}")?;
        }
        match &self.problem {
            Some(problem) => writeln!(f, "The widget refuses this config at its start. {problem}"),
            None => Ok(()),
        }
    }
}

/// The known name that is nearest to one that is not: the fewest letters to change, and no more than a third of them.
pub(super) fn nearest(name: &str, tables: &[&[Row]]) -> Option<&'static str> {
    let known = tables.iter().flat_map(|table| table.iter()).map(|row| row.name);
    let near = known.map(|known| (distance(name, known), known)).min()?;
    (near.0 * 3 <= name.len()).then_some(near.1)
}

/// How many letters are to be changed, added or taken away, whatever their case.
fn distance(one: &str, other: &str) -> usize {
    let other = other.to_ascii_lowercase();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, a) in one.to_ascii_lowercase().bytes().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], at + 1);
        for (to, b) in other.bytes().enumerate() {
            let change = diagonal + usize::from(a != b);
            diagonal = row[to + 1];
            row[to + 1] = change.min(diagonal + 1).min(row[to] + 1);
        }
    }
    row[other.len()]
}
