//! Renewals that bring nothing: refused, broken, or lost on the way.

use serde_json::{Value, json as value};
use vestibule_flow::{
    Ended, LoginError, NetworkFault, Person, SessionError, Silent, Storage, WhyLogin, WhyNobody,
};
use vestibule_protocol::{Broken, IdTokenError, RefusalCode};

use crate::session_world::{Http, World, answer, config, is_request_to, json, text};

fn due(storage: Storage) -> World {
    let mut world = World::signed_in(&config(storage));
    world.later(4000.0);
    world
}

fn refusal(status: u16, code: &str) -> Http {
    json(status, &value!({ "error": code }))
}

#[test]
fn a_lost_reply_is_said_to_be_lost_and_the_token_is_never_sent_again() {
    for storage in [Storage::Memory, Storage::Tab, Storage::Browser] {
        for fault in [NetworkFault::TimedOut, NetworkFault::Unreachable] {
            let mut world = due(storage);
            world.server.instead("/oauth/token", Err(fault));
            world.ask(0, 1);
            assert_eq!(world.error(0, 1), SessionError::RenewalLost);
            assert!(matches!(world.status(0).who, Person::SignedIn(_)));
            assert_eq!(world.names(0), Vec::<&str>::new());
            world.ask(0, 2);
            world.token(0, 2);
            assert_eq!(world.server.refreshes().len(), 1, "the second one came silently");
            assert!(!world.browser.is_locked());
        }
    }
}

#[test]
fn a_lost_reply_where_nothing_else_renews_ends_the_session_at_the_next_need() {
    let never = config(Storage::Browser).silent(Silent::Never);
    let mut world = World::signed_in(&never);
    world.later(4000.0);
    world.server.lost = Some("/oauth/token");
    world.ask(0, 1);
    assert_eq!(world.error(0, 1), SessionError::RenewalLost);
    world.ask(0, 2);
    assert_eq!(world.error(0, 2), SessionError::LoginRequired(WhyLogin::Ended));
    assert_eq!(world.names(0), ["ended"]);
    assert_eq!(
        world.status(0).who,
        Person::Nobody(WhyNobody::Ended(Ended::NothingRenews))
    );
    assert!(world.browser.shelf.is_empty());
}

#[test]
fn a_server_that_breaks_down_may_have_used_the_token_up() {
    for broken in [
        text(500, "<h1>Oops</h1>"),
        refusal(503, "temporarily_unavailable"),
        text(502, ""),
    ] {
        let mut world = due(Storage::Browser);
        world.server.instead("/oauth/token", broken);
        world.ask(0, 1);
        world.token(0, 1);
        assert_eq!(world.server.refreshes().len(), 1);
    }
}

#[test]
fn a_refusal_that_is_not_about_the_token_leaves_it_good() {
    let limited = LoginError::RateLimited { retry_after_s: None };
    for (answer, error) in [
        (refusal(429, "too_many_requests"), limited.clone()),
        (text(429, ""), limited),
        (
            refusal(401, "invalid_client"),
            LoginError::Refused(RefusalCode::InvalidClient),
        ),
        (
            refusal(400, "invalid_scope"),
            LoginError::Refused(RefusalCode::InvalidScope),
        ),
        (
            refusal(400, "brand_new"),
            LoginError::Refused(RefusalCode::Other("brand_new".into())),
        ),
    ] {
        let mut world = due(Storage::Browser);
        world.server.instead("/oauth/token", answer);
        world.ask(0, 1);
        assert_eq!(world.error(0, 1), SessionError::Login(error));
        world.ask(0, 2);
        world.token(0, 2);
        let sent: Vec<_> = world
            .server
            .refreshes()
            .iter()
            .map(|sent| sent.get("refresh_token"))
            .collect();
        assert_eq!(sent[0], sent[1]);
        assert_eq!(world.names(0), ["renewed"]);
    }
}

#[test]
fn a_refused_refresh_token_ends_the_session_once_for_all_who_wait() {
    for status in [400, 403] {
        let mut world = due(Storage::Browser);
        world.open(&config(Storage::Browser));
        world
            .server
            .instead("/oauth/token", refusal(status, "invalid_grant"));
        world.hold = |effect| is_request_to(effect, "/oauth/token");
        for ticket in 0..3 {
            world.ask(0, ticket);
        }
        world.forget();
        world.release();
        for ticket in 0..3 {
            assert_eq!(
                world.error(0, ticket),
                SessionError::LoginRequired(WhyLogin::Ended)
            );
        }
        assert_eq!(world.names(0), ["ended"]);
        assert_eq!(world.names(1), ["ended"]);
        assert_eq!(
            world.status(0).who,
            Person::Nobody(WhyNobody::Ended(Ended::Refused))
        );
        assert_eq!(
            world.status(1).who,
            Person::Nobody(WhyNobody::Ended(Ended::Elsewhere))
        );
        assert!(world.browser.shelf.is_empty());
        assert!(!world.browser.is_locked());
        world.ask(0, 9);
        assert_eq!(world.error(0, 9), SessionError::LoginRequired(WhyLogin::Ended));
        assert_eq!(world.server.refreshes().len(), 1);
    }
}

