//! The five password policies, judged while typing.

use vestibule_protocol::PasswordPolicy;
use vestibule_protocol::PasswordRuleKind::{AtLeast, Digit, Lower, MaxRepeats, MinLength, Upper};

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
