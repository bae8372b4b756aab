//! One rule of a password policy, and whether a password keeps it.

/// A rule and its verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordRule {
    /// Which rule.
    pub kind: PasswordRuleKind,
    /// Whether the password keeps it.
    pub satisfied: bool,
}

/// What a rule asks for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PasswordRuleKind {
    /// At least this many characters.
    MinLength(u32),
    /// At most this many bytes of UTF-8: as much as the server's hash takes in. A letter beyond ASCII is two to four of them.
    MaxBytes(u32),
    /// A lower-case letter a–z.
    Lower,
    /// An upper-case letter A–Z.
    Upper,
    /// A digit 0–9.
    Digit,
    /// A space or ASCII punctuation.
    Special,
    /// Characters of at least `count` of the first `of` kinds in the order lower, upper, digit, special.
    AtLeast {
        /// How many kinds must be there.
        count: u32,
        /// How many kinds there are.
        of: u32,
    },
    /// No more than this many identical characters in a row.
    MaxRepeats(u32),
    /// No more than this many letters or digits that follow each other in their order, upwards or downwards.
    MaxSequence(u32),
    /// Not on the list of common passwords.
    Dictionary,
    /// Nothing of the person's own data in it.
    PersonalData,
    /// Not one used before.
    History,
    /// A rule only the server can name, in its words.
    Other(String),
}
