//! What is checked of tokens before they count, and that no secret shows.

use vestibule_flow::{Activity, Effect, Intent, LoginError, LoginEvent, NoticeKind, ScreenName};
use vestibule_protocol::Broken;

use crate::world::{self, PAGE, Server, World, config, json, text};

#[test]
fn no_token_leaves_before_every_check_of_the_id_token_has_passed() {
    let faults: Vec<(&str, serde_json::Value)> = vec![
        ("iss", "https://login.example.com".into()),
        ("iss", "https://login.example.com@evil.test/".into()),
        ("aud", "other".into()),
        ("aud", serde_json::json!(["app", "other"])),
        ("exp", (world::NOW_S - 61.0).into()),
        ("exp", "1800000000".into()),
        ("iat", (world::NOW_S + 61.0).into()),
        ("nbf", (world::NOW_S + 61.0).into()),
        ("nonce", "another".into()),
        ("nonce", serde_json::Value::Null),
        ("sub", "".into()),
        ("sub", 7.into()),
        ("azp", "other".into()),
        ("at_hash", "77QmUPtjPfzWtF2AnpK9RQ".into()),
    ];
    for (claim, value) in faults {
        let mut world = World::new(config());
        world.claims.insert(claim.into(), value.clone());
        world.log_in();
        assert_eq!(
            world.names(),
            ["shown", "submitted", "failed"],
            "{claim} = {value}"
        );
        assert!(
            matches!(
                &world.events[2],
                LoginEvent::Failed(LoginError::Broken(Broken::IdToken(_)))
            ),
            "{claim}: {:?}",
            world.events[2]
        );
        assert_eq!(world.view().notice.unwrap().kind, NoticeKind::BrokenResponse);
    }
    let mut world = World::with(
        config(),
        Server {
            signature_valid: false,
            ..Server::default()
        },
    );
    world.log_in();
    assert_eq!(world.names(), ["shown", "submitted", "failed"]);
}

#[test]
fn an_unknown_key_is_asked_for_exactly_once_more() {
    let mut world = World::with(
        config(),
        Server {
            jwks: || json(200, r#"{"keys":[]}"#),
            ..Server::default()
        },
    );
    world.log_in();
    let asked = |world: &World| {
        world
            .requests
            .iter()
            .filter(|path| path.ends_with("jwks.json"))
            .count()
    };
    assert_eq!(asked(&world), 2);
    assert_eq!(world.names(), ["shown", "submitted", "failed"]);
    // Within a minute nobody is asked again on account of the same.
    world.log_in();
    assert_eq!(asked(&world), 2);
    world.at_s += 61.0;
    world.server.jwks = Server::default().jwks;
    world.log_in();
    assert_eq!(asked(&world), 3);
    assert_eq!(world.screen(), ScreenName::SignedIn);
}

#[test]
fn keys_that_come_late_are_waited_for() {
    let server = Server {
        hold: |effect| matches!(effect, Effect::Http { request, .. } if request.url.ends_with("jwks.json")),
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    assert_eq!(
        world.screen(),
        ScreenName::LogIn,
        "the form does not wait for them"
    );
    world.log_in();
    assert_eq!(world.view().activity, Activity::Working);
    world.release();
    assert_eq!(world.screen(), ScreenName::SignedIn);
}

#[test]
fn a_broken_token_response_is_told_to_person_app_and_developer() {
    for body in [
        "<html>",
        "",
        "[]",
        "null",
        r#"{"access_token":"a","access_token":"b","token_type":"Bearer"}"#,
        r#"{"access_token":"AT","token_type":"Bearer"}"#,
    ] {
        let mut world = World::new(config());
        world.server.token = Some(match body {
            "<html>" => || text(200, "<html>"),
            "" => || json(200, ""),
            "[]" => || json(200, "[]"),
            "null" => || json(200, "null"),
            r#"{"access_token":"AT","token_type":"Bearer"}"# => {
                || json(200, r#"{"access_token":"AT","token_type":"Bearer"}"#)
            }
            _ => || {
                json(
                    200,
                    r#"{"access_token":"a","access_token":"b","token_type":"Bearer"}"#,
                )
            },
        });
        world.log_in();
        assert_eq!(world.names(), ["shown", "submitted", "failed"], "{body}");
        assert_eq!(
            world.view().notice.unwrap().kind,
            NoticeKind::BrokenResponse,
            "{body}"
        );
        assert_eq!(world.advice.len(), 1, "{body}");
    }
}

#[test]
fn no_secret_shows_in_any_debug() {
    let server = Server {
        hold: |effect| matches!(effect, Effect::Http { request, .. } if request.url.ends_with("/oauth/token")),
        ..Server::default()
    };
    let mut typed = World::with(config(), server);
    typed.log_in();

    let mut leaving = World::new(config());
    leaving.person(Intent::Choose("facebook".into()));
    let state = world::transaction(1);
    let url = format!("{PAGE}?code=CODE&state={}", state.state().expose());
    let server = Server {
        hold: |effect| matches!(effect, Effect::Http { .. }),
        ..Server::default()
    };
    let arrived = World::arriving(config(), server, &url, leaving.kept.clone());

    for world in [typed, leaving, arrived] {
        for secret in [
            "secret words",
            "TICKET",
            "CODE",
            state.state().expose(),
            state.nonce().expose(),
        ] {
            for shown in [
                format!("{:?}", world.flow),
                format!("{:?}", world.effects),
                format!("{:?}", world.events),
            ] {
                assert!(!shown.contains(secret), "{secret} in {shown}");
            }
        }
    }
}

#[test]
fn what_the_app_gives_along_comes_back_with_the_tokens_and_goes_nowhere_else() {
    let mut world = World::new(config().app_state("/orders/17"));
    world.log_in();
    let tokens = world.events.iter().find_map(|event| match event {
        LoginEvent::Authenticated(tokens) => Some(tokens),
        _ => None,
    });
    let app_state = tokens.and_then(|tokens| tokens.app_state.as_deref());
    assert_eq!(app_state, Some("/orders/17"));
    let sent = format!("{:?}", world.requests);
    assert!(!sent.contains("orders"), "{sent}");
}
