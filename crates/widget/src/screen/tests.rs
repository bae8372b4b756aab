//! Every screen as native HTML: names, labels, tokens, live regions.

use std::rc::Rc;

use vestibule_flow::{Accept, Field, Notice, NoticeKind, View};
use vestibule_theme::Theme;
use yew::{AttrValue, Callback, LocalServerRenderer};

use super::{ScreenProps, screen};
use crate::flash::{Flash, FlashKind};
use crate::gallery;
use crate::marks::{self, Mark};
use crate::words::Language;

#[yew::component]
fn Screen(props: &ScreenProps) -> yew::Html {
    screen(props)
}

pub(super) async fn html_of(view: View, theme: &Theme, marks: &'static [Mark]) -> String {
    drawn(view, (theme, Language::default()), marks, None).await
}

pub(super) async fn drawn(
    view: View,
    (theme, words): (&Theme, Language),
    marks: &'static [Mark],
    flash: Option<Flash>,
) -> String {
    let props = ScreenProps {
        flash,
        words,
        ..props_of(view, theme, marks)
    };
    render(props).await
}

/// What a screen is drawn from when the app says nothing.
pub(super) fn props_of(view: View, theme: &Theme, marks: &'static [Mark]) -> ScreenProps {
    ScreenProps {
        flash: None,
        captchas: Vec::new(),
        arrangement: crate::Arrangement::default(),
        slots: crate::slots::Slots::default(),
        words_up_to: 4,
        view: Rc::new(view),
        send: Callback::noop(),
        uid: AttrValue::Static("t"),
        words: Language::default(),
        marks,
        theme: theme.clone(),
        mode: None,
        root: yew::NodeRef::default(),
        ways: 4,
        corner: None,
    }
}

pub(super) async fn render(props: ScreenProps) -> String {
    LocalServerRenderer::<Screen>::with_props(props)
        .hydratable(false)
        .render()
        .await
}

async fn draw(view: View) -> String {
    html_of(view, &Theme::DAWN, marks::DEFAULT).await
}

/// The tags of a kind, each from its `<` to its `>`.
fn tags<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let open = format!("<{name} ");
    html.match_indices(&open)
        .map(|(at, _)| &html[at..=at + html[at..].find('>').unwrap()])
        .collect()
}

/// The tags, of any kind, that have an attribute with this value.
fn with<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    html.split_inclusive('>')
        .filter_map(|piece| piece.rfind('<').map(|at| &piece[at..]))
        .filter(|tag| tag.contains(attribute))
        .collect()
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    Some(&tag[start..start + tag[start..].find('"')?])
}

/// How an input introduces itself: name, type, autocomplete token.
fn inputs(html: &str) -> Vec<[&str; 3]> {
    let of = |tag| ["name", "type", "autocomplete"].map(|name| attribute(tag, name).unwrap_or(""));
    tags(html, "input")
        .into_iter()
        .filter(|tag| tag.contains("data-part=\"input\""))
        .map(of)
        .collect()
}

#[tokio::test]
async fn every_input_has_the_name_the_type_and_the_token_that_password_managers_know() {
    let cases: [(&str, &str, &[[&str; 3]]); 6] = [
        (
            "log-in",
            "idle",
            &[
                ["username", "email", "username webauthn"],
                ["password", "password", "current-password"],
            ],
        ),
        (
            "log-in",
            "name",
            &[
                ["username", "text", "username webauthn"],
                ["password", "password", "current-password"],
            ],
        ),
        (
            "sign-up",
            "idle",
            &[
                ["email", "email", "email"],
                ["username", "text", "username"],
                ["password", "password", "new-password"],
            ],
        ),
        ("forgot-password", "idle", &[["email", "email", "email"]]),
        ("passwordless", "sms", &[["phone", "tel", "tel"]]),
        ("code", "idle", &[["code", "text", "one-time-code"]]),
    ];
    for (screen, state, expected) in cases {
        let view = gallery::sample(screen, state).expect("it is in the list").view;
        assert_eq!(inputs(&draw(view).await), expected, "{screen} {state}");
    }
}

