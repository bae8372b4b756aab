//! What is asked of every state of the gallery.

mod criteria;
mod editor;
mod hosts;
mod judged;
mod languages;
mod pictures;

use std::io::Write as _;

use vestibule_tests::Person;

/// Goes from state to state within the page, which is a hundred times faster than from outside.
const WALK: &str = include_str!("walk.js");

/// The queries of all states, as the gallery's own contents have them.
fn states(person: &Person) -> Vec<String> {
    person.sees("#states a");
    let links = person
        .runs("return [...document.querySelectorAll('#states a')].map((link) => new URL(link.href).search)");
    let links = links.as_array().expect("a list").iter();
    links
        .map(|link| link.as_str().expect("a query").to_owned())
        .collect()
}

/// Goes to a state of the gallery, with nothing around it, as a link would.
fn goes_to(person: &Person, query: &str) {
    person.runs(&format!(
        "history.pushState(null, '', '{query}&bare'); dispatchEvent(new PopStateEvent('popstate'))"
    ));
    person.sees(&format!("main[data-shown='{query}&bare']"));
}

/// What a failed comparison would not say: how much was looked at. Past the harness, which shows nothing of what passes.
fn counts(what: &str) {
    writeln!(std::io::stderr(), "gallery: {what}").expect("somebody reads the results");
}

/// What is wrong in any of these states, a sentence each: `wrong` is a function of these scripts.
fn walks(person: &Person, queries: &[String], scripts: &[&str], wrong: &str) -> Vec<String> {
    let queries = serde_json::json!(queries);
    let found = person.runs(&format!(
        "{WALK}\n{}\nreturn walk({queries}, {wrong})",
        scripts.join("\n")
    ));
    let found = found.as_array().expect("a list of sentences").iter();
    found
        .map(|what| what.as_str().unwrap_or_default().to_owned())
        .collect()
}

/// The same states, with more in their addresses.
fn with(states: &[String], more: &str) -> Vec<String> {
    states.iter().map(|query| format!("{query}{more}")).collect()
}
