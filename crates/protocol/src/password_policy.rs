//! The server's rules for new passwords: to show while typing, never to replace the server's own verdict.

mod judge;
mod settings;

use crate::password_rule::{PasswordRule, PasswordRuleKind};

/// How often a character may stand in a row, and how many may follow each other in their order, where that is limited.
const IN_A_ROW: u32 = 2;

/// The longest password where longer ones are refused: as many bytes as bcrypt, the server's hash, takes in.
const MOST_BYTES: u32 = 72;

/// A password policy of the Auth0 Authentication API: one of its five, or its newer options in the place of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordPolicy {
    min_length: u32,
    kinds: Kinds,
    repeats: bool,
    sequences: bool,
    any_length: bool,
}

/// Which kinds of character have to be there.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kinds {
    All(Vec<PasswordRuleKind>),
    ThreeOfFour,
}

impl PasswordPolicy {
    /// The policy of this name (`none`, `low`, `fair`, `good`, `excellent`; any other counts as `none`), its minimum
    /// length replaced where one is given.
    ///
    /// ```
    /// use vestibule_protocol::{PasswordPolicy, PasswordRuleKind};
    ///
    /// let policy = PasswordPolicy::named("excellent", Some(12));
    /// assert_eq!(policy.min_length(), 12);
    /// assert!(policy.rules().contains(&PasswordRuleKind::MaxRepeats(2)));
    /// ```
    #[must_use]
    pub fn named(name: &str, min_length: Option<u32>) -> Self {
        let none = Kinds::All(Vec::new());
        let (default, kinds) = match name {
            "low" => (6, none),
            "fair" => (
                8,
                Kinds::All(vec![
                    PasswordRuleKind::Lower,
                    PasswordRuleKind::Upper,
                    PasswordRuleKind::Digit,
                ]),
            ),
            "good" => (8, Kinds::ThreeOfFour),
            "excellent" => (10, Kinds::ThreeOfFour),
            _ => (1, none),
        };
        Self {
            min_length: min_length.unwrap_or(default).max(1),
            kinds,
            repeats: name != "excellent",
            sequences: true,
            any_length: true,
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
        let mut rules = vec![PasswordRuleKind::MinLength(self.min_length)];
        match &self.kinds {
            Kinds::All(kinds) => rules.extend_from_slice(kinds),
            Kinds::ThreeOfFour => rules.push(PasswordRuleKind::AtLeast { count: 3, of: 4 }),
        }
        if !self.repeats {
            rules.push(PasswordRuleKind::MaxRepeats(IN_A_ROW));
        }
        if !self.sequences {
            rules.push(PasswordRuleKind::MaxSequence(IN_A_ROW));
        }
        if !self.any_length {
            rules.push(PasswordRuleKind::MaxBytes(MOST_BYTES));
        }
        rules
    }

    /// Each rule with its verdict on this password.
    #[must_use]
    pub fn judge(&self, password: &str) -> Vec<PasswordRule> {
        self.rules()
            .into_iter()
            .map(|kind| PasswordRule {
                satisfied: judge::keeps(password, &kind),
                kind,
            })
            .collect()
    }

    /// The value of the `passwordrules` attribute, by which password managers make a password that passes.
    ///
    /// It has no words for characters that follow each other; what is made at random seldom has three of them.
    #[must_use]
    pub fn passwordrules(&self) -> String {
        // Nor has it "three of four": all of three kinds keeps that rule too.
        const THREE: [PasswordRuleKind; 3] = [
            PasswordRuleKind::Lower,
            PasswordRuleKind::Upper,
            PasswordRuleKind::Digit,
        ];
        let mut attribute = format!("minlength: {};", self.min_length);
        if !self.any_length {
            attribute.push_str(" maxlength: 72;");
        }
        let kinds = match &self.kinds {
            Kinds::All(kinds) => kinds.as_slice(),
            Kinds::ThreeOfFour => &THREE,
        };
        for kind in kinds {
            attribute.push_str(match kind {
                PasswordRuleKind::Lower => " required: lower;",
                PasswordRuleKind::Upper => " required: upper;",
                PasswordRuleKind::Digit => " required: digit;",
                _ => " required: special;",
            });
        }
        if !self.repeats {
            attribute.push_str(" max-consecutive: 2;");
        }
        attribute
    }
}

/// The policy `none`.
impl Default for PasswordPolicy {
    fn default() -> Self {
        Self::named("none", None)
    }
}
