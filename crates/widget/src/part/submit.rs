//! The main button, and sending once more.
//!
//! ## Styling
//!
//! `submit` and `resend`, both with `data-state`: `idle`, `busy` (`waiting` for `resend`). Neither is ever `disabled`: a
//! button that goes away under the focus takes the focus with it.

use vestibule_flow::{Intent, Resend};
use yew::{Html, html};

use super::{Draw, Icon, icon};

pub(super) fn submit(draw: Draw) -> Html {
    let Some(submit) = draw.view.submit else {
        return Html::default();
    };
    html! {
        <button
            type="submit"
            data-part="submit"
            data-state={if submit.busy { "busy" } else { "idle" }}
            aria-disabled={submit.busy.then_some("true")}
        >
            if submit.busy { { icon(Icon::Spinner) } }
            <span data-part="button-text">
                { if submit.busy { draw.words.action_busy(submit.action) } else { draw.words.action(submit.action) } }
            </span>
        </button>
    }
}

pub(crate) fn resend(draw: Draw) -> Html {
    let screen = draw.view.screen;
    let (state, label) = match draw.view.resend {
        None => return Html::default(),
        Some(Resend::Ready) => ("idle", draw.words.resend(screen)),
        Some(Resend::Wait(seconds)) => ("waiting", draw.words.resend_in(screen, seconds)),
    };
    html! {
        <button
            type="button"
            data-part="resend"
            data-state={state}
            aria-disabled={(state == "waiting").then_some("true")}
            onclick={draw.on(Intent::Resend)}
        >
            { label }
        </button>
    }
}