#[tokio::test]
async fn every_input_has_a_label_and_every_reference_a_target() {
    for sample in gallery::samples() {
        let (name, view) = (sample.name(), sample.view);
        let html = draw(view).await;
        for input in with(&html, "data-part=\"input\"") {
            let id = attribute(input, "id").unwrap();
            assert_eq!(with(&html, &format!("for=\"{id}\"")).len(), 1, "{name}: {input}");
        }
        for reference in ["aria-describedby", "aria-labelledby", "aria-controls"] {
            for tag in with(&html, &format!(" {reference}=")) {
                for id in attribute(tag, reference).unwrap().split(' ') {
                    assert_eq!(
                        with(&html, &format!(" id=\"{id}\"")).len(),
                        1,
                        "{name}: {reference} {id}"
                    );
                }
            }
        }
    }
}

#[tokio::test]
async fn both_live_regions_stand_on_every_screen() {
    for sample in gallery::samples() {
        let (name, view) = (sample.name(), sample.view);
        let html = draw(view).await;
        for role in ["alert", "status"] {
            assert_eq!(
                with(&html, &format!("role=\"{role}\"")).len(),
                1,
                "{name}: {role}"
            );
        }
    }
}

#[tokio::test]
async fn a_field_in_error_is_marked_and_described() {
    for sample in gallery::samples() {
        let (name, view) = (sample.name(), sample.view);
        let tick = match view.terms.as_ref().map(|terms| &terms.accept) {
            Some(Accept::ByTick { problem: Some(_), .. }) => Some(Field::Terms),
            _ => None,
        };
        let fields = view.fields.iter().filter(|field| field.problem.is_some());
        let extras = view.extras.iter().filter(|extra| extra.problem.is_some());
        let own = fields
            .map(|field| field.field)
            .chain(extras.map(|extra| extra.field));
        let captcha = view.captcha.as_ref().filter(|captcha| captcha.problem.is_some());
        let (pictures, riddles): (Vec<_>, Vec<_>) = captcha
            .into_iter()
            .partition(|captcha| !captcha.challenge.image.is_empty());
        let pictures = pictures.into_iter().map(|_| Field::Captcha);
        let wrong: Vec<Field> = own.chain(pictures).chain(tick).collect();
        let riddles = riddles.len();
        let html = draw(view).await;
        assert_eq!(
            with(&html, "data-part=\"field-error\"").len(),
            wrong.len() + riddles,
            "{name}"
        );
        // By a sign beside the words, and not by its colour alone (WCAG 2.2, 1.4.1).
        for error in html.split("data-part=\"field-error\"").skip(1) {
            let inside = error.split("</p>").next().unwrap_or_default();
            assert!(inside.contains("data-icon=\"alert\""), "{name}: {inside}");
        }
        // What a provider draws is a group, which is described by its error and has no mark of its own.
        let described = with(&html, "aria-describedby=\"t-captcha-error\"").len();
        assert_eq!(
            described,
            riddles + wrong.iter().filter(|field| **field == Field::Captcha).count()
        );
        let marked = with(&html, "aria-invalid=\"true\"");
        assert_eq!(marked.len(), wrong.len(), "{name}");
        for (input, field) in marked.iter().zip(wrong) {
            assert_eq!(attribute(input, "name"), Some(field.name()), "{name}");
            let error = format!("t-{}-error", field.name());
            assert!(
                attribute(input, "aria-describedby").unwrap().contains(&error),
                "{name}: {input}"
            );
        }
    }
}

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
async fn the_user_name_stays_in_the_form_for_password_managers() {
    let html = draw(gallery::code()).await;
    let kept = with(&html, "data-part=\"kept-username\"")[0];
    assert_eq!(attribute(kept, "value"), Some("ada@example.com"));
    assert_eq!(attribute(kept, "autocomplete"), Some("username"));
    assert!(!kept.contains("hidden\""), "{kept}");
}

#[tokio::test]
async fn no_input_for_a_secret_ever_has_a_value_attribute() {
    for sample in gallery::samples() {
        let (name, view) = (sample.name(), sample.view);
        let html = draw(view).await;
        for input in with(&html, "data-part=\"input\"") {
            assert_eq!(attribute(input, "value"), None, "{name}: {input}");
        }
    }
}

