//! The quiet ways to other screens, below everything else; the way back is always the last.
//!
//! ## Styling
//!
//! `links`, in it `link` around a `switch` (with `data-to`) and the sentence that leads to it.

use vestibule_flow::{Intent, ScreenName, Switch};
use yew::{AttrValue, Html, html};

use super::{Draw, Icon, icon};

/// Whether a way stands among the connections instead: it is another way in, not a way on or back.
pub(crate) fn is_way_in(from: ScreenName, switch: &Switch) -> bool {
    switch.to == ScreenName::Passwordless && matches!(from, ScreenName::LogIn | ScreenName::Passwordless)
}

pub(crate) fn links(draw: Draw) -> Html {
    let mut ways = draw
        .view
        .switches
        .iter()
        .filter(|way| !is_way_in(draw.view.screen, way))
        .peekable();
    if ways.peek().is_none() {
        return Html::default();
    }
    html! { <div data-part="links">for way in ways { { link(draw, way) } }</div> }
}

fn link(draw: Draw, switch: &Switch) -> Html {
    let from = draw.view.screen;
    let (lead, label) = draw.words.switch(from, switch);
    let goes_back = lead.is_none() && matches!(switch.to, ScreenName::LogIn | ScreenName::Passwordless);
    html! {
        <p data-part="link" key={switch.to.as_str()}>
            if let Some(lead) = lead { { lead } {" "} }
            <button
                type="button"
                data-part="switch"
                data-to={switch.to.as_str()}
                data-connection={switch.connection.clone().map(AttrValue::from)}
                onclick={draw.on(Intent::Go(switch.clone()))}
            >
                if goes_back { { icon(Icon::Back) } }
                { label }
            </button>
        </p>
    }
}
