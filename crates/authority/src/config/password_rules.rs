//! What a database connection asks of passwords.

use serde::Deserialize;

/// Auth0's names for password policies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PasswordPolicy {
    /// One character.
    None,
    /// Six characters.
    Low,
    /// Eight, with lower case, upper case and a digit.
    Fair,
    /// Eight, with three of four classes.
    Good,
    /// Ten, with three of four classes and no character three times running.
    Excellent,
}

impl PasswordPolicy {
    /// Its name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Low => "low",
            Self::Fair => "fair",
            Self::Good => "good",
            Self::Excellent => "excellent",
        }
    }
}

/// Auth0's newer way to say what a password needs, which stands in the place of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Complexity {
    /// The least length in characters, 1 to 72; left out, the policy's.
    #[serde(default)]
    pub min_length: Option<usize>,
    /// The classes of character that are asked for.
    #[serde(default)]
    pub character_types: Vec<CharacterType>,
    /// Whether all of them are, or three of the four.
    #[serde(default)]
    pub character_type_rule: CharacterTypeRule,
    /// Whether a character may stand more than twice in a row.
    #[serde(default)]
    pub identical_characters: Allowance,
    /// Whether more than two letters or digits may follow each other as in `abc` or `321`.
    #[serde(default)]
    pub sequential_characters: Allowance,
    /// What becomes of a password of more than 72 bytes.
    #[serde(default)]
    pub max_length_exceeded: Excess,
}

impl Complexity {
    /// Whether it says more than a length, and so replaces the policy.
    #[must_use]
    pub fn replaces_policy(&self) -> bool {
        let length_only = Self {
            min_length: self.min_length,
            ..Self::of_length(None)
        };
        *self != length_only
    }

    /// Only a length, or nothing.
    #[must_use]
    pub fn of_length(min_length: Option<usize>) -> Self {
        Self {
            min_length,
            character_types: Vec::new(),
            character_type_rule: CharacterTypeRule::All,
            identical_characters: Allowance::Allow,
            sequential_characters: Allowance::Allow,
            max_length_exceeded: Excess::Truncate,
        }
    }
}

/// A class of character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CharacterType {
    /// a to z.
    Lowercase,
    /// A to Z.
    Uppercase,
    /// 0 to 9.
    Number,
    /// A space or ASCII punctuation.
    Special,
}

impl CharacterType {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Lowercase, Self::Uppercase, Self::Number, Self::Special];

    /// Its name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lowercase => "lowercase",
            Self::Uppercase => "uppercase",
            Self::Number => "number",
            Self::Special => "special",
        }
    }
}

/// How many of the classes are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CharacterTypeRule {
    /// Each that is listed.
    #[default]
    All,
    /// Any three; all four must be listed.
    ThreeOfFour,
}

/// Whether something is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Allowance {
    /// It is.
    #[default]
    Allow,
    /// It is refused.
    Block,
}

impl Allowance {
    /// Its name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Block => "block",
        }
    }
}

/// What becomes of a password that is longer than a server of Auth0 hashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Excess {
    /// It is taken. Auth0 would cut it off; this server hashes all of it.
    #[default]
    Truncate,
    /// It is refused.
    Error,
}

/// Whether common passwords are refused, and which others besides.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dictionary {
    /// Whether they are.
    pub enable: bool,
    /// Other words to refuse, in any case.
    #[serde(default)]
    pub dictionary: Vec<String>,
}
