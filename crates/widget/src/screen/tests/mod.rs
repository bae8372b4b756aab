//! Every screen as native HTML: names, labels, tokens, live regions.

mod fields;
mod connections;
mod messages;
mod markup;

use std::rc::Rc;

use vestibule_flow::View;
use vestibule_theme::Theme;
use yew::{AttrValue, Callback, LocalServerRenderer};

use super::{ScreenProps, screen};
use crate::flash::Flash;
use crate::marks::{self, Mark};
use crate::words::Language;

#[yew::component]
fn Screen(props: &ScreenProps) -> yew::Html {
    screen(props)
}

pub(super) async fn html_of(view: View, theme: &Theme, marks: &'static [Mark]) -> String {
    drawn(view, (theme, Language::default()), marks, None).await
}

pub(super) async fn drawn(
    view: View,
    (theme, words): (&Theme, Language),
    marks: &'static [Mark],
    flash: Option<Flash>,
) -> String {
    let props = ScreenProps {
        flash,
        words,
        ..props_of(view, theme, marks)
    };
    render(props).await
}

/// What a screen is drawn from when the app says nothing.
pub(super) fn props_of(view: View, theme: &Theme, marks: &'static [Mark]) -> ScreenProps {
    ScreenProps {
        flash: None,
        captchas: Vec::new(),
        arrangement: crate::Arrangement::default(),
        slots: crate::slots::Slots::default(),
        words_up_to: 4,
        view: Rc::new(view),
        send: Callback::noop(),
        uid: AttrValue::Static("t"),
        words: Language::default(),
        marks,
        theme: theme.clone(),
        mode: None,
        root: yew::NodeRef::default(),
        ways: 4,
        corner: None,
    }
}

pub(super) async fn render(props: ScreenProps) -> String {
    LocalServerRenderer::<Screen>::with_props(props)
        .hydratable(false)
        .render()
        .await
}

async fn draw(view: View) -> String {
    html_of(view, &Theme::DAWN, marks::DEFAULT).await
}

/// The tags of a kind, each from its `<` to its `>`.
fn tags<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let open = format!("<{name} ");
    html.match_indices(&open)
        .map(|(at, _)| &html[at..=at + html[at..].find('>').unwrap()])
        .collect()
}

/// The tags, of any kind, that have an attribute with this value.
fn with<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    html.split_inclusive('>')
        .filter_map(|piece| piece.rfind('<').map(|at| &piece[at..]))
        .filter(|tag| tag.contains(attribute))
        .collect()
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    Some(&tag[start..start + tag[start..].find('"')?])
}
