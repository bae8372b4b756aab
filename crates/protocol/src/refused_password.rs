//! The rules that a refused password broke, out of whatever the server says of it.

use crate::envelope::plain;
use crate::json::{Object, Value};
use crate::password_rule::{PasswordRule, PasswordRuleKind};

/// The rules out of the four shapes of a refused password: judged rules under `description`, a telling `name`, a
/// `policy` in prose, or nothing.
pub(crate) fn rules(members: &Object) -> Vec<PasswordRule> {
    let broken = |kind| {
        vec![PasswordRule {
            kind,
            satisfied: false,
        }]
    };
    if let Some(Value::Array(rules)) = members
        .get("description")
        .and_then(|description| description.get("rules"))
    {
        return rules.iter().flat_map(judged_rules).collect();
    }
    match members.get("name").and_then(Value::as_str) {
        Some("PasswordDictionaryError") => return broken(PasswordRuleKind::Dictionary),
        Some("PasswordNoUserInfoError") => return broken(PasswordRuleKind::PersonalData),
        Some("PasswordHistoryError") => return broken(PasswordRuleKind::History),
        _ => {}
    }
    let policy = members.get("policy").and_then(Value::as_str).unwrap_or_default();
    policy
        .lines()
        .filter_map(|line| plain(line.trim_start_matches([' ', '*', '-', '\t'])))
        .flat_map(|line| broken(PasswordRuleKind::Other(line)))
        .collect()
}

/// One judged rule, or each of its parts where it is a list of requirements.
fn judged_rules(rule: &Value) -> Vec<PasswordRule> {
    let number = |at: usize| {
        let value = rule.get("format").and_then(|format| format.as_array()?.get(at));
        value
            .and_then(Value::as_u64)
            .and_then(|value| u32::try_from(value).ok())
    };
    let satisfied = rule.get("verified").and_then(Value::as_bool).unwrap_or(false);
    let kind = match (
        rule.get("code").and_then(Value::as_str).unwrap_or_default(),
        number(0),
    ) {
        ("shouldContain", _) => {
            let parts = rule.get("items").and_then(Value::as_array).unwrap_or_default();
            return parts.iter().flat_map(judged_rules).collect();
        }
        ("nonEmpty", _) => PasswordRuleKind::MinLength(1),
        ("lengthAtLeast", Some(length)) => PasswordRuleKind::MinLength(length),
        ("maxLength", Some(length)) => PasswordRuleKind::MaxBytes(length),
        ("lowerCase", _) => PasswordRuleKind::Lower,
        ("upperCase", _) => PasswordRuleKind::Upper,
        ("numbers", _) => PasswordRuleKind::Digit,
        ("specialCharacters", _) => PasswordRuleKind::Special,
        ("containsAtLeast", Some(count)) => PasswordRuleKind::AtLeast {
            count,
            of: number(1).unwrap_or(4),
        },
        ("identicalChars", Some(repeats)) => PasswordRuleKind::MaxRepeats(repeats),
        ("sequentialChars", Some(length)) => PasswordRuleKind::MaxSequence(length),
        (code, _) => {
            let message = rule.get("message").and_then(Value::as_str).unwrap_or(code);
            match plain(&filled(message, rule.get("format"))) {
                Some(words) => PasswordRuleKind::Other(words),
                None => return Vec::new(),
            }
        }
    };
    vec![PasswordRule { kind, satisfied }]
}

/// The server's words with its values in the places `%d` and `%s`; a place without a value stays as it is.
fn filled(message: &str, format: Option<&Value>) -> String {
    let values = format.and_then(Value::as_array).unwrap_or_default();
    let mut values = values.iter();
    let mut words = String::new();
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('%') {
        words.push_str(before);
        let value = after
            .strip_prefix(['d', 's'])
            .and_then(|rest| Some((values.next()?, rest)));
        rest = match value {
            Some((Value::String(text), rest)) => {
                words.push_str(text);
                rest
            }
            Some((value, rest)) => {
                if let Some(number) = value.as_u64() {
                    words.push_str(&number.to_string());
                }
                rest
            }
            None => {
                words.push('%');
                after
            }
        };
    }
    words.push_str(rest);
    words
}
