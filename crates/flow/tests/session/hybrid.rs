//! The hybrid flow: what comes beside the code is judged before the code goes anywhere.

use serde_json::{Value, json};
use vestibule_flow::{
    Effect, FrontChannelTokens, LoginError, LoginOptions, Person, SessionConfig, SessionEffect, SessionError,
    Storage, WhyNobody,
};
use vestibule_protocol::{AuthorizationError, Broken, IdTokenError, ResponseType};

use crate::session_world::{PAGE, Params, Twist, World, config, param};

const TYPES: [ResponseType; 3] = [
    ResponseType::CodeIdToken,
    ResponseType::CodeToken,
    ResponseType::CodeIdTokenToken,
];

fn hybrid(response_type: ResponseType) -> SessionConfig {
    SessionConfig {
        front_channel_tokens: FrontChannelTokens::DangerAccepted,
        ..config(Storage::Browser).response_type(response_type)
    }
}

fn left(response_type: ResponseType) -> World {
    let mut world = World::new(&hybrid(response_type));
    world.log_in(0, LoginOptions::redirect());
    world.forget();
    world
}

fn id_token(error: IdTokenError) -> SessionError {
    SessionError::Login(LoginError::Broken(Broken::IdToken(error)))
}

fn authorization(error: AuthorizationError) -> SessionError {
    SessionError::Login(LoginError::Broken(Broken::Authorization(error)))
}

fn fault(world: &World) -> SessionError {
    assert_eq!(world.names(0), ["failed"]);
    assert_eq!(world.status(0).who, Person::Nobody(WhyNobody::NotYet));
    assert!(world.browser.shelf.is_empty());
    world.status(0).fault.expect("a fault")
}

#[test]
fn each_hybrid_type_logs_in_and_only_the_token_endpoints_access_token_is_given_out() {
    for response_type in TYPES {
        let mut world = left(response_type);
        world.come_back(0);
        assert_eq!(world.names(0), ["authenticated"], "{response_type:?}");
        world.ask(0, 1);
        assert!(world.token(0, 1).token.expose().starts_with("AT-"));
        let kept = world.browser.shelf.values().next().expect("a session");
        assert!(!kept.contains("FRONT"), "the front channel's token is dropped");
        assert_eq!(world.tabs[0].cleaned.last().map(String::as_str), Some(PAGE));
    }
}

#[test]
fn a_hybrid_login_in_a_popup_checks_the_same() {
    for response_type in TYPES {
        let mut world = World::new(&hybrid(response_type));
        world.log_in(0, LoginOptions::popup());
        assert_eq!(
            world.names(0),
            ["popup-opened", "authenticated"],
            "{response_type:?}"
        );
    }
}

#[test]
fn the_code_stays_here_until_the_id_token_beside_it_has_passed() {
    for response_type in [ResponseType::CodeIdToken, ResponseType::CodeIdTokenToken] {
        let mut world = left(response_type);
        world.hold = |effect| matches!(effect, SessionEffect::Do(Effect::Verify { .. }));
        world.come_back(0);
        assert_eq!(world.held.len(), 1);
        assert!(world.server.sent_to("/oauth/token").is_empty());
        world.server.signature_valid = false;
        world.release();
        assert_eq!(fault(&world), id_token(IdTokenError::Signature));
        assert!(world.server.sent_to("/oauth/token").is_empty());
    }
}

