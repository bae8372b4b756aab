//! Writes every sample as a page of its own, to be looked at: `target/gallery/NAME.html`, and `index.html` with all.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use vestibule_flow::{ConnectionButton, View};
use vestibule_theme::{Density, Theme};
use yew::{Html, LocalServerRenderer, component, html};

use super::tests::{html_of, props_of};
use super::{ScreenProps, screen};
use crate::gallery;
use crate::marks::{self, Mark};
use crate::{Arrangement, Order, frame, style};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/gallery");

#[tokio::test]
async fn every_sample_can_be_looked_at() {
    fs::create_dir_all(FOLDER).unwrap();
    for theme in Theme::ALL {
        let mut all = String::new();
        for sample in gallery::samples() {
            let (name, view) = (sample.name(), sample.view);
            let html = html_of(view, &theme, marks::DEFAULT).await;
            assert!(html.contains("data-part=\"root\""), "{name}");
            write(&format!("{}-{name}", theme.name()), &theme, &html);
            write!(all, "<figure><figcaption>{name}</figcaption>{html}</figure>").unwrap();
        }
        write(theme.name(), &theme, &all);
    }
}

#[tokio::test]
async fn every_mark_can_be_looked_at() {
    const MARKS: &[Mark] = &{
        let mut marks = [marks::GOOGLE; marks::TABLE.len()];
        let mut at = 0;
        while at < marks.len() {
            marks[at] = marks::TABLE[at].0;
            at += 1;
        }
        marks
    };
    fs::create_dir_all(FOLDER).unwrap();
    let button = |mark: &Mark| ConnectionButton {
        name: mark.strategy.to_owned(),
        strategy: mark.strategy.to_owned(),
        display_name: None,
        company: false,
        domain: None,
        last_used: false,
        busy: false,
    };
    for theme in Theme::ALL {
        let mut all = String::new();
        // A grid of all, and lists of four.
        for some in [MARKS].into_iter().chain(MARKS.chunks(4)) {
            let view = View {
                connections: some.iter().map(button).collect(),
                fields: vec![],
                switches: vec![],
                submit: None,
                ..gallery::log_in()
            };
            all.push_str(&html_of(view, &theme, MARKS).await);
        }
        write(&format!("{}-marks", theme.name()), &theme, &all);
    }
}

/// A page of its own, with or without a panel beside it.
#[derive(Clone, PartialEq, yew::Properties)]
struct Laid {
    screen: ScreenProps,
    panel: Option<Html>,
}

#[component]
fn Page(props: &Laid) -> Html {
    let theme = &props.screen.theme;
    frame::page(screen(&props.screen), theme, None, props.panel.clone())
}

#[tokio::test]
async fn every_layout_can_be_looked_at() {
    fs::create_dir_all(FOLDER).unwrap();
    for theme in Theme::ALL {
        let panel =
            html! { <><h2>{ "Everything in one place" }</h2><p>{ "Orders, invoices, people." }</p></> };
        for (name, panel) in [("page", None), ("split", Some(panel))] {
            let arrangement = Arrangement {
                density: Some(Density::Compact),
                order: Order::FormFirst,
                ..Arrangement::default()
            };
            let screen = ScreenProps {
                arrangement,
                ..props_of(gallery::log_in(), &theme, marks::DEFAULT)
            };
            let laid = Laid { screen, panel };
            let html = LocalServerRenderer::<Page>::with_props(laid)
                .hydratable(false)
                .render()
                .await;
            assert!(html.starts_with("<div data-part=\"page\""), "{html}");
            let sheet = format!("{}{}", style::LOOKS, style::theme_rule(&theme));
            let page = format!(
                "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'><title>{name}</title><style>body{{margin:0;font-family:system-ui,sans-serif}}</style><style>{sheet}</style><main>{html}</main></html>"
            );
            fs::write(
                Path::new(FOLDER).join(format!("{}-{name}.html", theme.name())),
                page,
            )
            .unwrap();
        }
    }
}

fn write(name: &str, theme: &Theme, html: &str) {
    let sheet = format!("{}{}", style::LOOKS, style::theme_rule(theme));
    let page = "body{margin:0;min-height:100vh;padding:16px;box-sizing:border-box;display:flex;flex-wrap:wrap;gap:32px;justify-content:center;align-items:start;font-family:system-ui,sans-serif;background:light-dark(#ece9e4,#121010);color-scheme:light dark}main{flex:1;display:flex;flex-wrap:wrap;gap:32px;justify-content:center;align-items:start;min-width:0}.aside{position:absolute;clip-path:inset(50%);margin:0}figure{margin:0;width:400px}";
    let text = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'><title>{name}</title><style>{page}</style><style>{sheet}</style><main><h1 class=aside>{name}</h1>{html}</main></html>"
    );
    fs::write(Path::new(FOLDER).join(format!("{name}.html")), text).unwrap();
}
