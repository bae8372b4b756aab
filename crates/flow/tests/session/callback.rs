//! Hostile cases C: authorization responses that are not believed, whatever page they come to.

use vestibule_flow::{
    LoginError, LoginOptions, Person, SessionConfig, SessionError, SessionEvent, Storage, WhyNobody,
};
use vestibule_protocol::error::Mismatch;
use vestibule_protocol::{AuthorizationError, Broken, IdTokenError, RefusalCode, ResponseMode};

use crate::session_world::{ISSUER, PAGE, Params, Twist, World, config, param};

/// A page that comes back with this in place of the good answer; nothing was redeemed there, and nobody is logged in.
fn arrive(config: &SessionConfig, twist: Twist) -> (World, SessionError) {
    let mut world = World::new(config);
    world.log_in(0, LoginOptions::redirect());
    world.server.twist = twist;
    world.forget();
    world.come_back(0);
    let error = refused(&world);
    (world, error)
}

fn refused(world: &World) -> SessionError {
    assert_eq!(world.names(0), ["failed"]);
    assert_eq!(
        world.server.sent_to("/oauth/token").len(),
        0,
        "the code went nowhere"
    );
    assert_eq!(world.status(0).who, Person::Nobody(WhyNobody::NotYet));
    let error = world.status(0).fault.expect("a fault");
    assert_eq!(world.tabs[0].events[0], SessionEvent::Failed(error.clone()));
    assert_eq!(world.tabs[0].cleaned.last().map(String::as_str), Some(PAGE));
    error
}

fn broken(error: AuthorizationError) -> SessionError {
    SessionError::Login(LoginError::Broken(Broken::Authorization(error)))
}

fn unknown() -> SessionError {
    SessionError::Login(LoginError::UnknownTransaction)
}

fn mismatch(expected: &str, got: &str) -> Mismatch {
    Mismatch {
        expected: expected.into(),
        got: got.into(),
    }
}

fn set(params: &mut Params, name: &str, value: &str) {
    params.retain(|(known, _)| known != name);
    params.push(param(name, value));
}

#[test]
fn c38_to_c41_what_is_wrong_with_a_response_is_said_and_nothing_of_it_is_used() {
    let cases: [(Twist, AuthorizationError); 9] = [
        (
            |params| params.push(param("error", "access_denied")),
            AuthorizationError::CodeAndError,
        ),
        (|params| set(params, "code", ""), AuthorizationError::CodeMissing),
        (
            |params| params.push(param("code", "OTHER")),
            AuthorizationError::Duplicate("code"),
        ),
        (
            |params| params.push(param("id_token", "x")),
            AuthorizationError::TokenInQuery,
        ),
        (
            |params| params.push(param("access_token", "x")),
            AuthorizationError::TokenInQuery,
        ),
        (
            |params| params.retain(|(name, _)| name != "iss"),
            AuthorizationError::IssuerMissing,
        ),
        (
            |params| set(params, "iss", "https://evil.example/"),
            AuthorizationError::Issuer(mismatch(ISSUER, "https://evil.example/")),
        ),
        (
            |params| params.push(param("iss", ISSUER)),
            AuthorizationError::Duplicate("iss"),
        ),
        (
            |params| {
                params.retain(|(name, _)| name != "code");
                params.push(param("error", ""));
            },
            AuthorizationError::ErrorEmpty,
        ),
    ];
    for (twist, error) in cases {
        let (world, got) = arrive(&config(Storage::Memory), twist);
        assert_eq!(got, broken(error));
        assert_eq!(world.tabs[0].advice.len(), 1, "the developer hears of it");
    }
}

#[test]
fn c41_a_refusal_must_name_the_issuer_too_and_is_told_by_its_code() {
    let refuse = |code| {
        let mut world = World::new(&config(Storage::Memory));
        world.log_in(0, LoginOptions::redirect());
        world.server.refuses = Some(code);
        world.forget();
        world.come_back(0);
        refused(&world)
    };
    for (code, known) in [
        ("access_denied", RefusalCode::AccessDenied),
        ("brand_new", RefusalCode::Other("brand_new".into())),
    ] {
        assert_eq!(refuse(code), SessionError::Login(LoginError::Refused(known)));
    }
}

#[test]
fn c37_an_answer_is_taken_once() {
    let mut world = World::new(&config(Storage::Memory).silent(vestibule_flow::Silent::Never));
    world.log_in(0, LoginOptions::redirect());
    let url = world.answer_url(0);
    world.go(0, &url);
    assert_eq!(world.names(0).last(), Some(&"authenticated"));
    for _ in 0..2 {
        world.forget();
        world.go(0, &url);
        assert_eq!(refused(&world), unknown());
    }
}

#[test]
fn c37_an_answer_that_was_not_asked_for_here_or_is_too_late_is_not_taken() {
    let mut world = World::new(&config(Storage::Memory));
    for query in [
        "?code=c&state=theirs",
        "?error=access_denied&state=theirs",
        "?code=c&state=",
    ] {
        world.forget();
        world.go(0, &format!("{PAGE}{query}"));
        assert_eq!(refused(&world), unknown(), "{query}");
    }
    for late_s in [1801.0, -1801.0] {
        let mut world = World::new(&config(Storage::Memory));
        world.log_in(0, LoginOptions::redirect());
        world.forget();
        world.later(late_s);
        world.come_back(0);
        assert_eq!(refused(&world), unknown());
    }
    let mut world = World::new(&config(Storage::Memory));
    world.log_in(0, LoginOptions::redirect());
    world.forget();
    world.tabs[0].attempts[0].1 = "no longer JSON".into();
    world.come_back(0);
    assert_eq!(refused(&world), unknown());
}

