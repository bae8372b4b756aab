//! The server's rules for new passwords: to show while typing, never to replace the server's own verdict.

use crate::password_rule::{PasswordRule, PasswordRuleKind};

/// A password policy of the Auth0 Authentication API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordPolicy {
    level: Level,
    min_length: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    None,
    Low,
    Fair,
    Good,
    Excellent,
}

impl PasswordPolicy {
    /// The policy of this name (`none`, `low`, `fair`, `good`, `excellent`; any other counts as `none`), its minimum
    /// length replaced where one is given.
    #[must_use]
    pub fn named(name: &str, min_length: Option<u32>) -> Self {
        let (level, default) = match name {
            "low" => (Level::Low, 6),
            "fair" => (Level::Fair, 8),
            "good" => (Level::Good, 8),
            "excellent" => (Level::Excellent, 10),
            _ => (Level::None, 1),
        };
        Self {
            level,
            min_length: min_length.unwrap_or(default).max(1),
        }
    }

    /// The least number of characters.
    #[must_use]
    pub fn min_length(&self) -> u32 {
        self.min_length
    }

    /// The rules, in the order they are shown.
    #[must_use]
    pub fn rules(&self) -> Vec<PasswordRuleKind> {
        let three_of_four = PasswordRuleKind::AtLeast { count: 3, of: 4 };
        let mut rules = vec![PasswordRuleKind::MinLength(self.min_length)];
        match self.level {
            Level::None | Level::Low => {}
            Level::Fair => rules.extend([
                PasswordRuleKind::Lower,
                PasswordRuleKind::Upper,
                PasswordRuleKind::Digit,
            ]),
            Level::Good => rules.push(three_of_four),
            Level::Excellent => rules.extend([three_of_four, PasswordRuleKind::MaxRepeats(2)]),
        }
        rules
    }

    /// Each rule with its verdict on this password.
    #[must_use]
    pub fn judge(&self, password: &str) -> Vec<PasswordRule> {
        self.rules()
            .into_iter()
            .map(|kind| PasswordRule {
                satisfied: keeps(password, &kind),
                kind,
            })
            .collect()
    }

    /// The value of the `passwordrules` attribute, by which password managers make a password that passes.
    #[must_use]
    pub fn passwordrules(&self) -> String {
        let length = self.min_length;
        match self.level {
            Level::None | Level::Low => format!("minlength: {length};"),
            // The attribute has no "three of four"; all of three kinds keeps that rule too.
            Level::Fair | Level::Good => {
                format!("minlength: {length}; required: lower; required: upper; required: digit;")
            }
            Level::Excellent => format!(
                "minlength: {length}; required: lower; required: upper; required: digit; max-consecutive: 2;"
            ),
        }
    }
}

/// The policy `none`.
impl Default for PasswordPolicy {
    fn default() -> Self {
        Self::named("none", None)
    }
}

fn keeps(password: &str, rule: &PasswordRuleKind) -> bool {
    match rule {
        PasswordRuleKind::MinLength(length) => password.chars().count() >= *length as usize,
        PasswordRuleKind::MaxLength(length) => password.chars().count() <= *length as usize,
        PasswordRuleKind::Lower => password.contains(|c: char| c.is_ascii_lowercase()),
        PasswordRuleKind::Upper => password.contains(|c: char| c.is_ascii_uppercase()),
        PasswordRuleKind::Digit => password.contains(|c: char| c.is_ascii_digit()),
        PasswordRuleKind::Special => password.contains(|c: char| c == ' ' || c.is_ascii_punctuation()),
        PasswordRuleKind::AtLeast { count, of } => {
            let kinds = [
                PasswordRuleKind::Lower,
                PasswordRuleKind::Upper,
                PasswordRuleKind::Digit,
                PasswordRuleKind::Special,
            ];
            kinds
                .iter()
                .take(*of as usize)
                .filter(|kind| keeps(password, kind))
                .count()
                >= *count as usize
        }
        PasswordRuleKind::MaxRepeats(most) => longest_repeat(password) <= *most,
        // Only the server can judge these; silence is not a verdict against the password.
        PasswordRuleKind::Dictionary
        | PasswordRuleKind::PersonalData
        | PasswordRuleKind::History
        | PasswordRuleKind::Other(_) => true,
    }
}

fn longest_repeat(password: &str) -> u32 {
    let (mut longest, mut run, mut last) = (0, 0, None);
    for c in password.chars() {
        run = if last == Some(c) { run + 1 } else { 1 };
        longest = longest.max(run);
        last = Some(c);
    }
    longest
}
