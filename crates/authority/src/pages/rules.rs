//! The rules of a password under its field.

use maud::{Markup, html};

use super::icon;
use super::part::FieldState;
use crate::config::CharacterType;
use crate::password_policy::{Rule, RuleKind};

/// The rules as a list that shows how far the password keeps them.
pub(super) fn rule_list(rules: &[Rule], state: FieldState<'_>) -> Markup {
    html! {
        ul data-part="rules" id="password-rules" {
            @for rule in rules {
                (rule_line(rule, state))
            }
        }
    }
}

/// Before the first try a rule is neither kept nor broken, only there.
fn rule_line(rule: &Rule, state: FieldState<'_>) -> Markup {
    match (state, rule.kept) {
        (FieldState::Fine, _) => rule_mark(rule, "open", &icon::open_circle(), state),
        (_, true) => rule_mark(rule, "kept", &icon::tick(), state),
        (_, false) => rule_mark(rule, "broken", &icon::alert(), state),
    }
}

/// A part of a rule is never broken by itself: another part may make up for it.
fn item_line(item: &Rule, state: FieldState<'_>) -> Markup {
    let state = if item.kept { state } else { FieldState::Fine };
    rule_line(item, state)
}

fn rule_mark(rule: &Rule, name: &str, icon: &Markup, state: FieldState<'_>) -> Markup {
    let spoken = match name {
        "kept" => " (kept)",
        "broken" => " (missing)",
        _ => "",
    };
    html! {
        li data-state=(name) {
            (icon)
            span { (rule.phrase()) (spoken) }
            @if !rule.items.is_empty() {
                ul { @for item in &rule.items { (item_line(item, state)) } }
            }
        }
    }
}

/// What Apple's password manager goes by (`passwordrules` attribute).
pub(super) fn password_rules(rules: &[Rule]) -> String {
    let mut words = Vec::new();
    for rule in rules {
        match &rule.kind {
            RuleKind::LengthAtLeast(least) => words.push(format!("minlength: {least};")),
            RuleKind::IdenticalChars => words.push("max-consecutive: 2;".to_owned()),
            RuleKind::ShouldContain(classes) => {
                words.extend(classes.iter().map(|class| format!("required: {};", word(*class))));
            }
            RuleKind::ContainsAtLeast => {
                words.push("required: lower; required: upper; required: digit;".to_owned());
            }
            _ => {}
        }
    }
    words.push("allowed: ascii-printable;".to_owned());
    words.join(" ")
}

fn word(class: CharacterType) -> &'static str {
    match class {
        CharacterType::Lowercase => "lower",
        CharacterType::Uppercase => "upper",
        CharacterType::Number => "digit",
        CharacterType::Special => "special",
    }
}
