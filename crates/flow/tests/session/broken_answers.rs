//! Hostile cases A, and those of B that are about keys and clocks: answers of the server that are no answers.

use serde_json::{Value, json as value};
use vestibule_flow::{
    LoginError, LoginOptions, NetworkFault, Person, SessionError, SessionEvent, Silent, Storage, WhyNobody,
};
use vestibule_protocol::{Broken, IdTokenError, MetadataError, RefusalCode};

use crate::session_world::{Http, World, answer, config, json, text};

fn raw(body: &[u8]) -> Http {
    answer(200, &[("content-type", "application/json")], body)
}

/// Nobody is logged in, nothing is kept, one failure is told, and the next login goes well.
fn fails_and_goes_on(world: &mut World, error: LoginError) {
    let error = SessionError::Login(error);
    let told = |event: &&SessionEvent| matches!(event, SessionEvent::Failed(_));
    let failures: Vec<_> = world.tabs[0].events.iter().filter(told).collect();
    assert_eq!(failures, [&SessionEvent::Failed(error.clone())]);
    assert_eq!(world.status(0).fault, Some(error));
    assert_eq!(world.status(0).who, Person::Nobody(WhyNobody::NotYet));
    assert!(world.browser.shelf.is_empty());
    world.log_in(0, LoginOptions::popup());
    assert_eq!(world.names(0).last(), Some(&"authenticated"));
    assert_eq!(world.status(0).fault, None);
}

#[test]
fn a_broken_answer_to_the_code_logs_nobody_in_and_the_code_is_not_sent_again() {
    let cases: [(Http, LoginError); 12] = [
        (
            text(200, "<html>Log in to the Wi-Fi</html>"),
            LoginError::Broken(Broken::Html),
        ),
        (raw(b""), LoginError::Broken(Broken::NotJson)),
        (raw(b"[]"), LoginError::Broken(Broken::NotAnObject)),
        (raw(b"null"), LoginError::Broken(Broken::NotAnObject)),
        (raw(b"{\"access_token\":\"A"), LoginError::Broken(Broken::NotJson)),
        (
            raw(b"{\"access_token\":\"A\",\"access_token\":\"B\"}"),
            LoginError::Broken(Broken::DuplicateMember("access_token".into())),
        ),
        (
            raw(b"{\"access_token\":\"\xff\"}"),
            LoginError::Broken(Broken::NotUtf8),
        ),
        (
            raw(b"{\"access_token\":\"A\",\"token_type\":\"Bearer\"}"),
            LoginError::Broken(Broken::MissingMember("id_token")),
        ),
        (
            json(403, &value!({ "error": "invalid_grant" })),
            LoginError::Refused(RefusalCode::InvalidGrant),
        ),
        (text(429, ""), LoginError::RateLimited { retry_after_s: None }),
        (text(500, "<html>"), LoginError::Refused(RefusalCode::ServerError)),
        (
            Err(NetworkFault::Unreachable),
            LoginError::Network(NetworkFault::Unreachable),
        ),
    ];
    for (answer, error) in cases {
        let mut world = World::new(&config(Storage::Browser));
        world.server.instead("/oauth/token", answer);
        world.log_in(0, LoginOptions::popup());
        assert_eq!(world.server.sent_to("/oauth/token").len(), 1);
        fails_and_goes_on(&mut world, error);
    }
}