#[test]
fn a_broken_answer_is_refused_and_its_token_counts_as_used() {
    let token = |extra: &str| json_text(&format!(r#"{{"access_token":"A","expires_in":60{extra}}}"#));
    let cases: [(Http, Broken); 9] = [
        (text(200, "<html>"), Broken::Html),
        (json_text(""), Broken::NotJson),
        (json_text("[]"), Broken::NotAnObject),
        (json_text(r#"{"access_token":"A""#), Broken::NotJson),
        (
            token(r#","access_token":"B""#),
            Broken::DuplicateMember("access_token".into()),
        ),
        (token(""), Broken::MissingMember("token_type")),
        (token(r#","token_type":"MAC""#), Broken::TokenType("MAC".into())),
        (token(r#","token_type":"DPoP""#), Broken::TokenType("DPoP".into())),
        (
            token(r#","token_type":"bearer","refresh_token":"""#),
            Broken::WrongType("refresh_token"),
        ),
    ];
    for (answer, what) in cases {
        let mut world = due(Storage::Browser);
        world.server.instead("/oauth/token", answer);
        world.ask(0, 1);
        assert_eq!(world.error(0, 1), SessionError::Login(LoginError::Broken(what)));
        assert!(matches!(world.status(0).who, Person::SignedIn(_)));
        world.ask(0, 2);
        world.token(0, 2);
        assert_eq!(world.server.refreshes().len(), 1);
    }
}

fn json_text(text: &str) -> Http {
    answer(200, &[], text)
}

#[test]
fn a_renewed_id_token_is_about_the_same_login() {
    let cases: [(&str, Value, IdTokenError); 5] = [
        ("sub", value!("auth0|2"), IdTokenError::NotContinued("sub")),
        ("nonce", value!("another"), IdTokenError::NotContinued("nonce")),
        ("org_id", value!("org_2"), IdTokenError::NotContinued("org_id")),
        (
            "auth_time",
            value!(1_699_999_000),
            IdTokenError::NotContinued("auth_time"),
        ),
        (
            "at_hash",
            value!("AAAAAAAAAAAAAAAAAAAAAA"),
            IdTokenError::AccessTokenHash,
        ),
    ];
    for (name, value, error) in cases {
        let mut world = due(Storage::Browser);
        world.server.claims.insert(name.into(), value);
        world.ask(0, 1);
        let expected = SessionError::Login(LoginError::Broken(Broken::IdToken(error)));
        assert_eq!(world.error(0, 1), expected, "{name}");
        world.server.claims.clear();
        world.ask(0, 2);
        world.token(0, 2);
        assert_eq!(world.names(0), ["renewed"], "by silent authentication");
    }
}

#[test]
fn a_renewed_id_token_with_a_signature_that_is_not_valid_brings_no_token() {
    let mut world = due(Storage::Memory);
    world.server.signature_valid = false;
    world.ask(0, 1);
    let error = LoginError::Broken(Broken::IdToken(IdTokenError::Signature));
    assert_eq!(world.error(0, 1), SessionError::Login(error));
}

#[test]
fn a_refresh_token_that_is_for_one_api_leaves_the_others_to_silent_authentication() {
    for code in [
        "invalid_target",
        "invalid_scope",
        "invalid_request",
        "access_denied",
    ] {
        let mut world = World::signed_in(&config(Storage::Memory));
        world.server.instead("/oauth/token", refusal(400, code));
        let wanted = vestibule_flow::TokenRequest {
            audience: Some("https://other.example.com/".into()),
            scope: None,
        };
        world.wish(
            0,
            vestibule_flow::Wish::AccessToken(vestibule_flow::Ticket(1), wanted),
        );
        world.token(0, 1);
        assert_eq!(world.names(0), ["renewed"], "{code}");
        // The usual token is renewed by the usual refresh token, and not by the one that came with the other API's.
        let first = world.server.sent_to("/oauth/token")[0]
            .get("refresh_token")
            .map(str::to_owned);
        world.later(4000.0);
        world.ask(0, 2);
        world.token(0, 2);
        let last = world
            .server
            .refreshes()
            .last()
            .and_then(|sent| sent.get("refresh_token").map(str::to_owned));
        assert!(first.is_some() && last == first, "{code}: {first:?} {last:?}");
    }
}
