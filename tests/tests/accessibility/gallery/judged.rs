//! Every state in both directions of writing, and every screen in every theme, judged by axe-core and counted.

use vestibule_tests::{Audit, Scene, story};

use super::{counts, goes_to, states};

const DIRECTIONS: [&str; 2] = ["ltr", "rtl"];

fn every_state_in(direction: &str) {
    story(Scene::of("gallery"), |story| {
        let mut audit = Audit::default();
        let person = story.visitor();
        let states = states(&person);
        assert!(states.len() >= 100, "{}", states.len());
        for query in &states {
            goes_to(&person, &format!("{query}&dir={direction}"));
            audit.of(&person, &format!("{query}, {direction}"));
        }
        counts(&format!(
            "{} states {direction}, {} axe runs",
            states.len(),
            audit.runs()
        ));
        assert!(audit.runs() >= 400, "{}", audit.runs());
        audit.ends();
    });
}

#[test]
fn every_state_written_from_left_to_right_shuts_nobody_out() {
    every_state_in(DIRECTIONS[0]);
}

#[test]
fn every_state_written_from_right_to_left_shuts_nobody_out() {
    every_state_in(DIRECTIONS[1]);
}

/// The first state of each screen stands for it.
fn screens(states: &[String]) -> Vec<&String> {
    let screen = |query: &str| query.split('&').next().unwrap_or_default().to_owned();
    let mut seen = Vec::new();
    let first = states.iter().filter(|query| {
        let name = screen(query);
        let is_new = !seen.contains(&name);
        seen.push(name);
        is_new
    });
    first.collect()
}

fn every_screen_in_every_theme(direction: &str) {
    story(Scene::of("gallery"), |story| {
        let mut audit = Audit::default();
        let person = story.visitor();
        let states = states(&person);
        let themes = person
            .runs("return [...document.querySelectorAll('[name=theme] option')].map((one) => one.value)");
        let themes: Vec<&str> = themes
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|theme| theme.as_str())
            .collect();
        assert_eq!(themes.len(), 13, "{themes:?}");
        for query in screens(&states) {
            // Dawn is in every state above.
            for theme in themes.iter().filter(|theme| **theme != "dawn") {
                let (screen, state) = query.split_once("&state=").expect("a state");
                let query = format!("{screen}&state={state}&theme={theme}&dir={direction}");
                goes_to(&person, &query);
                audit.of(&person, &query);
            }
        }
        counts(&format!(
            "{} themes {direction}, {} axe runs",
            themes.len(),
            audit.runs()
        ));
        assert!(audit.runs() >= 600, "{}", audit.runs());
        audit.ends();
    });
}

#[test]
fn every_screen_in_every_theme_from_left_to_right_shuts_nobody_out() {
    every_screen_in_every_theme(DIRECTIONS[0]);
}

#[test]
fn every_screen_in_every_theme_from_right_to_left_shuts_nobody_out() {
    every_screen_in_every_theme(DIRECTIONS[1]);
}

#[test]
fn every_arrangement_shuts_nobody_out() {
    story(Scene::of("gallery"), |story| {
        let mut audit = Audit::default();
        let person = story.visitor();
        person.sees("#states a");
        for (part, but_the_usual) in [
            ("layout", &["page", "split", "modal"][..]),
            ("density", &["comfortable", "compact"]),
            ("card", &["raised", "flush", "outlined"]),
            (
                "order",
                &[
                    "form",
                    "connections-last",
                    "form-last",
                    "links",
                    "links-then-form",
                ],
            ),
            ("buttons", &["marks"]),
            ("message", &["info", "success", "error"]),
        ] {
            for value in but_the_usual {
                let query = format!("?screen=log-in&state=idle&{part}={value}");
                goes_to(&person, &query);
                audit.of(&person, &query);
            }
        }
        counts(&format!("arrangements, {} axe runs", audit.runs()));
        assert!(audit.runs() >= 68, "{}", audit.runs());
        audit.ends();
    });
}
