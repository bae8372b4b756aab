//! Whether a password keeps a rule, as the server would count it.

use crate::password_rule::PasswordRuleKind;

/// Whether it does; rules that only the server can judge count as kept.
pub(super) fn keeps(password: &str, rule: &PasswordRuleKind) -> bool {
    match rule {
        PasswordRuleKind::MinLength(length) => password.chars().count() >= *length as usize,
        PasswordRuleKind::MaxBytes(length) => password.len() <= *length as usize,
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
            let there = kinds
                .iter()
                .take(*of as usize)
                .filter(|kind| keeps(password, kind));
            there.count() >= *count as usize
        }
        PasswordRuleKind::MaxRepeats(most) => {
            longest(password, |before, next| (before == next).then_some(0)) <= *most
        }
        PasswordRuleKind::MaxSequence(most) => longest(password, neighbours) <= *most,
        // Only the server can judge these; silence is not a verdict against the password.
        PasswordRuleKind::Dictionary
        | PasswordRuleKind::PersonalData
        | PasswordRuleKind::History
        | PasswordRuleKind::Other(_) => true,
    }
}

/// Upwards or downwards by one, among ASCII letters and digits; case counts.
fn neighbours(before: char, next: char) -> Option<i64> {
    let step = i64::from(u32::from(next)) - i64::from(u32::from(before));
    let both = before.is_ascii_alphanumeric() && next.is_ascii_alphanumeric();
    (both && step.abs() == 1).then_some(step)
}

/// The longest stretch in which every step from one character to the next is of the same kind.
fn longest(password: &str, step: impl Fn(char, char) -> Option<i64>) -> u32 {
    let (mut longest, mut run, mut last, mut kind) = (0, 0, None, None);
    for next in password.chars() {
        let this = last.and_then(|last| step(last, next));
        run = match this {
            Some(_) if this == kind => run + 1,
            Some(_) => 2,
            None => 1,
        };
        (last, kind) = (Some(next), this);
        longest = longest.max(run);
    }
    longest
}
