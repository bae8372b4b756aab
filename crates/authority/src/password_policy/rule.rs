//! One rule of a password policy and the verdict on one password.

use super::runs::{longest_run, longest_sequence};
use crate::config::CharacterType;

/// How many of the four classes `good` and `excellent` ask for.
const CLASSES_NEEDED: usize = 3;

/// How often a character may stand in a row, and how many may follow each other in their order.
const IN_A_ROW: usize = 2;

/// A rule with its verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// What it asks.
    pub kind: RuleKind,
    /// Whether the password keeps it.
    pub kept: bool,
    /// The rules it consists of.
    pub items: Vec<Rule>,
}

/// What a rule asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleKind {
    /// At least one character.
    NonEmpty,
    /// At least so many characters.
    LengthAtLeast(usize),
    /// At most so many bytes.
    MaxLength(usize),
    /// All of these classes.
    ShouldContain(Vec<CharacterType>),
    /// Three of the four classes.
    ContainsAtLeast,
    /// No character more than twice in a row.
    IdenticalChars,
    /// No more than two letters or digits that follow each other, upwards or downwards.
    SequentialChars,
    /// One character of a class.
    Contains(CharacterType),
}

impl Rule {
    /// Holds `password` against a rule.
    #[must_use]
    pub(super) fn judge(kind: RuleKind, password: &str) -> Self {
        let items: Vec<Self> = kind
            .items()
            .iter()
            .map(|class| Self::judge(RuleKind::Contains(*class), password))
            .collect();
        let kept_items = items.iter().filter(|item| item.kept).count();
        let kept = match &kind {
            RuleKind::NonEmpty => !password.is_empty(),
            RuleKind::LengthAtLeast(least) => password.chars().count() >= *least,
            RuleKind::MaxLength(most) => password.len() <= *most,
            RuleKind::ShouldContain(_) => kept_items == items.len(),
            RuleKind::ContainsAtLeast => kept_items >= CLASSES_NEEDED,
            RuleKind::IdenticalChars => longest_run(password) <= IN_A_ROW,
            RuleKind::SequentialChars => longest_sequence(password) <= IN_A_ROW,
            RuleKind::Contains(class) => password.chars().any(|char| belongs(char, *class)),
        };
        Self { kind, kept, items }
    }

    /// What the rule asks, as a phrase without full stop.
    #[must_use]
    pub fn phrase(&self) -> String {
        let values = self.kind.format();
        let mut phrase = self.kind.template().to_owned();
        for value in values {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let place = if value.is_string() { "%s" } else { "%d" };
            phrase = phrase.replacen(place, &text, 1);
        }
        phrase
    }
}

impl RuleKind {
    fn items(&self) -> &[CharacterType] {
        match self {
            Self::ShouldContain(classes) => classes,
            Self::ContainsAtLeast => &CharacterType::ALL,
            _ => &[],
        }
    }

    /// Its name on the wire.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::NonEmpty => "nonEmpty",
            Self::LengthAtLeast(_) => "lengthAtLeast",
            Self::MaxLength(_) => "maxLength",
            Self::ShouldContain(_) => "shouldContain",
            Self::ContainsAtLeast => "containsAtLeast",
            Self::IdenticalChars => "identicalChars",
            Self::SequentialChars => "sequentialChars",
            Self::Contains(CharacterType::Lowercase) => "lowerCase",
            Self::Contains(CharacterType::Uppercase) => "upperCase",
            Self::Contains(CharacterType::Number) => "numbers",
            Self::Contains(CharacterType::Special) => "specialCharacters",
        }
    }

    /// Its message on the wire, with `%d` and `%s` where the format goes.
    pub(super) fn template(&self) -> &'static str {
        match self {
            Self::NonEmpty => "At least one character",
            Self::LengthAtLeast(_) => "At least %d characters",
            Self::MaxLength(_) => "No more than %d bytes",
            Self::ShouldContain(_) => "All of these kinds of character:",
            Self::ContainsAtLeast => "At least %d of these %d kinds of character:",
            Self::IdenticalChars => "No more than %d identical characters in a row, such as %s",
            Self::SequentialChars => "No more than %d letters or digits in their order, such as %s",
            Self::Contains(CharacterType::Lowercase) => "Lower-case letters (a-z)",
            Self::Contains(CharacterType::Uppercase) => "Upper-case letters (A-Z)",
            Self::Contains(CharacterType::Number) => "Digits (0-9)",
            Self::Contains(CharacterType::Special) => "Special characters (such as !@#$%^&*)",
        }
    }

    /// The values for the template's places.
    pub(super) fn format(&self) -> Vec<serde_json::Value> {
        match self {
            Self::LengthAtLeast(length) | Self::MaxLength(length) => vec![(*length).into()],
            Self::ContainsAtLeast => vec![CLASSES_NEEDED.into(), CharacterType::ALL.len().into()],
            Self::IdenticalChars => vec![IN_A_ROW.into(), "aaa".into()],
            Self::SequentialChars => vec![IN_A_ROW.into(), "abc".into()],
            _ => Vec::new(),
        }
    }
}

fn belongs(char: char, class: CharacterType) -> bool {
    match class {
        CharacterType::Lowercase => char.is_ascii_lowercase(),
        CharacterType::Uppercase => char.is_ascii_uppercase(),
        CharacterType::Number => char.is_ascii_digit(),
        CharacterType::Special => char == ' ' || char.is_ascii_punctuation(),
    }
}
