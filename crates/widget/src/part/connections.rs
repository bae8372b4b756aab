//! The ways in that need no typing here: social and enterprise connections, and the passwordless screens.
//!
//! ## Styling
//!
//! `connections` (`data-state`: `list`, or `grid` where there are more than `words_up_to`, with `data-columns`), in it
//! `connection` (with `data-connection`; `data-state`: `idle`, `busy`), in it `last-used`, and `switch`; `divider`.

use vestibule_flow::{ConnectionButton, Intent, Switch};
use yew::{AttrValue, Html, html};

use super::icon::initial;
use super::links::{is_way_in, leads_to};
use super::{Button, Draw, Icon, button, icon, mark};
use crate::marks::{self, Mark};
use crate::words::Key;

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
    let columns = columns(draw);
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

/// How many columns a grid of so many icons has, so that its last row is no straggler; none where they stand in a list, with
/// their words: a few, or several that would look alike.
fn columns(draw: Draw) -> Option<&'static str> {
    let all = &draw.view.connections;
    let look_alike = || {
        let looks: Vec<String> = all.iter().map(|each| look(draw, each)).collect();
        (1..looks.len()).any(|at| looks[..at].contains(&looks[at]))
    };
    match all.len() {
        count if count <= draw.words_up_to || look_alike() => None,
        0..=3 | 6 => Some("3"),
        4 | 7 | 8 => Some("4"),
        _ => Some("5"),
    }
}

/// What a button without its words is known by: its drawing, or the letter in the place of one.
fn look(draw: Draw, connection: &ConnectionButton) -> String {
    let known = marks::of(draw.marks, &connection.name, &connection.strategy);
    match known.and_then(|mark| mark.shapes.first()) {
        Some(shape) => shape.path.to_owned(),
        None => initial(title(&named(connection, known))),
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
    html! { <div data-part="divider"><span>{ draw.words.text(Key::Or) }</span></div> }
}

fn connection(draw: Draw, connection: &ConnectionButton) -> Html {
    let known = marks::of(draw.marks, &connection.name, &connection.strategy);
    let named = named(connection, known);
    let name = title(&named);
    let label = draw.words.connection(&named);
    let (state, picture) = if connection.busy {
        ("busy", icon(Icon::Spinner))
    } else {
        ("idle", mark(known, name))
    };
    let of = Button {
        part: "connection",
        state: Some(state),
        connection: Some(named.name),
        tip: Some(label.clone()),
        press: Some(draw.on(Intent::Choose(connection.name.clone()))),
        ..Button::default()
    };
    let last = connection
        .last_used
        .then(|| html! { <span data-part="last-used">{ draw.words.text(Key::LastUsed) }</span> });
    button(of, html! { <>{ with_words(picture, label) }{ last }</> })
}

/// The connection with the name that its button gives it: that of a mark of its own, else that of the settings, else that of its
/// strategy's mark, unless it is a company's, whose mark is that of a way to log in.
fn named(connection: &ConnectionButton, mark: Option<&Mark>) -> ConnectionButton {
    let mut named = connection.clone();
    if let Some(mark) = mark {
        let is_its_own = mark.strategy != connection.strategy;
        if is_its_own || (named.display_name.is_none() && !named.company) {
            named.display_name = Some(mark.name.to_owned());
        }
    }
    named
}

fn title(named: &ConnectionButton) -> &str {
    named.display_name.as_ref().unwrap_or(&named.name)
}

fn way(draw: Draw, switch: &Switch) -> Html {
    let (_, label) = draw.words.switch(draw.view.screen, switch);
    let picture = if switch.by_phone { Icon::Phone } else { Icon::Mail };
    button(leads_to(draw, switch), with_words(icon(picture), label))
}

fn with_words(picture: Html, words: AttrValue) -> Html {
    html! { <>{ picture }<span data-part="button-text">{ words }</span></> }
}
