//! Logging in with a password inside the page: the way through, and every way it can fail.

mod world;

use vestibule_flow::{
    Activity, Away, Effect, Event, Field, FieldProblem, FocusPlace, Intent, LoginError, LoginEvent,
    MessageFault, NetworkFault, NoticeKind, Remedy, ScreenName, Status,
};
use vestibule_protocol::{Broken, RefusalCode};
use world::{Http, PAGE, Server, World, body_of, config, error_for, json, text};

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

#[test]
fn blocked_third_party_cookies_lead_to_a_redirect_with_the_name_filled_in_and_one_advice() {
    let server = Server {
        message: |transaction| Ok(error_for(transaction, "login_required")),
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    world.log_in();
    assert_eq!(world.advice.len(), 1);
    assert!(
        world.advice[0].contains("third-party cookies"),
        "{}",
        world.advice[0]
    );
    assert_eq!(world.left_for.len(), 1);
    let url = &world.left_for[0];
    assert!(
        url.contains("login_hint=ada%40example.com") && !url.contains("web_message"),
        "{url}"
    );
    assert!(!url.contains("secret"), "{url}");
    assert_eq!(world.names(), ["shown", "submitted", "redirecting"]);

    // Back again by the browser's Back button: the next login does not try in vain.
    world.event(Event::Returned);
    world.log_in();
    assert_eq!(body_of(&world.effects, "/co/authenticate").len(), 1);
    assert_eq!(world.left_for.len(), 2);
    assert_eq!(world.advice.len(), 1, "the advice is given once");
}

#[test]
fn each_way_in_which_embedding_is_refused_goes_on_by_redirect() {
    let refused: fn() -> Http = || {
        json(
            401,
            r#"{"error":"unauthorized_client","error_description":"Cross origin login not allowed."}"#,
        )
    };
    let cases = [
        (
            Server {
                co_authenticate: refused,
                ..Server::default()
            },
            "cross-origin authentication",
        ),
        (
            Server {
                co_authenticate: || text(403, "Origin https://app.example.com is not allowed."),
                ..Server::default()
            },
            "cross-origin authentication",
        ),
        (
            Server {
                co_authenticate: || Err(NetworkFault::Unreachable),
                ..Server::default()
            },
            "cross-origin authentication",
        ),
        (
            Server {
                message: |_| Err(MessageFault::TimedOut),
                ..Server::default()
            },
            "allowed web origins",
        ),
        (
            Server {
                message: |t| Ok(error_for(t, "mfa_required")),
                ..Server::default()
            },
            "mfa_required",
        ),
        (
            Server {
                message: |t| Ok(error_for(t, "consent_required")),
                ..Server::default()
            },
            "consent_required",
        ),
    ];
    for (server, said) in cases {
        let mut world = World::with(config(), server);
        world.log_in();
        assert_eq!(world.left_for.len(), 1, "{said}");
        assert!(world.advice[0].contains(said), "{}", world.advice[0]);
    }
}

#[test]
fn a_fallback_by_popup_waits_for_a_click_of_its_own() {
    let server = Server {
        message: |transaction| Ok(error_for(transaction, "login_required")),
        ..Server::default()
    };
    let mut world = World::with(config().fallback(Away::Popup), server);
    world.log_in();
    assert!(world.opened.is_empty(), "no click asked for it yet");
    let notice = world.view().notice.unwrap();
    assert_eq!(
        (notice.kind, notice.remedy),
        (NoticeKind::ContinueElsewhere, Some(Remedy::Popup))
    );
    world.server.message = Server::default().message;
    world.person(Intent::Remedy);
    assert_eq!(world.opened.len(), 1);
    assert!(world.opened[0].contains("login_hint=ada%40example.com"));
    assert_eq!(world.screen(), ScreenName::SignedIn);
}

#[test]
fn a_dead_network_is_told_from_a_refusal_by_cors() {
    let mut world = World::with(
        config(),
        Server {
            co_authenticate: || Err(NetworkFault::Unreachable),
            ..Server::default()
        },
    );
    world.server.discovery = || Err(NetworkFault::Unreachable);
    world.log_in();
    assert_eq!(world.view().notice.unwrap().kind, NoticeKind::Unreachable);
    assert!(world.left_for.is_empty() && world.advice.is_empty());
}

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
fn an_address_of_a_company_goes_to_its_own_login_page() {
    let mut world = World::new(config());
    world.submit(&[(Field::Username, "Grace@ACME.test"), (Field::Password, "")]);
    assert_eq!(world.left_for.len(), 1);
    assert!(
        world.left_for[0].contains("connection=acme"),
        "{}",
        world.left_for[0]
    );
    assert!(body_of(&world.effects, "/co/authenticate").is_empty());
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
