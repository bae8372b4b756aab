//! The way through: what is sent, that it is sent once, and where the focus goes.

use vestibule_flow::{
    Activity, Effect, Field, FieldProblem, FocusPlace, Intent, LoginError, LoginEvent, ScreenName, Status,
};
use vestibule_protocol::RefusalCode;

use crate::world::{Server, World, body_of, config, json};

#[test]
fn a_login_takes_three_requests_after_submit_and_ends_in_tokens() {
    let mut world = World::new(config());
    assert_eq!(world.screen(), ScreenName::LogIn);
    let before = world.requests.len();
    world.log_in();
    assert_eq!(world.requests[before..], ["/co/authenticate", "/oauth/token"]);
    let frames = world
        .effects
        .iter()
        .filter(|effect| matches!(effect, Effect::WebMessage { .. }))
        .count();
    assert_eq!(frames, 1, "and the frame is the third");
    assert_eq!(
        world.names(),
        ["shown", "submitted", "authenticated", "screen-changed"]
    );
    assert_eq!(world.screen(), ScreenName::SignedIn);
    assert_eq!(world.view().subject.as_deref(), Some("Ada"));
}

#[test]
fn what_is_sent_is_what_was_typed() {
    let mut world = World::new(config());
    world.submit(&[
        (Field::Username, " ada@example.com "),
        (Field::Password, " two  words "),
    ]);
    let bodies = body_of(&world.effects, "/co/authenticate");
    assert_eq!(bodies.len(), 1);
    let sent: serde_json::Value = serde_json::from_str(&bodies[0]).unwrap();
    assert_eq!(sent["username"], "ada@example.com");
    assert_eq!(sent["password"], " two  words ", "a password is never trimmed");
    assert_eq!(sent["realm"], "db");
}

#[test]
fn an_empty_form_is_not_sent_and_the_focus_goes_to_the_first_gap() {
    let mut world = World::new(config());
    let turn = world.view().focus.turn;
    world.submit(&[(Field::Username, " "), (Field::Password, "")]);
    let view = world.view();
    assert_eq!(view.focus.place, FocusPlace::Field(Field::Username));
    assert!(view.focus.turn > turn);
    let problems: Vec<_> = view.fields.iter().map(|field| field.problem.clone()).collect();
    assert_eq!(
        problems,
        [Some(FieldProblem::Missing), Some(FieldProblem::Missing)]
    );
    assert_eq!(world.names(), ["shown"]);
}

#[test]
fn a_second_click_while_the_first_is_under_way_is_not_a_second_login() {
    let server = Server {
        hold: |effect| matches!(effect, Effect::Http { request, .. } if request.url.ends_with("/co/authenticate")),
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    world.log_in();
    world.log_in();
    world.person(Intent::Choose("google-oauth2".into()));
    assert_eq!(world.held.len(), 1);
    assert_eq!(world.view().activity, Activity::Working);
    assert_eq!(world.view().status, Some(Status::LoggingIn));
    world.release();
    assert_eq!(
        world.names(),
        ["shown", "submitted", "authenticated", "screen-changed"]
    );
}

#[test]
fn an_answer_that_comes_twice_counts_once() {
    let server = Server {
        hold: |effect| matches!(effect, Effect::Http { request, .. } if request.url.ends_with("/co/authenticate")),
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    world.log_in();
    let twice = world.held[0].clone();
    world.held.push_back(twice);
    world.release();
    assert_eq!(
        world
            .names()
            .iter()
            .filter(|name| **name == "authenticated")
            .count(),
        1
    );
}

#[test]
fn a_wrong_password_sends_the_focus_to_the_password() {
    let server = Server {
        co_authenticate: || json(403, r#"{"error":"access_denied"}"#),
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    world.log_in();
    assert_eq!(world.view().focus.place, FocusPlace::Field(Field::Password));
    assert_eq!(
        world.events[2],
        LoginEvent::Failed(LoginError::Refused(RefusalCode::AccessDenied))
    );
}
