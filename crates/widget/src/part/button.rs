//! Every button that sends an intent, and the one that submits: real buttons with the attributes that hosts rely on.

use yew::{AttrValue, Callback, Html, MouseEvent, html};

/// What a button is, beside the words and pictures in it.
#[derive(Default)]
pub(crate) struct Button {
    /// `data-part`.
    pub(crate) part: &'static str,
    /// `data-state`. A `busy` or `waiting` button says that it does nothing just now, and stays where the focus is.
    pub(crate) state: Option<&'static str>,
    /// `data-to`: the screen that it leads to.
    pub(crate) to: Option<&'static str>,
    /// `data-connection`.
    pub(crate) connection: Option<String>,
    /// The name of a button without words.
    pub(crate) label: Option<AttrValue>,
    /// What a pointer that rests on it is told.
    pub(crate) tip: Option<AttrValue>,
    /// What it does; without it, it submits its form.
    pub(crate) press: Option<Callback<MouseEvent>>,
}

pub(crate) fn button(button: Button, inside: Html) -> Html {
    let Button {
        part,
        state,
        to,
        connection,
        label,
        tip,
        press,
    } = button;
    let rests = matches!(state, Some("busy" | "waiting"));
    html! {
        <button
            type={if press.is_some() { "button" } else { "submit" }}
            data-part={part}
            data-state={state}
            data-to={to}
            data-connection={connection.map(AttrValue::from)}
            aria-label={label}
            aria-disabled={rests.then_some("true")}
            title={tip}
            onclick={press}
        >
            { inside }
        </button>
    }
}
