//! Every theme in light and dark, and every layout, in the example that shows them all.

use vestibule_tests::{ADA, Audit, Person, Scene, story};

/// The themes of the program, by name; that these are all, the theme crate's tests say.
const THEMES: [&str; 13] = [
    "dawn",
    "dusk",
    "contrast",
    "print",
    "moss",
    "bloom",
    "slate",
    "terminal",
    "harbor",
    "poster",
    "shadcn",
    "bootstrap",
    "material",
];

fn chooses(person: &Person, what: &str, word: &str) {
    person.clicks(&format!("#{what} option[value={word}]"));
}

#[test]
fn every_theme_in_the_light_and_in_the_dark_shuts_nobody_out() {
    story(Scene::of("looks"), |story| {
        let mut audit = Audit::default();
        let person = story.visitor();
        person.is_on("log-in");
        person.submits();
        person.sees("[name=password][aria-invalid=true]");
        for theme in THEMES {
            for mode in ["light", "dark"] {
                chooses(&person, "theme", theme);
                chooses(&person, "mode", mode);
                person.sees(&format!("[data-part=root][data-theme={theme}][data-mode={mode}]"));
                audit.of(&person, &format!("log-in, both fields empty, {theme}, {mode}"));
            }
        }
        audit.ends();
    });
}

#[test]
fn a_look_that_is_changed_keeps_what_is_typed_and_shuts_nobody_out() {
    story(Scene::of("looks"), |story| {
        let mut audit = Audit::default();
        let person = story.visitor();
        person.is_on("log-in");
        person.fills("username", ADA.email);
        for (what, word, seen) in [
            ("theme", "moss", "[data-part=root][data-theme=moss]"),
            ("density", "compact", "[data-part=root][data-density=compact]"),
            ("card", "flush", "[data-part=root][data-card=flush]"),
            ("order", "form", "[data-part=form] ~ [data-part=connections]"),
            ("buttons", "marks", "[data-part=connections][data-state=grid]"),
            ("layout", "page", "[data-layout=page] [data-part=root]"),
            ("layout", "split", "[data-layout=split] [data-part=panel]"),
            ("layout", "inline", "main > [data-part=root]"),
        ] {
            chooses(&person, what, word);
            person.sees(seen);
            let value = person.runs("return document.querySelector('[name=username]').value");
            assert_eq!(value, ADA.email, "{what}: {word}");
            audit.of(&person, &format!("log-in, {what} {word}"));
        }
        audit.ends();
    });
}
