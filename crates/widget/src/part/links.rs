//! The quiet ways to other screens, below everything else; the way back is always the last.
//!
//! ## Styling
//!
//! `links`, in it `link` around a `switch` (with `data-to`) and the sentence that leads to it.

use vestibule_flow::{Intent, ScreenName, Switch};
use yew::{Html, html};

use super::{Button, Draw, Icon, button, icon};

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
    let goes_back = lead.is_none()
        && from != ScreenName::SignedUp
        && matches!(switch.to, ScreenName::LogIn | ScreenName::Passwordless);
    let inside = html! {
        <>
            if goes_back { { icon(Icon::Back) } }
            { label }
        </>
    };
    html! {
        <p data-part="link" key={switch.to.as_str()}>
            if let Some(lead) = lead { { lead } {" "} }
            { way(draw, switch, inside) }
        </p>
    }
}

/// A button, or a link where the app has named an address.
fn way(draw: Draw, switch: &Switch, inside: Html) -> Html {
    match &switch.href {
        Some(href) => {
            html! { <a data-part="switch" data-to={switch.to.as_str()} href={href.clone()}>{ inside }</a> }
        }
        None => button(leads_to(draw, switch), inside),
    }
}

/// The button of a way to another screen.
pub(crate) fn leads_to(draw: Draw, switch: &Switch) -> Button {
    Button {
        part: "switch",
        to: Some(switch.to.as_str()),
        connection: switch.connection.clone(),
        press: Some(draw.on(Intent::Go(switch.clone()))),
        ..Button::default()
    }
}
