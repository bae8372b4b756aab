//! The rules a refused password broke.

use serde_json::json;
use vestibule_protocol::PasswordRuleKind::{
    self, AtLeast, Dictionary, Digit, History, Lower, MaxBytes, MaxRepeats, MaxSequence, MinLength,
};
use vestibule_protocol::{PasswordRule, RefusalCode, envelope};

use crate::support::response;

fn broken(kind: PasswordRuleKind) -> PasswordRule {
    PasswordRule {
        kind,
        satisfied: false,
    }
}

#[test]
fn a_refused_password_tells_its_rules_in_each_of_the_four_shapes() {
    let judged = json!({
        "code": "invalid_password", "name": "PasswordStrengthError", "statusCode": 400, "policy": "* not needed",
        "description": { "verified": false, "rules": [
            { "message": "At least %d characters in length", "format": [10], "code": "lengthAtLeast", "verified": true },
            { "message": "Contain at least %d of …", "format": [3, 4], "code": "containsAtLeast", "verified": false,
              "items": [{ "message": "lower case letters (a-z)", "code": "lowerCase", "verified": true }] },
            { "message": "No more than %d identical …", "format": [2, "aaa"], "code": "identicalChars", "verified": false },
            { "message": "Should contain:", "code": "shouldContain", "verified": false, "items": [
                { "message": "lower case letters (a-z)", "code": "lowerCase", "verified": true },
                { "message": "numbers (i.e. 0-9)", "code": "numbers", "verified": false } ] },
            { "message": "No more than %d sequential …", "format": [2, "abc"], "code": "sequentialChars", "verified": false },
            { "message": "At most %d bytes", "format": [72], "code": "maxLength", "verified": false },
            { "message": "No %s, 100% of %d days, %d%", "format": ["emoji", 7], "code": "newer", "verified": false },
            { "message": "No emoji", "code": "noEmoji", "verified": false },
            { "format": 7, "code": "lengthAtLeast", "verified": "yes" },
            17,
        ] },
    });
    let prose =
        json!({ "code": "invalid_password", "policy": "* At least 8 characters\n* No <b>bold</b>\n\n" });
    let named = |name: &str| json!({ "code": "invalid_password", "name": name, "description": "no" });
    let standard = json!({ "error": "invalid_password", "error_description": "too weak" });
    let cases = [
        (
            judged,
            vec![
                PasswordRule {
                    kind: MinLength(10),
                    satisfied: true,
                },
                broken(AtLeast { count: 3, of: 4 }),
                broken(MaxRepeats(2)),
                PasswordRule {
                    kind: Lower,
                    satisfied: true,
                },
                broken(Digit),
                broken(MaxSequence(2)),
                broken(MaxBytes(72)),
                broken(PasswordRuleKind::Other(
                    "No emoji, 100% of 7 days, %d%".to_owned(),
                )),
                broken(PasswordRuleKind::Other("No emoji".to_owned())),
                broken(PasswordRuleKind::Other("lengthAtLeast".to_owned())),
            ],
        ),
        (named("PasswordDictionaryError"), vec![broken(Dictionary)]),
        (
            named("PasswordNoUserInfoError"),
            vec![broken(PasswordRuleKind::PersonalData)],
        ),
        (named("PasswordHistoryError"), vec![broken(History)]),
        (
            prose,
            vec![
                broken(PasswordRuleKind::Other("At least 8 characters".to_owned())),
                broken(PasswordRuleKind::Other("No <b>bold</b>".to_owned())),
            ],
        ),
        (standard, vec![]),
    ];
    for (body, rules) in cases {
        let refusal = envelope::refusal(&response(400, body.to_string()));
        assert_eq!(refusal.code, RefusalCode::InvalidPassword, "{body}");
        assert_eq!(refusal.password_rules(), rules, "{body}");
    }
}