#[test]
fn c37_another_tabs_answer_is_not_taken() {
    let mut world = World::new(&config(Storage::Memory));
    world.open(&config(Storage::Memory));
    world.log_in(1, LoginOptions::redirect());
    let url = world.answer_url(1);
    world.go(0, &url);
    assert_eq!(refused(&world), unknown());
    world.go(1, &url);
    assert_eq!(
        world.names(1).last(),
        Some(&"authenticated"),
        "the tab that asked takes it"
    );
}

#[test]
fn an_answer_in_two_places_is_none() {
    let mut world = World::new(&config(Storage::Memory));
    world.log_in(0, LoginOptions::redirect());
    world.forget();
    let url = world.answer_url(0);
    world.go(0, &format!("{url}#code=c&state=s"));
    assert_eq!(refused(&world), broken(AuthorizationError::TwoPlaces));
}

#[test]
fn an_answer_comes_the_way_it_was_asked_for() {
    for (mode, mark, error) in [
        (ResponseMode::Fragment, '?', mismatch("fragment", "query")),
        (ResponseMode::Query, '#', mismatch("query", "fragment")),
        (ResponseMode::FormPost, '?', mismatch("form_post", "query")),
    ] {
        let mut world = World::new(&SessionConfig {
            response_mode: Some(mode),
            ..config(Storage::Memory)
        });
        world.log_in(0, LoginOptions::redirect());
        world.forget();
        let (_, params) = world.answer(0);
        world.go(
            0,
            &format!("{PAGE}{mark}{}", vestibule_protocol::form::encode(&params)),
        );
        assert_eq!(refused(&world), broken(AuthorizationError::ResponseMode(error)));
    }
}

#[test]
fn c43_the_routes_and_parameters_of_the_app_are_its_own() {
    for own in [
        "",
        "#/route",
        "#/route?tab=1",
        "?tab=1",
        "?code=PROMO",
        "?state=open#/code=1",
    ] {
        let mut world = World::new(&config(Storage::Memory));
        world.forget();
        world.go(0, &format!("{PAGE}{own}"));
        assert_eq!(world.names(0), Vec::<&str>::new(), "{own}");
        assert!(world.tabs[0].cleaned.is_empty(), "{own}");
        assert_eq!(world.status(0).who, Person::Nobody(WhyNobody::NotYet));
    }
    let mut world = World::new(&config(Storage::Memory));
    world.log_in(0, LoginOptions::redirect());
    let url = world.answer_url(0);
    world.go(0, &format!("{url}&tab=1#/route"));
    assert_eq!(world.names(0).last(), Some(&"authenticated"));
    assert_eq!(world.tabs[0].cleaned, [format!("{PAGE}?tab=1#/route")]);
}

#[test]
fn an_id_token_that_fails_a_check_logs_nobody_in() {
    let cases = [
        ("nonce", serde_json::json!("old"), IdTokenError::NonceMismatch),
        ("nonce", serde_json::Value::Null, IdTokenError::NonceMissing),
        (
            "aud",
            serde_json::json!("other"),
            IdTokenError::Audience(mismatch("app", "other")),
        ),
        (
            "iss",
            serde_json::json!("https://evil.example/"),
            IdTokenError::Issuer(mismatch(ISSUER, "https://evil.example/")),
        ),
        (
            "at_hash",
            serde_json::json!("AAAAAAAAAAAAAAAAAAAAAA"),
            IdTokenError::AccessTokenHash,
        ),
        ("sub", serde_json::Value::Null, IdTokenError::Missing("sub")),
    ];
    for (name, value, error) in cases {
        let mut world = World::new(&config(Storage::Browser));
        world.log_in(0, LoginOptions::redirect());
        world.forget();
        world.server.claims.insert(name.into(), value);
        world.come_back(0);
        assert_eq!(world.names(0), ["failed"], "{name}");
        let expected = SessionError::Login(LoginError::Broken(Broken::IdToken(error)));
        assert_eq!(world.status(0).fault, Some(expected), "{name}");
        assert!(world.browser.shelf.is_empty());
        world.ask(0, 1);
        world.error(0, 1);
    }
}

#[test]
fn an_algorithm_that_the_config_does_not_name_logs_nobody_in() {
    for header in [
        r#"{"alg":"none"}"#,
        r#"{"alg":"HS256","kid":"one"}"#,
        r#"{"alg":"PS256","kid":"one"}"#,
    ] {
        let mut world = World::new(&SessionConfig {
            algorithms: vec![vestibule_protocol::Algorithm::Rs256],
            ..config(Storage::Browser)
        });
        world.log_in(0, LoginOptions::redirect());
        world.server.id_token_header = header;
        world.come_back(0);
        assert_eq!(world.names(0), ["redirecting", "failed"], "{header}");
        assert!(world.browser.shelf.is_empty());
    }
}

#[test]
fn an_answer_to_a_mails_link_is_left_to_the_widget_that_sent_it() {
    let mut world = World::new(&config(Storage::Memory));
    world.go(0, &format!("{PAGE}?code=c&state=mail~abc"));
    assert_eq!(world.names(0), [""; 0]);
    assert_eq!(world.status(0).fault, None);
    assert!(world.tabs[0].cleaned.is_empty(), "the widget reads it yet");
}
