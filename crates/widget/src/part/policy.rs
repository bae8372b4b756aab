//! The rules for a new password, each with how it stands for what is typed.
//!
//! ## Styling
//!
//! `policy`, in it `rule` (`data-state`: `open` before anything is typed, `kept`, `broken`).

use vestibule_flow::{Field, FieldProblem, built};
use vestibule_protocol::PasswordRule;
use yew::{AttrValue, Html, html};

use super::{Draw, Icon, icon};
use crate::words::Key;

pub(super) fn policy_id(uid: &str) -> AttrValue {
    format!("{uid}-policy").into()
}

pub(super) fn policy(draw: Draw) -> Html {
    let Some(policy) = draw.view.policy.as_ref().filter(|_| built::SIGN_UP) else {
        return Html::default();
    };
    let is_refused =
        draw.view.fields.iter().any(|field| {
            field.field == Field::Password && field.problem == Some(FieldProblem::PasswordTooWeak)
        });
    let line = |rule: &PasswordRule| {
        let state = match (policy.typed, rule.satisfied) {
            (false, _) => "open",
            (true, true) => "kept",
            (true, false) => "broken",
        };
        let (picture, verdict) = match state {
            "kept" => (Icon::Check, Some(Key::RuleKept)),
            "broken" if is_refused => (Icon::Alert, Some(Key::RuleBroken)),
            _ => (Icon::Circle, None),
        };
        html! {
            // Said by itself when it comes to be kept, and read with the others as a list where the field is described by it, which
            // is enough of those that a refused password breaks.
            <li data-part="rule" data-state={state} aria-live={if is_refused { "off" } else { "polite" }} aria-atomic="true">
                { icon(picture) }
                <span>
                    { draw.words.rule(&rule.kind) }
                    if let Some(verdict) = verdict {
                        <span data-part="aside">{ draw.words.comma() }{ draw.words.text(verdict) }</span>
                    }
                    <span data-part="aside">{ "; " }</span>
                </span>
            </li>
        }
    };
    html! {
        <div data-part="policy" id={policy_id(draw.uid)}>
            <p>{ draw.words.text(Key::Policy) }<span data-part="aside">{ ": " }</span></p>
            <ul role="list">for rule in &policy.rules { { line(rule) } }</ul>
        </div>
    }
}
