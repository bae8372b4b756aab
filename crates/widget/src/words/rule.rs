//! What a rule for a new password says.

use vestibule_protocol::PasswordRuleKind;
use yew::AttrValue;

use super::{Key, Language};

/// The kinds of characters, in the order in which a rule counts them.
const KINDS: [Key; 4] = [Key::KindLower, Key::KindUpper, Key::KindDigit, Key::KindSpecial];

impl Language {
    /// One rule for a new password.
    pub(crate) fn rule(self, rule: &PasswordRuleKind) -> AttrValue {
        self.text(match rule {
            PasswordRuleKind::MinLength(least) => return self.counted(Key::RuleMinLength, *least),
            PasswordRuleKind::MaxBytes(most) => return self.counted(Key::RuleMaxBytes, *most),
            PasswordRuleKind::MaxRepeats(most) => return self.counted(Key::RuleMaxRepeats, *most),
            PasswordRuleKind::AtLeast { count, of } => return self.kinds(*count, *of),
            PasswordRuleKind::Other(words) => return words.clone().into(),
            PasswordRuleKind::MaxSequence(_) => Key::RuleMaxSequence,
            PasswordRuleKind::Lower => Key::RuleLower,
            PasswordRuleKind::Upper => Key::RuleUpper,
            PasswordRuleKind::Digit => Key::RuleDigit,
            PasswordRuleKind::Special => Key::RuleSpecial,
            PasswordRuleKind::Dictionary => Key::RuleDictionary,
            PasswordRuleKind::PersonalData => Key::RulePersonalData,
            PasswordRuleKind::History => Key::RuleHistory,
            // The enum may grow; a rule without words of its own is still one to keep.
            _ => Key::RuleOther,
        })
    }

    /// What stands between two things in a row, in the script of the language.
    pub(crate) fn comma(self) -> &'static str {
        match self.lang().split('-').next() {
            Some("ar" | "fa" | "ur") => "، ",
            Some("ja" | "zh") => "、",
            _ => ", ",
        }
    }

    fn kinds(self, count: u32, of: u32) -> AttrValue {
        let named = &KINDS[..KINDS.len().min(of as usize)];
        let mut list = String::new();
        for key in named {
            if !list.is_empty() {
                list.push_str(self.comma());
            }
            list.push_str(&self.text(*key));
        }
        self.counted_of(Key::RuleKinds, count, &list)
    }
}
