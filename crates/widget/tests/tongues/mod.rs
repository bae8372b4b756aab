//! Words that come from the app itself, and texts of its own in whichever language.

use vestibule::languages::{Source, Text, use_language};
use vestibule::words::Key;
use vestibule::{Config, LoginWidget};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;
use web_sys::wasm_bindgen::JsCast;
use yew::Renderer;
use yew::prelude::*;

use crate::page::{Stage, js, until};

/// A language that the app has built in.
fn built_in(lang: &str) -> Text {
    let found =
        (lang == "de").then(|| r#"{"action.log-in": "Anmelden", "title.log-in": "Anmelden"}"#.to_owned());
    Box::pin(async move { found })
}

fn ours(lang: &str, key: Key, _count: Option<u32>) -> Option<&'static str> {
    match (lang, key) {
        ("en", Key::ActionLogIn) => Some("Sign in"),
        ("de", Key::ActionLogIn) => Some("Einloggen"),
        _ => None,
    }
}

#[derive(Clone, PartialEq, Properties)]
struct HostProps {
    wanted: &'static str,
}

#[component]
fn Host(props: &HostProps) -> Html {
    let words = use_language(Source::App(built_in), Some(props.wanted.into())).with_own(ours);
    html! { <LoginWidget config={Config::new("https://login.example.com/", "app")} {words} /> }
}

#[wasm_bindgen_test]
async fn an_app_gives_the_words_itself_and_a_few_of_its_own_in_each_language() {
    // The first one puts the server into the page.
    drop(Stage::open().await);
    let place = js("document.body.appendChild(document.createElement('div'))").unchecked_into::<Element>();
    let wanted = "de-AT";
    let mut app = Renderer::<Host>::with_root_and_props(place.clone(), HostProps { wanted }).render();
    let text = |selector: &str| {
        let found = place.query_selector(selector).ok().flatten();
        found
            .and_then(|element| element.text_content())
            .unwrap_or_default()
    };
    until("German", || {
        text("[data-part=submit]").contains("Einloggen").then_some(())
    })
    .await;
    assert!(text("[data-part=title]").contains("Anmelden"));
    // What its file lacks is English.
    assert!(text("[data-field=password]").contains("Password"));

    app.update(HostProps { wanted: "en" });
    until("English", || {
        text("[data-part=submit]").contains("Sign in").then_some(())
    })
    .await;
    assert!(text("[data-part=title]").contains("Log in"));
    app.destroy();
    place.remove();
}
