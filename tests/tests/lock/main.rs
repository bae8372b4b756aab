//! Lock from npm, unmodified and bundled, against the authority over TLS: what teams come from finds what it expects.

mod bundle;
mod database;
mod enterprise;
mod hosted;
mod passwordless;
mod social;

use serde_json::{Value, json};
use vestibule_tests::{Cookies, Person, Scene, Story};

/// A password that every policy takes.
const STRONG: &str = "Vast-Ocean-42-Lanterns";

/// The button that Lock keeps at the bottom.
const SUBMIT: &str = ".auth0-lock-submit";

/// The page is http and the authority https, which are two sites; with a domain of its own it would be one.
fn scene() -> Scene {
    bundle::there();
    Scene::page("lock")
        .with_built(bundle::FILE)
        .over_tls()
        .with_cookies(Cookies::Allowed)
}

/// With options of Lock's.
fn scene_with(options: Value) -> Scene {
    scene().with("options", options)
}

/// Somebody before Lock's first screen.
fn visitor(story: &Story) -> Person {
    let person = story.visitor();
    person.hears("show");
    person
}

/// Types into a field of Lock's. React knows only of what is typed, not of a field that is emptied otherwise.
fn types(person: &Person, name: &str, text: &str) {
    let css = format!("[name={name}]");
    person.clicks(&css);
    person.runs(&format!("document.querySelector('{css}').select()"));
    person.types(text);
}

/// Types address and password and submits.
fn logs_in(person: &Person, username: &str, password: &str) {
    types(person, "email", username);
    types(person, "password", password);
    person.clicks(SUBMIT);
}

/// Goes away from a form of Lock's, which writes what is typed into the page's markup, the password as well.
fn leaves(person: &Person) {
    person.opens("about:blank");
}

/// The claims of the ID token that Lock took for good.
fn authenticated(person: &Person) -> Value {
    person.hears("authenticated");
    person.claims()
}

/// The newest message, read in a tab of its own.
fn newest_message(story: &Story, person: &Person) -> Value {
    let before = person.opens_tab(&format!("{}/dev/outbox.json", story.authority_origin()));
    let text = person.runs("return document.body.innerText");
    person.closes_window(before);
    let messages: Value = serde_json::from_str(text.as_str().unwrap_or_default()).unwrap_or(json!([]));
    messages[0].clone()
}