#[test]
fn c32_what_the_id_token_says_of_its_neighbours_is_compared() {
    let (code, all) = (ResponseType::CodeIdToken, ResponseType::CodeIdTokenToken);
    let wrong = || json!("AAAAAAAAAAAAAAAAAAAAAA");
    let cases: [(ResponseType, &str, Value, IdTokenError); 9] = [
        (code, "c_hash", Value::Null, IdTokenError::Missing("c_hash")),
        (code, "c_hash", wrong(), IdTokenError::CodeHash),
        (all, "c_hash", wrong(), IdTokenError::CodeHash),
        (all, "at_hash", Value::Null, IdTokenError::Missing("at_hash")),
        (all, "at_hash", wrong(), IdTokenError::AccessTokenHash),
        (code, "s_hash", wrong(), IdTokenError::StateHash),
        (code, "s_hash", json!(7), IdTokenError::WrongType("s_hash")),
        (code, "nonce", json!("old"), IdTokenError::NonceMismatch),
        (code, "nonce", Value::Null, IdTokenError::NonceMissing),
    ];
    for (response_type, name, value, error) in cases {
        let mut world = left(response_type);
        world.server.front_claims.insert(name.into(), value);
        world.come_back(0);
        assert_eq!(fault(&world), id_token(error), "{name}");
        assert!(world.server.sent_to("/oauth/token").is_empty(), "{name}");
    }
    // Few servers send an `s_hash`, and in `code id_token` there is nothing for an `at_hash` to be of.
    for (response_type, name) in [(code, "s_hash"), (all, "s_hash"), (code, "at_hash")] {
        let mut world = left(response_type);
        world.server.front_claims.insert(name.into(), Value::Null);
        world.come_back(0);
        assert_eq!(world.names(0), ["authenticated"], "{name}");
    }
}

#[test]
fn c33_the_two_id_tokens_are_about_one_login() {
    for (name, value) in [
        ("sub", json!("auth0|2")),
        ("acr", json!("pwd")),
        ("auth_time", json!(1_699_999_000)),
        ("org_id", json!("org_2")),
        ("email", json!("eve@example.com")),
    ] {
        let mut world = left(ResponseType::CodeIdToken);
        world.server.front_claims.insert(name.into(), value.clone());
        if name != "sub" {
            let other = if value.is_number() {
                json!(1_699_999_001)
            } else {
                json!("another")
            };
            world.server.claims.insert(name.into(), other);
            world.server.front_claims.insert(name.into(), value);
        }
        world.come_back(0);
        assert_eq!(
            fault(&world),
            id_token(IdTokenError::Contradiction(match name {
                "sub" => "sub",
                "acr" => "acr",
                "auth_time" => "auth_time",
                "org_id" => "org_id",
                _ => "email",
            }))
        );
    }
}

#[test]
fn c39_exactly_what_was_asked_for_comes() {
    let without: fn(&mut Params, &str) = |params, gone| params.retain(|(name, _)| name != gone);
    let cases: [(ResponseType, Twist, AuthorizationError); 5] = [
        (
            ResponseType::CodeIdToken,
            |params| params.push(param("access_token", "x")),
            AuthorizationError::UnaskedToken,
        ),
        (
            ResponseType::CodeToken,
            |params| params.push(param("id_token", "x")),
            AuthorizationError::UnaskedToken,
        ),
        (
            ResponseType::CodeIdToken,
            |params| params.retain(|(name, _)| name != "code"),
            AuthorizationError::CodeMissing,
        ),
        (
            ResponseType::CodeIdTokenToken,
            |params| params.retain(|(name, _)| name != "access_token"),
            AuthorizationError::AccessTokenMissing,
        ),
        (
            ResponseType::CodeIdTokenToken,
            |params| params.retain(|(name, _)| name != "id_token"),
            // Without an ID token nobody says whose answer it is.
            AuthorizationError::IssuerMissing,
        ),
    ];
    for (response_type, twist, error) in cases {
        let mut world = left(response_type);
        world.server.twist = twist;
        world.come_back(0);
        assert_eq!(fault(&world), authorization(error), "{response_type:?}");
    }
    let mut world = left(ResponseType::CodeIdToken);
    world.server.discovery["authorization_response_iss_parameter_supported"] = json!(false);
    let (_, mut params) = world.answer(0);
    without(&mut params, "id_token");
    world.go(
        0,
        &format!("{PAGE}#{}", vestibule_protocol::form::encode(&params)),
    );
    assert_eq!(fault(&world), authorization(AuthorizationError::IdTokenMissing));
}

#[test]
fn c39_tokens_in_the_query_are_refused() {
    for response_type in TYPES {
        let mut world = left(response_type);
        let (_, params) = world.answer(0);
        world.go(
            0,
            &format!("{PAGE}?{}", vestibule_protocol::form::encode(&params)),
        );
        assert_eq!(
            fault(&world),
            authorization(AuthorizationError::TokenInQuery),
            "{response_type:?}"
        );
        assert_eq!(world.tabs[0].cleaned.last().map(String::as_str), Some(PAGE));
    }
}