#[tokio::test]
async fn no_name_address_or_secret_is_spell_checked_or_corrected() {
    for sample in gallery::samples() {
        let (name, view) = (sample.name(), sample.view);
        let own: Vec<String> = view.extras.iter().map(|extra| extra.label.clone()).collect();
        let html = draw(view).await;
        let fields = with(&html, "data-part=\"input\"");
        for input in fields
            .into_iter()
            .filter(|input| input.starts_with("input ") && own.is_empty())
        {
            assert_eq!(attribute(input, "spellcheck"), Some("false"), "{name}: {input}");
            assert_eq!(attribute(input, "autocorrect"), Some("off"), "{name}: {input}");
            assert_eq!(
                attribute(input, "autocapitalize"),
                Some("none"),
                "{name}: {input}"
            );
        }
    }
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
async fn the_policy_says_of_each_rule_how_it_stands() {
    let states = |html: &str| -> Vec<String> {
        with(html, "data-part=\"rule\"")
            .iter()
            .map(|tag| attribute(tag, "data-state").unwrap().to_owned())
            .collect()
    };
    assert_eq!(states(&draw(gallery::sign_up("")).await), ["open"; 6]);
    let typed = states(&draw(gallery::sign_up("typed")).await);
    assert_eq!(typed, ["kept", "broken", "kept", "broken", "broken", "kept"]);
}

/// A message of the app's own (situation G of a team that comes from Lock): one without a kind or a text does not compile.
#[tokio::test]
async fn a_flash_message_is_said_in_the_region_that_fits_it_until_something_else_is() {
    let flash = |kind| Some(Flash::new(kind, "<b>Welcome back</b>"));
    let first = || {
        let mut view = gallery::log_in();
        view.focus.turn = 1;
        view
    };
    for (kind, region) in [
        (FlashKind::Error, "role=\"alert\""),
        (FlashKind::Success, "role=\"status\""),
        (FlashKind::Info, "role=\"status\""),
    ] {
        let html = drawn(
            first(),
            (&Theme::DAWN, Language::default()),
            marks::DEFAULT,
            flash(kind),
        )
        .await;
        let at = html.find(region).unwrap();
        let end = at + html[at..].find("data-part=\"body\"").unwrap();
        let end = html[at..].find("</div>").map_or(end, |close| end.min(at + close));
        assert!(
            html[at..end].contains("&lt;b&gt;Welcome back"),
            "{kind:?}: {html}"
        );
        assert!(!html.contains("<b>Welcome"), "it is text, never markup");
    }
    let mut later = first();
    later.focus.turn = 2;
    let html = drawn(
        later,
        (&Theme::DAWN, Language::default()),
        marks::DEFAULT,
        flash(FlashKind::Error),
    )
    .await;
    assert!(!html.contains("Welcome back"));
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
async fn what_a_server_says_and_what_a_connection_is_called_is_text_and_never_markup() {
    let hostile = "<img src=x onerror=alert(1)>";
    let mut view = gallery::log_in();
    view.notice = Some(Notice {
        kind: NoticeKind::Said(hostile.to_owned()),
        remedy: None,
    });
    let connection = view.connections.first_mut().expect("a connection");
    connection.display_name = Some(hostile.to_owned());
    let html = draw(view).await;
    assert!(!html.contains("<img"), "{html}");
    assert_eq!(
        html.matches("&lt;img src=x onerror=alert(1)&gt;").count(),
        3,
        "{html}"
    );
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

#[tokio::test]
async fn every_part_that_a_theme_can_dress_is_drawn_somewhere() {
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../../../themes/theme.schema.json")).expect("JSON");
    let parts = schema["$defs"]["parts"]["properties"].as_object().expect("parts");
    let theme = Theme::from_json(r#"{"name":"t","preset":"dawn","logo":"/logo.svg"}"#).expect("a theme");
    let mut html = String::new();
    for sample in gallery::samples() {
        html += &html_of(sample.view, &theme, marks::DEFAULT).await;
    }
    // What stands around the card is drawn by others.
    let around = [include_str!("../frame.rs"), include_str!("../login_widget.rs")].concat();
    for part in parts.keys() {
        let is_drawn = html.contains(&format!("data-part=\"{part}\""));
        let is_around = around.contains(&format!("data-part=\"{part}\""))
            || around.contains(&format!("part: \"{part}\""));
        assert!(is_drawn || is_around, "{part}");
    }
}
