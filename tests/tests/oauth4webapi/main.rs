//! oauth4webapi from npm, unmodified, against the authority: a certified relying party's logic finds no rule broken.

mod api;
mod dpop;
mod log_in;
mod log_out;
mod pushed;
mod refresh;
mod revocation;

use serde_json::{Value, json};
use vestibule_tests::{ADA, Person, Scene, Story};

fn scene() -> Scene {
    Scene::page("oauth4webapi").with_npm("oauth4webapi", "build/index.js")
}

fn visitor(story: &Story) -> Person {
    let person = story.visitor();
    person.hears("shown");
    person
}

/// Has the page call a function of its own and waits for the outcome; what was shown before is gone.
fn calls(person: &Person, call: &str, event: &str) -> Value {
    person.runs(&format!(
        "document.querySelector('#events').replaceChildren(); demo.{call}"
    ));
    person.hears(event);
    person.claims()
}

/// Logs Ada in on the hosted page.
fn logs_in(person: &Person, response_type: &str) -> Value {
    person.runs(&format!("demo.logIn({})", json!(response_type)));
    person.fills("username", ADA.email);
    person.fills("password", ADA.password);
    person.submits();
    person.hears("shown");
    person.claims()
}
