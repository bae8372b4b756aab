//! DPoP (RFC 9449): a proof with every request that a bound token or code goes with, and a nonce where one is wanted.

use serde_json::json as value;
use vestibule_flow::{
    ApiRequest, Binding, Ended, LogOut, LoginError, LoginOptions, NetworkFault, Person, Resolved,
    SessionConfig, SessionEffect, SessionError, SessionInput, Storage, TabMessage, Ticket, WhyLogin,
    WhyNobody, Wish,
};
use vestibule_protocol::{Broken, ProofKey, Response, TokenType};

use crate::session_world::{API, PAGE, World, config, decoded_query, json, value as param};

fn bound(storage: Storage) -> SessionConfig {
    config(storage).binding(Binding::Dpop)
}

fn fetch(world: &mut World, ticket: u32) {
    let request = ApiRequest::get(format!("{API}/notes?page=1#top"));
    world.wish(0, Wish::Fetch(Ticket(ticket), Box::new(request)));
}

fn status_of(world: &World, ticket: u32) -> u16 {
    match world.answered(0, ticket) {
        Some(Ok(Resolved::Response(response))) => response.status,
        other => panic!("no response but {other:?}"),
    }
}

#[test]
fn the_code_the_refresh_and_the_api_get_a_proof_each_with_one_key() {
    let mut world = World::new(&bound(Storage::Browser));
    world.log_in(0, LoginOptions::redirect());
    let key = ProofKey::new(&[1; 32], &[200; 32]);
    let way = decoded_query(&world.tabs[0].left_for[0]);
    assert_eq!(param(&way, "dpop_jkt"), Some(key.thumbprint().as_str()));
    world.come_back(0);
    fetch(&mut world, 1);
    world.later(4000.0);
    world.ask(0, 2);
    assert_eq!(world.token(0, 2).token_type, TokenType::Dpop);
    // The world itself checks method, URL, hash and freshness of each proof.
    let proven = world
        .server
        .requests
        .iter()
        .filter(|sent| sent.header("dpop").is_some());
    let places: Vec<&str> = proven.map(|sent| sent.url.as_str()).collect();
    let token = "https://login.example.com/oauth/token";
    assert_eq!(places, [token, "https://api.example.com/notes?page=1", token]);
    assert_eq!(
        world
            .server
            .requests
            .iter()
            .filter(|sent| sent.url == token)
            .count(),
        2
    );
    assert!(
        world.server.sent_to("/notes")[0]
            .header("authorization")
            .expect("a token")
            .starts_with("DPoP AT-")
    );
}

#[test]
fn a_nonce_that_the_server_wants_is_sent_once_more_and_kept_for_the_next_time() {
    let mut world = World::new(&bound(Storage::Browser));
    world.server.nonce = Some("server-nonce");
    world.server.api_nonce = Some("api-nonce");
    world.log_in(0, LoginOptions::popup());
    assert_eq!(world.server.sent_to("/oauth/token").len(), 2);
    fetch(&mut world, 1);
    assert_eq!(status_of(&world, 1), 200);
    assert_eq!(world.server.sent_to("/notes").len(), 2);
    world.forget();
    world.later(4000.0);
    fetch(&mut world, 2);
    assert_eq!(status_of(&world, 2), 200);
    let nonces: Vec<_> = world
        .server
        .requests
        .iter()
        .map(|sent| sent.proof().expect("a proof")["nonce"].clone())
        .collect();
    assert_eq!(
        nonces,
        ["server-nonce", "api-nonce"],
        "each origin's own, at the first try"
    );
}

#[test]
fn a_server_that_is_never_content_with_a_nonce_is_asked_twice_and_no_more() {
    let never = || {
        let mut answer = json(400, &value!({ "error": "use_dpop_nonce" })).expect("a response");
        answer.headers.push(("dpop-nonce".into(), "n".into()));
        Ok(answer)
    };
    let mut world = World::new(&bound(Storage::Browser));
    for _ in 0..5 {
        world.server.instead("/oauth/token", never());
    }
    world.log_in(0, LoginOptions::popup());
    assert_eq!(world.names(0), ["popup-opened", "failed"]);
    assert_eq!(world.server.sent_to("/oauth/token").len(), 2);
    let mut world = World::signed_in(&bound(Storage::Browser));
    for _ in 0..5 {
        let never = Response {
            status: 401,
            headers: vec![
                ("www-authenticate".into(), "DPoP error=\"use_dpop_nonce\"".into()),
                ("dpop-nonce".into(), "n".into()),
            ],
            body: Vec::new(),
        };
        world.server.instead("/notes", Ok(never));
    }
    fetch(&mut world, 1);
    assert_eq!(status_of(&world, 1), 401);
    assert_eq!(world.server.sent_to("/notes").len(), 2);
    assert!(world.server.refreshes().is_empty(), "the token is not to blame");
}

#[test]
fn a_nonce_with_characters_that_no_nonce_has_is_none() {
    for nonce in ["", "a\"b", "a b", "ü"] {
        let mut answer = json(400, &value!({ "error": "use_dpop_nonce" })).expect("a response");
        answer.headers.push(("dpop-nonce".into(), nonce.into()));
        let mut world = World::new(&bound(Storage::Browser));
        world.server.instead("/oauth/token", Ok(answer));
        world.log_in(0, LoginOptions::popup());
        assert_eq!(world.names(0), ["popup-opened", "failed"], "{nonce:?}");
        assert_eq!(world.server.sent_to("/oauth/token").len(), 1);
    }
}

