//! Writing: request bodies and what is stored are objects of texts.

use serde::{Serialize, Serializer};

/// The value of a member that is written.
#[derive(Clone, Copy)]
pub enum Member<'a> {
    /// A text.
    Text(&'a str),
    /// A number.
    Number(u64),
    /// Members in turn.
    Object(&'a [(&'a str, Member<'a>)]),
}

/// An object's text; the names are to be different.
#[must_use]
pub fn write(members: &[(&str, Member<'_>)]) -> String {
    // Texts and numbers under text names: there is nothing in it that JSON cannot say.
    serde_json::to_string(&Member::Object(members)).unwrap_or_default()
}

/// An object's text, of nothing but texts.
pub(crate) fn write_texts(members: &[(&str, &str)]) -> String {
    let members: Vec<_> = members
        .iter()
        .map(|(name, text)| (*name, Member::Text(text)))
        .collect();
    write(&members)
}

impl<'a> Member<'a> {
    /// The members that have a text.
    #[must_use]
    pub fn texts<const N: usize>(all: [(&'a str, Option<&'a str>); N]) -> Vec<(&'a str, Self)> {
        let mut members = Vec::with_capacity(N + 1);
        for (name, text) in all {
            if let Some(text) = text {
                members.push((name, Self::Text(text)));
            }
        }
        members
    }
}

impl Serialize for Member<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_u64(*number),
            Self::Object(members) => serializer.collect_map(members.iter().copied()),
        }
    }
}
