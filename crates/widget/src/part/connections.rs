//! The ways in that need no typing here: social and enterprise connections, and the passwordless screens.
//!
//! ## Styling
//!
//! `connections` (`data-state`: `list`, or `grid` from the fifth social connection on, with `data-columns`), in it
//! `connection` (with `data-connection`; `data-state`: `idle`, `busy`) and `switch`; `divider`.

use vestibule_flow::{ConnectionButton, Intent, ScreenName, Switch};
use yew::{AttrValue, Html, html};

use super::icon::mark;
use super::links::is_way_in;
use super::{Draw, Icon, icon};

/// More buttons than this stand in a grid.
const LIST_HOLDS: usize = 4;

pub(crate) fn connections(draw: Draw) -> Html {
    let ways = || {
        draw.view
            .switches
            .iter()
            .filter(|switch| is_way_in(draw.view.screen, switch))
    };
    if draw.view.connections.is_empty() && ways().next().is_none() {
        return Html::default();
    }
    let columns = columns(draw.view.connections.len());
    html! {
        <ul
            data-part="connections"
            data-state={if columns.is_some() { "grid" } else { "list" }}
            data-columns={columns}
            role="list"
        >
            for each in &draw.view.connections {
                <li key={each.name.clone()}>{ connection(draw, each) }</li>
            }
            for each in ways() {
                <li key={each.connection.clone().unwrap_or_default()} data-part="way">{ way(draw, each) }</li>
            }
        </ul>
    }
}

/// How many columns a grid of so many icons has, so that its last row is no straggler.
fn columns(count: usize) -> Option<&'static str> {
    match count {
        0..=LIST_HOLDS => None,
        6 => Some("3"),
        7 | 8 => Some("4"),
        _ => Some("5"),
    }
}

/// Between the connections and the form, when there are both.
pub(crate) fn divider(draw: Draw) -> Html {
    let has_ways = draw
        .view
        .switches
        .iter()
        .any(|switch| is_way_in(draw.view.screen, switch));
    if draw.view.fields.is_empty() || (draw.view.connections.is_empty() && !has_ways) {
        return Html::default();
    }
    html! { <div data-part="divider"><span>{ draw.words.or() }</span></div> }
}

fn connection(draw: Draw, connection: &ConnectionButton) -> Html {
    let name = connection.display_name.as_ref().unwrap_or(&connection.name);
    let label = draw.words.connection(connection);
    html! {
        <button
            type="button"
            data-part="connection"
            data-connection={connection.name.clone()}
            data-state={if connection.busy { "busy" } else { "idle" }}
            aria-disabled={connection.busy.then_some("true")}
            title={label.clone()}
            onclick={draw.on(Intent::Choose(connection.name.clone()))}
        >
            if connection.busy { { icon(Icon::Spinner) } } else { { mark(&connection.strategy, name) } }
            <span data-part="button-text">{ label }</span>
        </button>
    }
}

fn way(draw: Draw, switch: &Switch) -> Html {
    let (_, label) = draw.words.switch(draw.view.screen, switch);
    let picture = if switch.connection.as_deref() == Some("sms") {
        Icon::Phone
    } else {
        Icon::Mail
    };
    html! {
        <button
            type="button"
            data-part="switch"
            data-to={ScreenName::Passwordless.as_str()}
            data-connection={switch.connection.clone().map(AttrValue::from)}
            onclick={draw.on(Intent::Go(switch.clone()))}
        >
            { icon(picture) }
            <span data-part="button-text">{ label }</span>
        </button>
    }
}
