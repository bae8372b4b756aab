//! Ways and connections: their names, their marks, and how many have words.

use vestibule_theme::Theme;

use super::{attribute, draw, html_of, props_of, render, with};
use crate::gallery;
use crate::marks::{self, Mark};
use crate::screen::ScreenProps;

#[tokio::test]
async fn ways_and_connections_carry_their_names() {
    let html = draw(gallery::log_in()).await;
    let names: Vec<_> = with(&html, "data-part=\"connection\"")
        .into_iter()
        .map(|tag| attribute(tag, "data-connection").unwrap())
        .collect();
    assert_eq!(names, ["google-oauth2", "facebook"]);
    let mut ways: Vec<_> = with(&html, "data-part=\"switch\"")
        .into_iter()
        .map(|tag| {
            (
                attribute(tag, "data-to").unwrap(),
                attribute(tag, "data-connection"),
            )
        })
        .collect();
    ways.sort_unstable();
    let expected = [
        ("forgot-password", None),
        ("passwordless", Some("email")),
        ("passwordless", Some("sms")),
        ("sign-up", None),
    ];
    assert_eq!(ways, expected);
}

#[tokio::test]
async fn a_connection_is_called_by_the_settings_else_by_its_mark_else_by_the_words() {
    const MARKS: &[Mark] = &[marks::GITHUB, marks::DWOLLA];
    let (mut view, mut html) = (gallery::log_in(), String::new());
    for (strategy, display_name, expected) in [
        ("github", Some("Acme’s code"), "Continue with Acme’s code"),
        ("github", None, "Continue with GitHub"),
        ("dwolla", None, "Continue with Dwolla"),
        ("facebook", None, "Continue with Facebook"),
        ("samlp", None, "Continue with the-name"),
    ] {
        view.connections.truncate(1);
        view.connections[0].name = "the-name".to_owned();
        view.connections[0].strategy = strategy.to_owned();
        view.connections[0].display_name = display_name.map(str::to_owned);
        html = html_of(view.clone(), &Theme::DAWN, MARKS).await;
        assert!(html.contains(&format!(">{expected}<")), "{strategy}");
        let button = with(&html, "data-part=\"connection\"")[0];
        assert_eq!(attribute(button, "title"), Some(expected), "{button}");
        assert_eq!(attribute(button, "aria-label"), None, "{button}");
        let letter = with(&html, "data-mark=\"letter\"").len();
        assert_eq!(letter, usize::from(strategy != "github"), "{strategy}");
    }
    assert!(html.contains(">T<"), "the letter is that of the name");
}

#[tokio::test]
async fn a_mark_of_one_connection_names_it_whatever_the_settings_say() {
    const MARKS: &[Mark] = &[
        Mark {
            strategy: "partner",
            name: "Partner",
            color: "#7a1fa2",
            shapes: &[],
        },
        marks::GITHUB,
    ];
    let mut view = gallery::log_in();
    view.connections.truncate(1);
    view.connections[0].name = "partner".to_owned();
    for (strategy, company) in [("github", false), ("samlp", true)] {
        view.connections[0].strategy = strategy.to_owned();
        view.connections[0].company = company;
        view.connections[0].display_name = Some("partner-saml-prod".to_owned());
        let html = html_of(view.clone(), &Theme::DAWN, MARKS).await;
        assert!(html.contains(">Continue with Partner<"), "{strategy}: {html}");
    }
}

#[tokio::test]
async fn the_app_says_how_many_connections_have_words() {
    for (words_up_to, sample, grid) in [(0, "idle", true), (4, "six", true), (usize::MAX, "six", false)] {
        let view = gallery::sample("log-in", sample).expect("it is in the list").view;
        let props = ScreenProps {
            words_up_to,
            ..props_of(view, &Theme::DAWN, marks::DEFAULT)
        };
        let list = render(props).await;
        let state = attribute(with(&list, "data-part=\"connections\"")[0], "data-state");
        assert_eq!(
            state,
            Some(if grid { "grid" } else { "list" }),
            "{words_up_to} {sample}"
        );
    }
}

#[tokio::test]
async fn many_connections_stand_in_a_grid_unless_they_would_look_alike() {
    let state = |html: &str| {
        let list = with(html, "data-part=\"connections\"")[0].to_owned();
        attribute(&list, "data-state").unwrap().to_owned()
    };
    let view = |strategies: &[&str]| {
        let mut view = gallery::log_in();
        let pattern = view.connections[0].clone();
        let button = |strategy: &&str| vestibule_flow::ConnectionButton {
            name: (*strategy).to_owned(),
            strategy: (*strategy).to_owned(),
            ..pattern.clone()
        };
        view.connections = strategies.iter().map(button).collect();
        view
    };
    for (strategies, expected) in [
        (&["a", "b", "c", "d"][..], "list"),
        (&["a", "b", "c", "d", "e"], "grid"),
        (&["a", "samlp", "samlp", "d", "e"], "list"),
        (&["samlp", "a", "b", "d", "samlp"], "list"),
        (&["a", "b", "c", "other", "oidc"], "list"),
    ] {
        assert_eq!(state(&draw(view(strategies)).await), expected, "{strategies:?}");
    }
}