#[test]
fn a_server_that_tells_nonsense_about_itself_is_not_gone_to_and_is_asked_again() {
    let with = |name: &str, value: Value| {
        let mut document = World::empty().server.discovery;
        document[name] = value;
        json(200, &document)
    };
    let is_another = |error: &SessionError| {
        matches!(
            error,
            SessionError::Login(LoginError::Broken(Broken::Metadata(
                MetadataError::Issuer(_)
                    | MetadataError::IssuerTrailingSlash(_)
                    | MetadataError::Endpoint(..)
            )))
        )
    };
    for answer in [
        with("issuer", value!("https://evil.example/")),
        with("issuer", value!("https://login.example.com")),
        with("authorization_endpoint", value!("javascript:alert(1)")),
        with("token_endpoint", value!("http://login.example.com/token")),
        with("revocation_endpoint", value!("https://a:b@login.example.com/")),
    ] {
        let mut world = World::empty();
        world
            .server
            .instead("/.well-known/openid-configuration", answer.clone());
        world.server.instead("/.well-known/openid-configuration", answer);
        world.open(&config(Storage::Browser));
        world.log_in(0, LoginOptions::redirect());
        assert_eq!(world.names(0), ["failed"]);
        assert!(is_another(&world.status(0).fault.expect("a fault")));
        assert!(world.tabs[0].left_for.is_empty());
        world.log_in(0, LoginOptions::redirect());
        assert_eq!(world.names(0), ["failed", "redirecting"]);
    }
    for (answer, error) in [
        (text(200, "<html>"), LoginError::Broken(Broken::Html)),
        (text(404, ""), LoginError::Refused(RefusalCode::EndpointDisabled)),
        (
            with("jwks_uri", value!(7)),
            LoginError::Broken(Broken::WrongType("jwks_uri")),
        ),
        (
            with("code_challenge_methods_supported", value!(["plain"])),
            LoginError::Broken(Broken::Metadata(MetadataError::NoS256)),
        ),
    ] {
        let mut world = World::empty();
        world
            .server
            .instead("/.well-known/openid-configuration", answer.clone());
        world.server.instead("/.well-known/openid-configuration", answer);
        world.open(&config(Storage::Browser));
        world.log_in(0, LoginOptions::redirect());
        fails_and_goes_on(&mut world, error);
    }
}

#[test]
fn b20_an_unknown_key_is_asked_for_once_more_and_not_again_within_a_minute() {
    let mut world = World::new(&config(Storage::Browser));
    world.server.id_token_header = r#"{"alg":"RS256","kid":"new"}"#;
    for _ in 0..5 {
        world.log_in(0, LoginOptions::popup());
        let unknown = LoginError::Broken(Broken::IdToken(IdTokenError::UnknownKid("new".into())));
        assert_eq!(world.status(0).fault, Some(SessionError::Login(unknown)));
    }
    assert_eq!(world.server.sent_to("/.well-known/jwks.json").len(), 2);
    world.later(61.0);
    world.log_in(0, LoginOptions::popup());
    assert_eq!(world.server.sent_to("/.well-known/jwks.json").len(), 3);
}

#[test]
fn keys_that_cannot_be_had_log_nobody_in_and_are_asked_for_again() {
    let mut world = World::empty();
    for _ in 0..2 {
        world.server.instead("/.well-known/jwks.json", text(503, ""));
    }
    world.open(&config(Storage::Browser));
    world.log_in(0, LoginOptions::popup());
    fails_and_goes_on(
        &mut world,
        LoginError::Refused(RefusalCode::TemporarilyUnavailable),
    );
}

#[test]
fn a14_a_clock_that_is_far_off_is_said_to_be() {
    const YEAR_S: f64 = 365.0 * 86400.0;
    for ahead_s in [YEAR_S, 61.0, -3661.0, -YEAR_S] {
        let mut world = World::new(&config(Storage::Browser).silent(Silent::Never));
        world.server.ahead_s = ahead_s;
        world.log_in(0, LoginOptions::popup());
        let is_about_time = matches!(
            world.status(0).fault,
            Some(SessionError::Login(LoginError::Broken(Broken::IdToken(
                IdTokenError::InFuture { claim: "iat", .. } | IdTokenError::Expired { .. }
            ))))
        );
        assert!(is_about_time, "{ahead_s}");
        assert!(world.browser.shelf.is_empty());
    }
    let mut world = World::new(&config(Storage::Browser));
    world.server.ahead_s = 59.0;
    world.log_in(0, LoginOptions::popup());
    assert_eq!(world.names(0).last(), Some(&"authenticated"));
}
