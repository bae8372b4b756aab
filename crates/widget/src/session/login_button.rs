//! `<LoginButton>`: a button that logs in at the server's own pages.

use vestibule_flow::{Doing, LoginOptions};
use yew::{AttrValue, Classes, Html, MouseEvent, Properties, component, html};

use super::provider::use_session;

/// What `<LoginButton>` is told by the app.
#[derive(Clone, PartialEq, Properties)]
pub struct LoginButtonProps {
    /// What the login asks for.
    #[prop_or_default]
    pub options: LoginOptions,
    /// The words on the button.
    #[prop_or(AttrValue::Static("Log in"))]
    pub label: AttrValue,
    /// The words while a login is under way.
    #[prop_or(AttrValue::Static("Logging in…"))]
    pub busy_label: AttrValue,
    /// Classes of the host's.
    #[prop_or_default]
    pub class: Classes,
}

/// Logs somebody in by redirect, or by popup if its options say so.
///
/// ## Styling
///
/// `[data-part=login-button]`, with `data-state` `idle` or `busy`. It has no look of its own: it is the host's button.
#[component]
pub fn LoginButton(props: &LoginButtonProps) -> Html {
    let session = use_session();
    let is_busy = session.status.doing != Doing::Nothing;
    let label = if is_busy { &props.busy_label } else { &props.label };
    let state = if is_busy { "busy" } else { "idle" };
    let onclick = {
        let (session, options) = (session.clone(), props.options.clone());
        // Busy, it stays where the focus is, and a second click begins nothing.
        move |_: MouseEvent| {
            if !is_busy {
                session.log_in(options.clone());
            }
        }
    };
    html! {
        <button
            type="button"
            class={props.class.clone()}
            data-part="login-button"
            data-state={state}
            aria-disabled={is_busy.then_some("true")}
            {onclick}
        >
            { label.clone() }
        </button>
    }
}
