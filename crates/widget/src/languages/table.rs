//! The texts of a language, read from its file: a JSON object of keys, each with a text or, where it counts something, with one for each
//! plural category (CLDR).

use std::fmt;

use vestibule_protocol::json::{self, JsonError, Value};

use crate::words::{Key, Language, Words};

/// The most that is read of a file, in bytes.
const MAX_BYTES: usize = 256 << 10;

/// Languages that are written from right to left, without their regions.
const RIGHT_TO_LEFT: [&str; 7] = ["ar", "ckb", "dv", "fa", "he", "ps", "ur"];

/// A plural category (CLDR).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are CLDR's")]
pub enum Category {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Category {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Zero,
        Self::One,
        Self::Two,
        Self::Few,
        Self::Many,
        Self::Other,
    ];

    /// Its name in a file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }

    /// The category of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.name() == name)
    }
}

/// Which category a count has in a language.
pub type Plural = fn(language: &str, count: u32) -> Category;

/// Why a file is no language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageError(JsonError);

impl fmt::Display for LanguageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for LanguageError {}

/// A text, or its forms.
enum Message {
    Missing,
    One(&'static str),
    Forms([Option<&'static str>; 6]),
}

/// The texts of a language.
pub struct Table {
    lang: &'static str,
    messages: Vec<Message>,
    plural: Plural,
    /// What says the texts that are missing here.
    below: Language,
}

impl Table {
    /// Reads a file, and says what it lacks. Its texts stay for as long as the page does.
    ///
    /// # Errors
    ///
    /// It is no JSON object.
    pub fn parse(lang: &str, text: &str, plural: Plural) -> Result<(Self, Vec<Key>), LanguageError> {
        let members = json::object(text.as_bytes(), MAX_BYTES).map_err(LanguageError)?;
        let mut missing = Vec::new();
        let messages = Key::ALL.iter().map(|key| {
            let message = message(members.get(key.name()));
            if matches!(message, Message::Missing) {
                missing.push(*key);
            }
            message
        });
        let table = Self {
            lang: kept(lang),
            messages: messages.collect(),
            plural,
            below: Language::default(),
        };
        Ok((table, missing))
    }

    /// The same, with what it lacks said by another language in place of English.
    #[must_use]
    pub fn over(self, below: Language) -> Self {
        Self { below, ..self }
    }

    /// The language of these texts, for the rest of the page's life.
    #[must_use]
    pub fn leak(self) -> Language {
        Language::new(Box::leak(Box::new(self)))
    }
}

impl Words for Table {
    fn lang(&self) -> &'static str {
        self.lang
    }

    fn is_right_to_left(&self) -> bool {
        let language = self.lang.split('-').next().unwrap_or_default();
        RIGHT_TO_LEFT.contains(&language)
    }

    fn message(&self, key: Key, count: Option<u32>) -> &'static str {
        match (self.messages.get(key as usize), count) {
            (Some(Message::One(text)), _) => text,
            (Some(Message::Forms(forms)), count) => {
                let category = (self.plural)(self.lang, count.unwrap_or_default());
                let form = forms[category as usize].or(forms[Category::Other as usize]);
                form.unwrap_or_else(|| self.below.message(key, count))
            }
            (Some(Message::Missing) | None, count) => self.below.message(key, count),
        }
    }
}

fn message(value: Option<&Value>) -> Message {
    match value {
        Some(Value::String(text)) if !text.is_empty() => Message::One(kept(text)),
        Some(Value::Object(forms)) => Message::Forms(
            Category::ALL.map(|category| forms.get(category.name()).and_then(Value::as_str).map(kept)),
        ),
        _ => Message::Missing,
    }
}

fn kept(text: &str) -> &'static str {
    Box::leak(text.into())
}
