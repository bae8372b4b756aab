//! Every policy for passwords, before anything is typed and with a password that breaks what it can.

use vestibule_flow::{Policy, View};
use vestibule_protocol::{PasswordPolicy, PasswordRule, PasswordRuleKind};

use super::screens::sign_up;

/// Each with the name of its state.
pub(super) fn all() -> Vec<(&'static str, View)> {
    let named = [
        ("none", "policy-none", "policy-none-typed"),
        ("low", "policy-low", "policy-low-typed"),
        ("fair", "policy-fair", "policy-fair-typed"),
        ("good", "policy-good", "policy-good-typed"),
        ("excellent", "policy-excellent", "policy-excellent-typed"),
    ];
    let mut all = Vec::new();
    for (name, open, typed) in named {
        let policy = PasswordPolicy::named(name, None);
        let view = |password: &str| under(policy.judge(password), !password.is_empty());
        all.extend([(open, view("")), (typed, view("aaa"))]);
    }
    let rule = |kind, satisfied| PasswordRule { kind, satisfied };
    // What only the newer options and the server know.
    let newer = vec![
        rule(PasswordRuleKind::MinLength(12), true),
        rule(PasswordRuleKind::Special, false),
        rule(PasswordRuleKind::MaxRepeats(2), true),
        rule(PasswordRuleKind::MaxSequence(2), false),
        rule(PasswordRuleKind::MaxBytes(72), true),
    ];
    let servers = vec![
        rule(PasswordRuleKind::Dictionary, false),
        rule(PasswordRuleKind::PersonalData, false),
        rule(PasswordRuleKind::History, false),
        rule(PasswordRuleKind::Other("No names of planets".into()), false),
    ];
    all.extend([
        ("policy-newer", under(newer, true)),
        ("policy-server", under(servers, true)),
    ]);
    all
}

fn under(rules: Vec<PasswordRule>, typed: bool) -> View {
    let mut view = sign_up("");
    view.policy = Some(Policy { rules, typed });
    view
}
