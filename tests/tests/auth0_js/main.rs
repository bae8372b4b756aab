//! auth0-js from npm, unmodified, against the authority: a client that is not ours finds what it expects.

mod code;
mod cross_site;
mod log_in;
mod password;
mod passwordless;
mod popup;
mod session;
mod sign_up;

use serde_json::{Value, json};
use vestibule_tests::{ADA, Person, Scene, Story};

/// A password that every policy takes.
const STRONG: &str = "Vast-Ocean-42-Lanterns";

fn scene() -> Scene {
    Scene::page("auth0-js").with_npm("auth0-js", "dist/auth0.min.js")
}

fn visitor(story: &Story) -> Person {
    let person = story.visitor();
    person.hears("shown");
    person
}

/// Has the page call a function of auth0-js; what was shown before is gone.
fn starts(person: &Person, function: &str, arguments: &[&str]) {
    person.runs(&format!("demo({}, ...{})", json!(function), json!(arguments)));
}

/// Has the page call a function of auth0-js and waits for its outcome.
fn calls(person: &Person, function: &str, arguments: &[&str], event: &str) -> Value {
    starts(person, function, arguments);
    person.hears(event);
    person.claims()
}

/// Logs Ada in, by co/authenticate and a redirect.
fn logs_in(person: &Person) -> Value {
    calls(person, "logIn", &[ADA.email, ADA.password], "authenticated")
}
