//! A password on the server's own page: the form that it ends in, and its refusals.

use vestibule_flow::{NoticeKind, ScreenName};

use crate::world::{body_of, json, text};
use crate::{hosted, notice, refusing};

#[test]
fn a_rule_that_refuses_a_right_password_speaks_for_itself() {
    let mut world = refusing(|| {
        json(
            403,
            r#"{"code":"access_denied","description":"Come back on Monday."}"#,
        )
    });
    world.log_in();
    assert_eq!(
        notice(&world),
        Some(NoticeKind::Said("Come back on Monday.".into()))
    );
}

#[test]
fn a_right_password_ends_in_the_form_that_the_server_gave() {
    let mut world = hosted();
    world.log_in();
    let sent = &body_of(&world.effects, "/usernamepassword/login")[0];
    for part in [
        r#""state":"waits""#,
        r#""_csrf":"CSRF""#,
        r#""tenant":"acme""#,
        r#""connection":"db""#,
        r#""redirect_uri":"https://elsewhere.example.com/cb""#,
        r#""username":"ada@example.com""#,
    ] {
        assert!(sent.contains(part), "{part} in {sent}");
    }
    let [visit] = &world.visits[..] else {
        panic!("{:?}", world.visits)
    };
    assert_eq!(visit.url(), "https://login.example.com/login/callback");
    let fields = visit.fields().expect("it goes by a form");
    assert_eq!(fields[1], ("wresult".to_owned(), "TICKET".to_owned()));
    assert!(
        world.kept.is_empty() && world.left_for.is_empty(),
        "no transaction of its own"
    );
    assert!(!format!("{:?}", world.effects).contains("TICKET"));
    assert!(!world.requests.contains(&"/co/authenticate".to_owned()));
}

#[test]
fn a_wrong_password_is_told_and_the_form_stays() {
    let mut world = refusing(|| {
        json(
            400,
            r#"{"code":"invalid_user_password","description":"Wrong email or password."}"#,
        )
    });
    world.log_in();
    assert_eq!(notice(&world), Some(NoticeKind::WrongCredentials));
    assert_eq!(
        (world.screen(), world.view().fields[0].initial.as_str()),
        (ScreenName::LogIn, "ada@example.com")
    );
    assert!(world.visits.is_empty());
}

#[test]
fn a_request_that_is_over_is_told_as_that() {
    let mut world = refusing(|| json(400, r#"{"code":"session_missing","description":"…"}"#));
    world.log_in();
    assert_eq!(notice(&world), Some(NoticeKind::RequestGone));
}

#[test]
fn an_answer_that_leads_elsewhere_is_not_followed() {
    let mut world = refusing(|| {
        text(
            200,
            r#"<form method="post" action="https://evil.example/"><input type="hidden" name="a" value="b"></form>"#,
        )
    });
    world.log_in();
    assert!(world.visits.is_empty());
    assert_eq!(notice(&world), Some(NoticeKind::BrokenResponse));
}

#[test]
fn a_page_that_stays_gives_its_form_back() {
    let mut world = hosted();
    world.log_in();
    let wake = world.effects.iter().rev().find_map(|effect| match effect {
        vestibule_flow::Effect::Wake { ask, after_s: 30 } => Some(*ask),
        _ => None,
    });
    world.reply(wake.expect("a clock runs"), vestibule_flow::Answer::Woke);
    assert_eq!(world.screen(), ScreenName::LogIn);
    assert!(world.names().contains(&"cancelled"));
}
