//! The main button, and sending once more.
//!
//! ## Styling
//!
//! `submit` and `resend`, both with `data-state`: `idle`, `busy` (`waiting` for `resend`). Neither is ever `disabled`: a
//! button that goes away under the focus takes the focus with it.

use vestibule_flow::{Intent, Resend, built};
use yew::{Html, html};

use super::{Button, Draw, Icon, button, icon, said};

pub(super) fn submit(draw: Draw) -> Html {
    let Some(submit) = draw.view.submit else {
        return Html::default();
    };
    let (state, label) = if submit.busy {
        ("busy", draw.words.action_busy(submit.action))
    } else {
        ("idle", draw.words.action(submit.action))
    };
    let of = Button {
        part: "submit",
        state: Some(state),
        ..Button::default()
    };
    let inside = html! {
        <>
            if submit.busy { { icon(Icon::Spinner) } }
            <span key={label.as_str()} data-part="button-text">{ label }</span>
        </>
    };
    button(of, inside)
}

pub(crate) fn resend(draw: Draw) -> Html {
    if !built::SIGN_UP && !built::PASSWORDLESS {
        return Html::default();
    }
    let screen = draw.view.screen;
    let (state, label) = match draw.view.resend {
        None => return Html::default(),
        Some(Resend::Ready) => ("idle", draw.words.resend(screen)),
        Some(Resend::Wait(seconds)) => ("waiting", draw.words.resend_in(screen, seconds)),
    };
    let press = Some(draw.on(Intent::Resend));
    button(
        Button {
            part: "resend",
            state: Some(state),
            press,
            ..Button::default()
        },
        said(label),
    )
}