#[test]
fn a_refresh_that_only_lacked_the_nonce_goes_out_again_with_the_same_token() {
    let mut world = World::signed_in(&bound(Storage::Browser));
    world.server.nonce = Some("new");
    world.later(4000.0);
    world.ask(0, 1);
    world.token(0, 1);
    let sent = world.server.refreshes();
    assert_eq!(sent.len(), 2);
    assert_eq!(sent[0].get("refresh_token"), sent[1].get("refresh_token"));
}

#[test]
fn a_key_that_is_gone_ends_the_session() {
    // Its database was cleared while the page was away; while it stood there; or another key is in its place.
    for case in 0..3 {
        let mut world = World::signed_in(&bound(Storage::Browser));
        match case {
            0 => {
                world.browser.keys.clear();
                world.go(0, PAGE);
                world.names(0);
                assert_eq!(world.names(0), ["restored", "ended"]);
            }
            1 => {
                world.browser.keys.clear();
                fetch(&mut world, 1);
                assert_eq!(world.error(0, 1), SessionError::LoginRequired(WhyLogin::Ended));
                assert_eq!(world.names(0), ["ended"]);
            }
            _ => {
                world.browser.keys.clear();
                world.later(4000.0);
                world.ask(0, 1);
                assert_eq!(world.error(0, 1), SessionError::LoginRequired(WhyLogin::Ended));
                assert_eq!(world.names(0), ["ended"]);
                assert!(world.server.refreshes().is_empty());
            }
        }
        assert_eq!(
            world.status(0).who,
            Person::Nobody(WhyNobody::Ended(Ended::KeyGone))
        );
        assert!(world.browser.shelf.is_empty());
        // The next login makes a key of its own.
        world.log_in(0, LoginOptions::popup());
        assert_eq!(world.names(0).last(), Some(&"authenticated"), "{case}");
        fetch(&mut world, 9);
        assert_eq!(status_of(&world, 9), 200);
    }
}

#[test]
fn a_browser_that_keeps_no_keys_logs_nobody_in_and_sends_no_code() {
    let mut world = World::empty();
    world.browser.keeps_keys = false;
    world.open(&bound(Storage::Browser));
    world.log_in(0, LoginOptions::redirect());
    assert_eq!(world.names(0), ["failed"]);
    assert_eq!(
        world.status(0).fault,
        Some(SessionError::Login(LoginError::StorageRefused))
    );
    let mut world = World::new(&bound(Storage::Browser));
    world.log_in(0, LoginOptions::redirect());
    world.browser.keeps_keys = false;
    world.come_back(0);
    assert_eq!(world.names(0), ["redirecting", "failed"]);
    assert!(world.server.sent_to("/oauth/token").is_empty());
}

#[test]
fn a_key_that_another_tab_threw_away_is_not_used_for_the_next_login() {
    let mut world = World::new(&bound(Storage::Browser));
    world.open(&bound(Storage::Browser));
    world.log_in(0, LoginOptions::popup());
    world.log_out(0, LogOut::Local);
    assert!(world.browser.keys.is_empty());
    world.log_in(1, LoginOptions::popup());
    assert_eq!(
        world.names(1),
        ["restored", "ended", "popup-opened", "authenticated"]
    );
    world.input(0, SessionInput::Told(TabMessage::SignedIn));
    world.later(4000.0);
    world.ask(0, 1);
    assert_eq!(world.token(0, 1).token_type, TokenType::Dpop);
}

#[test]
fn e57_a_token_that_is_not_bound_is_refused_and_a_bound_one_that_nobody_asked_for_too() {
    for (config, token_type) in [
        (bound(Storage::Browser), "Bearer"),
        (config(Storage::Browser), "DPoP"),
        (config(Storage::Browser), "MAC"),
    ] {
        let mut world = World::new(&config);
        world.server.token_type = Some(token_type);
        world.log_in(0, LoginOptions::popup());
        assert_eq!(world.names(0), ["popup-opened", "failed"]);
        let broken = LoginError::Broken(Broken::TokenType(token_type.into()));
        assert_eq!(world.status(0).fault, Some(SessionError::Login(broken)));
        assert!(world.browser.shelf.is_empty());
    }
}

#[test]
fn a_logout_in_the_middle_of_a_proof_ends_nothing_twice() {
    let mut world = World::signed_in(&bound(Storage::Browser));
    world.hold = |effect| matches!(effect, SessionEffect::Sign { .. });
    fetch(&mut world, 1);
    world.log_out(0, LogOut::Local);
    world.release();
    assert_eq!(world.names(0), ["signed-out"]);
    assert!(matches!(world.error(0, 1), SessionError::LoginRequired(_)));
}

#[test]
fn a_lost_reply_at_the_api_is_told_and_not_repeated() {
    let mut world = World::signed_in(&bound(Storage::Browser));
    world.server.instead("/notes", Err(NetworkFault::TimedOut));
    fetch(&mut world, 1);
    let lost = LoginError::Network(NetworkFault::TimedOut);
    assert_eq!(world.error(0, 1), SessionError::Login(lost));
    assert_eq!(world.server.sent_to("/notes").len(), 1);
}
