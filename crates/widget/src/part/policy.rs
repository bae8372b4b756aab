//! The rules for a new password, each with how it stands for what is typed.
//!
//! ## Styling
//!
//! `policy`, in it `rule` (`data-state`: `open` before anything is typed, `kept`, `broken`).

use vestibule_flow::built;
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
    let line = |rule: &PasswordRule| {
        let state = match (policy.typed, rule.satisfied) {
            (false, _) => "open",
            (true, true) => "kept",
            (true, false) => "broken",
        };
        html! {
            // Said by itself when it comes to be kept, and read with the others as a list where the field is described by it.
            <li data-part="rule" data-state={state} aria-live="polite" aria-atomic="true">
                { icon(if state == "kept" { Icon::Check } else { Icon::Circle }) }
                <span>
                    { draw.words.rule(&rule.kind) }
                    if state == "kept" {
                        <span data-part="aside">{ draw.words.comma() }{ draw.words.text(Key::RuleKept) }</span>
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
