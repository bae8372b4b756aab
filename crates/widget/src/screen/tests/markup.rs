//! The markup as a whole: its buttons, what hosts and themes rely on, and nothing that a strict policy refuses.

use vestibule_theme::Theme;

use super::{attribute, draw, html_of, tags, with};
use crate::gallery;
use crate::marks;

#[tokio::test]
async fn every_button_says_its_type_and_none_is_disabled() {
    for sample in gallery::samples() {
        let (name, view) = (sample.name(), sample.view);
        let html = draw(view).await;
        for button in tags(&html, "button") {
            assert!(attribute(button, "type").is_some(), "{name}: {button}");
            assert!(!button.contains(" disabled"), "{name}: {button}");
        }
        assert!(with(&html, "type=\"submit\"").len() <= 1, "{name}");
    }
}

#[tokio::test]
async fn a_busy_button_changes_its_words_and_keeps_its_place() {
    let busy = gallery::sample("log-in", "busy").expect("it is in the list");
    let html = draw(busy.view).await;
    let submit = with(&html, "data-part=\"submit\"")[0];
    assert_eq!(attribute(submit, "aria-disabled"), Some("true"));
    assert!(html.contains("Logging in…"));
    assert_eq!(attribute(tags(&html, "form")[0], "aria-busy"), Some("true"));
}

#[tokio::test]
async fn nothing_is_drawn_that_a_strict_policy_refuses() {
    for sample in gallery::samples() {
        let (name, view) = (sample.name(), sample.view);
        let html = draw(view).await;
        for refused in [" style=", "<style", "<script", " onclick=", "javascript:"] {
            assert!(!html.contains(refused), "{name}: {refused}");
        }
    }
}

#[tokio::test]
async fn the_root_says_what_hosts_rely_on() {
    for sample in gallery::samples() {
        let (name, view) = (sample.name(), sample.view);
        let screen = view.screen.as_str();
        let html = draw(view).await;
        let root = with(&html, "data-part=\"root\"")[0];
        assert_eq!(attribute(root, "data-screen"), Some(screen), "{name}");
        assert_eq!(attribute(root, "data-theme"), Some("dawn"), "{name}");
        assert_eq!(attribute(root, "data-mode"), Some("auto"), "{name}");
    }
}

#[tokio::test]
async fn every_part_that_a_theme_can_dress_is_drawn_somewhere() {
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../../../../themes/theme.schema.json")).expect("JSON");
    let parts = schema["$defs"]["parts"]["properties"].as_object().expect("parts");
    let theme = Theme::from_json(r#"{"name":"t","preset":"dawn","logo":"/logo.svg"}"#).expect("a theme");
    let mut html = String::new();
    for sample in gallery::samples() {
        html += &html_of(sample.view, &theme, marks::DEFAULT).await;
    }
    // What stands around the card is drawn by others.
    let around = [
        include_str!("../../frame.rs"),
        include_str!("../../login_widget.rs"),
    ]
    .concat();
    for part in parts.keys() {
        let is_drawn = html.contains(&format!("data-part=\"{part}\""));
        let is_around = around.contains(&format!("data-part=\"{part}\""))
            || around.contains(&format!("part: \"{part}\""));
        assert!(is_drawn || is_around, "{part}");
    }
}
