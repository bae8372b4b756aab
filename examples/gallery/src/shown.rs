//! What an address shows.

use vestibule::gallery::{Sample, Still, pseudo};
use vestibule::languages::use_language;
use vestibule::{Arrangement, CardStyle, Density, Flash, FlashKind, Layout, Mode, Theme};
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::address::Address;
use crate::order;

/// A message of the app's own.
pub const MESSAGE: &str = "You were away for a while. Log in to go on.";

#[derive(Clone, PartialEq, Properties)]
pub struct ShownProps {
    pub address: Address,
    pub sample: Sample,
    /// What was wanted and is not there, a sentence each.
    pub told: Vec<String>,
    /// The editor's theme, for an address that wants that.
    pub own_theme: Option<Theme>,
}

/// The widget, on a stage of the width and the direction that the address says.
#[component]
pub fn Shown(props: &ShownProps) -> Html {
    let address = &props.address;
    let stage = use_node_ref();
    let tag = Some(address.get("lang"))
        .filter(|tag| *tag != "qps")
        .unwrap_or("en")
        .to_owned();
    let spoken = use_language("languages", Some(tag.into()));
    let words = if address.get("lang") == "qps" {
        pseudo()
    } else {
        spoken
    };
    // A page in the width of a card would be one of a telephone.
    let is_page = matches!(address.get("layout"), "page" | "split");
    let width = match address.get("width") {
        "440" if is_page => "1280",
        width => width,
    };
    // A width by a style attribute is what a strict policy refuses.
    use_effect_with((width.to_owned(), address.bare), {
        let stage = stage.clone();
        move |(width, bare)| {
            if let Some(stage) = stage.cast::<HtmlElement>() {
                // None at all where the page's own width is meant: an empty value takes the property away.
                let width = width.parse::<u16>().ok().filter(|_| !bare);
                let wide = width.map(|width| format!("{width}px")).unwrap_or_default();
                let _ = stage.style().set_property("inline-size", &wide);
            }
        }
    });
    let theme = match (address.get("theme"), &props.own_theme) {
        ("editor", Some(own)) => own.clone(),
        (name, _) => Theme::ALL
            .into_iter()
            .find(|theme| theme.name() == name)
            .unwrap_or_default(),
    };
    let layout = match address.get("layout") {
        "page" => Layout::Page,
        "split" => Layout::Split,
        "modal" => Layout::Modal,
        _ => Layout::Inline,
    };
    let arrangement = Arrangement {
        density: Density::parse(address.get("density")),
        card: CardStyle::parse(address.get("card")),
        order: order::named(address.get("order")).0,
        panel: Some(
            html! { <><h2>{ "Everything in one place" }</h2><p>{ "Orders, invoices, people." }</p></> },
        ),
    };
    let flash = match address.get("message") {
        "info" => Some(FlashKind::Info),
        "success" => Some(FlashKind::Success),
        "error" => Some(FlashKind::Error),
        _ => None,
    };
    let flash = flash.map(|kind| Flash::new(kind, MESSAGE));
    let dir = Some(address.get("dir").to_owned()).filter(|dir| dir != "auto");
    html! {
        <main ref={stage} class="stage" {dir} data-shown={address.query()} data-language={words.lang()}>
            // A picture of nothing but the widget has no words around it, but for those that say what it is no picture of.
            if !address.bare || !props.told.is_empty() {
                <div class="told" role="status">for sentence in &props.told { <p>{ sentence.clone() }</p> }</div>
            }
            if address.bare { <h1 class="aside">{ props.sample.name() }</h1> }
            // Another sample is another widget: what was typed into the last one is not its.
            <Still key={props.sample.name()} view={props.sample.view.clone()} {theme} mode={Mode::parse(address.get("mode"))} {layout}
                {arrangement} {words} {flash} words_up_to={if address.get("buttons") == "marks" { 0 } else { 4 }} />
        </main>
    }
}
