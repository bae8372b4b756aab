//! The five password policies and the newer options, judged while typing.

use serde_json::{Value, json};
use vestibule_protocol::PasswordRuleKind::{
    AtLeast, Digit, Lower, MaxBytes, MaxRepeats, MaxSequence, MinLength, Special, Upper,
};
use vestibule_protocol::{ConnectionKind, PasswordPolicy, settings};

use crate::support::response;

#[test]
fn each_policy_has_its_rules_and_its_attribute() {
    let three = AtLeast { count: 3, of: 4 };
    let cases = [
        ("none", vec![MinLength(1)], "minlength: 1;"),
        ("", vec![MinLength(1)], "minlength: 1;"),
        ("low", vec![MinLength(6)], "minlength: 6;"),
        (
            "fair",
            vec![MinLength(8), Lower, Upper, Digit],
            "minlength: 8; required: lower; required: upper; required: digit;",
        ),
        (
            "good",
            vec![MinLength(8), three.clone()],
            "minlength: 8; required: lower; required: upper; required: digit;",
        ),
        (
            "excellent",
            vec![MinLength(10), three, MaxRepeats(2)],
            "minlength: 10; required: lower; required: upper; required: digit; max-consecutive: 2;",
        ),
    ];
    for (name, rules, attribute) in cases {
        assert_eq!(PasswordPolicy::named(name, None).rules(), rules, "{name}");
        assert_eq!(
            PasswordPolicy::named(name, None).passwordrules(),
            attribute,
            "{name}"
        );
    }
    assert_eq!(PasswordPolicy::named("good", Some(20)).min_length(), 20);
    assert_eq!(PasswordPolicy::named("good", Some(0)).min_length(), 1);
}

#[test]
fn each_rule_gets_its_own_verdict() {
    let cases = [
        ("none", "", "✗"),
        ("none", "x", "✓"),
        ("low", "12345", "✗"),
        ("low", "äöüßéñ", "✓"),
        ("fair", "lowercase", "✓✓✗✗"),
        ("fair", "Abcdefg1", "✓✓✓✓"),
        ("good", "abcdefgh", "✓✗"),
        ("good", "abc def 1", "✓✓"),
        ("good", "Ab1", "✗✓"),
        ("excellent", "Aa1aaabbbb", "✓✓✗"),
        ("excellent", "Aa1aabbccdd", "✓✓✓"),
        ("excellent", "ÄÄÄäää1234", "✓✗✗"),
    ];
    for (name, password, expected) in cases {
        let judged = PasswordPolicy::named(name, None).judge(password);
        let marks: String = judged
            .iter()
            .map(|rule| if rule.satisfied { '✓' } else { '✗' })
            .collect();
        assert_eq!(marks, expected, "{name}: {password}");
    }
}

/// The policy out of a client's settings with these options of a database.
fn of_settings(policy: &str, options: &Value) -> PasswordPolicy {
    let connection =
        json!({ "name": "db", "passwordPolicy": policy, "password_complexity_options": options });
    let body = json!({ "strategies": [{ "name": "auth0", "connections": [connection] }] });
    let settings = settings::read(&response(200, body.to_string())).expect("an object");
    match &settings.connections[0].kind {
        ConnectionKind::Database(database) => database.policy.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn newer_options_stand_in_the_place_of_the_policy_but_for_its_length() {
    let three = AtLeast { count: 3, of: 4 };
    let cases = [
        (
            json!(null),
            vec![MinLength(8), three.clone()],
            "minlength: 8; required: lower; required: upper; required: digit;",
        ),
        (
            json!({ "min_length": "20" }),
            vec![MinLength(20), three.clone()],
            "minlength: 20; required: lower; required: upper; required: digit;",
        ),
        (
            json!({ "min_length": 20, "character_types": [], "character_type_rule": "all", "identical_characters": "allow",
                "sequential_characters": "allow", "max_length_exceeded": "truncate" }),
            vec![MinLength(20), three.clone()],
            "minlength: 20; required: lower; required: upper; required: digit;",
        ),
        (
            json!({ "character_types": ["special", "number", 7, "runes"] }),
            vec![MinLength(8), Special, Digit],
            "minlength: 8; required: special; required: digit;",
        ),
        (
            json!({ "character_type_rule": "three_of_four", "identical_characters": "block" }),
            vec![MinLength(8), three, MaxRepeats(2)],
            "minlength: 8; required: lower; required: upper; required: digit; max-consecutive: 2;",
        ),
        (
            json!({ "min_length": 1, "sequential_characters": "block", "max_length_exceeded": "error" }),
            vec![MinLength(1), MaxSequence(2), MaxBytes(72)],
            "minlength: 1; maxlength: 72;",
        ),
        (
            json!("strong"),
            vec![MinLength(8), AtLeast { count: 3, of: 4 }],
            "minlength: 8; required: lower; required: upper; required: digit;",
        ),
    ];
    for (options, rules, attribute) in cases {
        let policy = of_settings("good", &options);
        assert_eq!(policy.rules(), rules, "{options}");
        assert_eq!(policy.passwordrules(), attribute, "{options}");
    }
}

#[test]
fn sequences_and_bytes_are_counted_as_the_server_counts_them() {
    let options =
        json!({ "min_length": 1, "sequential_characters": "block", "max_length_exceeded": "error" });
    let policy = of_settings("none", &options);
    let long = "x-".repeat(36);
    for (password, expected) in [
        ("abd", "✓✓✓"),
        ("xabcx", "✓✗✓"),
        ("321", "✓✗✓"),
        ("aBc", "✓✓✓"),
        ("ab-cd", "✓✓✓"),
        ("9:;", "✓✓✓"),
        ("ababab", "✓✓✓"),
        (&long, "✓✓✓"),
        (&format!("{long}x"), "✓✓✗"),
        (&"é".repeat(37), "✓✓✗"),
    ] {
        let judged = policy.judge(password);
        let marks: String = judged
            .iter()
            .map(|rule| if rule.satisfied { '✓' } else { '✗' })
            .collect();
        assert_eq!(marks, expected, "{password}");
    }
}
