//! One rule of a password policy and the verdict on one password.

/// The classes of character that rules speak of, in the order in which they are shown.
const CLASSES: [RuleKind; 4] = [
    RuleKind::LowerCase,
    RuleKind::UpperCase,
    RuleKind::Numbers,
    RuleKind::SpecialCharacters,
];

/// How many of the four classes `good` and `excellent` ask for.
const CLASSES_NEEDED: usize = 3;

/// How often a character may stand in a row under `excellent`.
const IDENTICAL_ALLOWED: usize = 2;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleKind {
    /// At least one character.
    NonEmpty,
    /// At least so many characters.
    LengthAtLeast(usize),
    /// Lower case, upper case and digit.
    ShouldContain,
    /// Three of the four classes.
    ContainsAtLeast,
    /// No character more than twice in a row.
    IdenticalChars,
    /// A lower-case letter.
    LowerCase,
    /// An upper-case letter.
    UpperCase,
    /// A digit.
    Numbers,
    /// A space or ASCII punctuation.
    SpecialCharacters,
}

impl Rule {
    /// Holds `password` against a rule.
    #[must_use]
    pub(super) fn judge(kind: RuleKind, password: &str) -> Self {
        let items: Vec<Self> = kind
            .items()
            .iter()
            .map(|item| Self::judge(*item, password))
            .collect();
        let kept_items = items.iter().filter(|item| item.kept).count();
        let any = |class: fn(char) -> bool| password.chars().any(class);
        let kept = match kind {
            RuleKind::NonEmpty => !password.is_empty(),
            RuleKind::LengthAtLeast(least) => password.chars().count() >= least,
            RuleKind::ShouldContain => kept_items == items.len(),
            RuleKind::ContainsAtLeast => kept_items >= CLASSES_NEEDED,
            RuleKind::IdenticalChars => longest_run(password) <= IDENTICAL_ALLOWED,
            RuleKind::LowerCase => any(|char| char.is_ascii_lowercase()),
            RuleKind::UpperCase => any(|char| char.is_ascii_uppercase()),
            RuleKind::Numbers => any(|char| char.is_ascii_digit()),
            RuleKind::SpecialCharacters => any(|char| char == ' ' || char.is_ascii_punctuation()),
        };
        Self { kind, kept, items }
    }

    /// What the rule asks, as a phrase without full stop.
    #[must_use]
    pub fn phrase(&self) -> String {
        match self.kind {
            RuleKind::LengthAtLeast(least) => format!("At least {least} characters"),
            RuleKind::ContainsAtLeast => {
                format!(
                    "At least {CLASSES_NEEDED} of these {} kinds of character:",
                    CLASSES.len()
                )
            }
            RuleKind::IdenticalChars => {
                format!("No more than {IDENTICAL_ALLOWED} identical characters in a row, such as aaa")
            }
            kind => kind.template().to_owned(),
        }
    }
}

impl RuleKind {
    fn items(self) -> &'static [Self] {
        match self {
            Self::ShouldContain => &CLASSES[..3],
            Self::ContainsAtLeast => &CLASSES,
            _ => &[],
        }
    }

    /// Its name on the wire.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::NonEmpty => "nonEmpty",
            Self::LengthAtLeast(_) => "lengthAtLeast",
            Self::ShouldContain => "shouldContain",
            Self::ContainsAtLeast => "containsAtLeast",
            Self::IdenticalChars => "identicalChars",
            Self::LowerCase => "lowerCase",
            Self::UpperCase => "upperCase",
            Self::Numbers => "numbers",
            Self::SpecialCharacters => "specialCharacters",
        }
    }

    /// Its message on the wire, with `%d` and `%s` where the format goes.
    pub(super) fn template(self) -> &'static str {
        match self {
            Self::NonEmpty => "At least one character",
            Self::LengthAtLeast(_) => "At least %d characters",
            Self::ShouldContain => "All of these kinds of character:",
            Self::ContainsAtLeast => "At least %d of these %d kinds of character:",
            Self::IdenticalChars => "No more than %d identical characters in a row, such as %s",
            Self::LowerCase => "Lower-case letters (a-z)",
            Self::UpperCase => "Upper-case letters (A-Z)",
            Self::Numbers => "Digits (0-9)",
            Self::SpecialCharacters => "Special characters (such as !@#$%^&*)",
        }
    }

    /// The values for the template's places.
    pub(super) fn format(self) -> Vec<serde_json::Value> {
        match self {
            Self::LengthAtLeast(least) => vec![least.into()],
            Self::ContainsAtLeast => vec![CLASSES_NEEDED.into(), CLASSES.len().into()],
            Self::IdenticalChars => vec![IDENTICAL_ALLOWED.into(), "aaa".into()],
            _ => Vec::new(),
        }
    }
}

fn longest_run(text: &str) -> usize {
    let mut longest = 0;
    let mut run = 0;
    let mut before = None;
    for char in text.chars() {
        run = if before == Some(char) { run + 1 } else { 1 };
        longest = longest.max(run);
        before = Some(char);
    }
    longest
}
