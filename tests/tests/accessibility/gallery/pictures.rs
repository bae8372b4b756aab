//! Chosen states as they looked when somebody last looked at them.

use vestibule_tests::{Pane, Scene, story};

use super::{counts, goes_to};

/// States that between them show every part of the widget, in themes that are least like each other.
const PICTURES: [(&str, &str); 17] = [
    ("log-in", "?screen=log-in&state=idle&mode=light"),
    ("log-in-dark", "?screen=log-in&state=idle&mode=dark"),
    ("log-in-errors", "?screen=log-in&state=errors&mode=light"),
    ("log-in-busy", "?screen=log-in&state=busy&mode=light"),
    ("log-in-arabic", "?screen=log-in&state=locked&lang=ar&mode=light"),
    ("sign-up", "?screen=sign-up&state=typed&mode=light"),
    ("code", "?screen=code&state=idle&mode=light"),
    ("stopped", "?screen=stopped&state=retry&mode=light"),
    ("signed-in", "?screen=signed-in&state=idle&mode=light"),
    ("dusk", "?screen=log-in&state=six&theme=dusk&mode=dark"),
    ("slate", "?screen=log-in&state=wrong&theme=slate&mode=light"),
    ("poster", "?screen=log-in&state=idle&theme=poster&mode=light"),
    ("terminal", "?screen=log-in&state=idle&theme=terminal&mode=dark"),
    ("told", "?screen=link-sent&state=opened-elsewhere&mode=light"),
    ("message", "?screen=log-in&state=idle&mode=light&message=info"),
    (
        "dialog",
        "?screen=log-in&state=plain&mode=light&layout=modal&card=outlined",
    ),
    ("print", "?screen=sign-up&state=tick&theme=print&mode=light"),
];

#[test]
fn the_widget_looks_as_it_did() {
    story(Scene::of("gallery"), |story| {
        let person = story.visitor();
        person.sees("#states a");
        person.looks_through(Pane::ALL[3]);
        let mut different = Vec::new();
        for (name, query) in PICTURES {
            goes_to(&person, query);
            if query.contains("lang=ar") {
                person.sees("[data-part=root][lang=ar]");
            }
            different.extend(person.differs("[data-part=root]", name));
        }
        assert!(different.is_empty(), "{}", different.join("\n"));
        counts(&format!("{} pictures compared", PICTURES.len()));
    });
}
