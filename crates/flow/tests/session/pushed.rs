//! Pushed authorization requests (RFC 9126): through the browser goes only the name.

use serde_json::json as value;
use vestibule_flow::{
    Feature, LoginError, LoginOptions, NetworkFault, Requests, SessionConfig, SessionError, Storage,
};
use vestibule_protocol::RefusalCode;

use crate::session_world::{World, config, decoded_query, json, text, value as param};

fn pushed() -> SessionConfig {
    config(Storage::Memory).requests(Requests::Pushed)
}

#[test]
fn the_request_goes_to_the_server_first_and_its_name_through_the_browser() {
    for options in [LoginOptions::redirect(), LoginOptions::popup()] {
        let mut world = World::new(&pushed());
        world.log_in(0, options.return_to("/notes"));
        let url = world.tabs[0]
            .left_for
            .last()
            .or(world.tabs[0].opened.last())
            .expect("a URL")
            .clone();
        let names: Vec<String> = decoded_query(&url).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["client_id", "request_uri"]);
        let sent = world.server.sent_to("/oauth/par");
        assert_eq!(sent.len(), 1);
        for name in [
            "client_id",
            "redirect_uri",
            "state",
            "nonce",
            "code_challenge",
            "scope",
            "response_type",
        ] {
            assert!(sent[0].get(name).is_some(), "{name}");
        }
        assert_eq!(sent[0].get("code_verifier"), None);
        if !world.tabs[0].left_for.is_empty() {
            world.come_back(0);
        }
        assert_eq!(world.names(0).last(), Some(&"authenticated"));
    }
}

#[test]
fn a_server_that_requires_it_gets_it_without_a_word_in_the_config() {
    let mut world = World::empty();
    world.server.discovery["require_pushed_authorization_requests"] = value!(true);
    world.open(&config(Storage::Memory));
    world.log_in(0, LoginOptions::redirect());
    let url = &world.tabs[0].left_for[0];
    assert!(param(&decoded_query(url), "request_uri").is_some(), "{url}");
}

#[test]
fn a_request_that_is_not_taken_fails_and_leaves_the_page_here() {
    let cases = [
        (
            json(400, &value!({ "error": "invalid_request" })),
            LoginError::Refused(RefusalCode::InvalidRequest),
        ),
        (
            text(200, "<html>"),
            LoginError::Broken(vestibule_protocol::Broken::Html),
        ),
        (
            json(201, &value!({ "request_uri": "javascript:alert(1)" })),
            LoginError::Broken(vestibule_protocol::Broken::WrongType("request_uri")),
        ),
        (
            Err(NetworkFault::Unreachable),
            LoginError::Network(NetworkFault::Unreachable),
        ),
    ];
    for (answer, error) in cases {
        let mut world = World::new(&pushed());
        world.server.instead("/oauth/par", answer);
        world.log_in(0, LoginOptions::redirect());
        assert_eq!(world.names(0), ["failed"]);
        assert_eq!(world.status(0).fault, Some(SessionError::Login(error)));
        assert!(world.tabs[0].left_for.is_empty());
    }
}

#[test]
fn a_server_that_takes_none_is_said_to_lack_it() {
    let mut world = World::empty();
    world.server.discovery["pushed_authorization_request_endpoint"] = value!(null);
    world.open(&pushed());
    world.log_in(0, LoginOptions::redirect());
    match world.status(0).fault {
        Some(SessionError::Lacking(lacking)) => assert_eq!(lacking.feature, Feature::PushedRequests),
        other => panic!("{other:?}"),
    }
}
