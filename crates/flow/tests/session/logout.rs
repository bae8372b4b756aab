//! Logging out: here first and at once, then at the server as far as it can be reached.

use serde_json::json as value;
use vestibule_flow::{
    Doing, Feature, LogOut, LoginError, LoginOptions, NetworkFault, Person, SessionEffect, SessionError,
    Storage, WhyLogin, WhyNobody, Word,
};

use crate::session_world::{ISSUER, PAGE, World, config, decoded_query, is_request_to, text, value as param};

const ALL: [LogOut; 4] = [
    LogOut::Local,
    LogOut::Provider,
    LogOut::Auth0,
    LogOut::Auth0Federated,
];

fn is_out(world: &World) {
    assert_eq!(world.names(0)[0], "signed-out");
    assert_eq!(world.status(0).who, Person::Nobody(WhyNobody::SignedOut));
    assert!(world.browser.shelf.is_empty());
    assert_eq!(world.browser.word, Word::SignedOut);
}

#[test]
fn the_session_here_ends_at_once_even_when_the_server_is_down() {
    for how in ALL {
        let mut world = World::signed_in(&config(Storage::Browser));
        world
            .server
            .instead("/oauth/revoke", Err(NetworkFault::Unreachable));
        world.hold = |effect| is_request_to(effect, "/oauth/revoke");
        world.log_out(0, how);
        is_out(&world);
        assert_eq!(world.status(0).doing, Doing::LoggingOut);
        world.ask(0, 1);
        assert_eq!(
            world.error(0, 1),
            SessionError::LoginRequired(WhyLogin::Anonymous)
        );
        world.server.instead(
            "/.well-known/openid-configuration",
            Err(NetworkFault::Unreachable),
        );
        world.release();
        assert_eq!(world.names(0), ["signed-out", "failed"], "{how:?}");
        let down = LoginError::Network(NetworkFault::Unreachable);
        assert_eq!(world.status(0).fault, Some(SessionError::Login(down)));
        assert_eq!(world.status(0).doing, Doing::Nothing);
        is_out(&world);
    }
}

#[test]
fn a_revocation_that_cors_refuses_does_not_keep_the_page_from_leaving() {
    for how in ALL {
        let mut world = World::signed_in(&config(Storage::Browser));
        world
            .server
            .instead("/oauth/revoke", Err(NetworkFault::Unreachable));
        world.log_out(0, how);
        is_out(&world);
        let leaves = how != LogOut::Local;
        assert_eq!(world.tabs[0].navigated.len(), usize::from(leaves), "{how:?}");
        assert_eq!(world.names(0).contains(&"failed"), !leaves, "{how:?}");
    }
}

#[test]
fn the_session_here_ends_at_once_even_when_the_server_never_told_about_itself() {
    let mut world = World::signed_in(&config(Storage::Browser));
    world.hold = |effect| is_request_to(effect, "openid-configuration");
    world.go(0, PAGE);
    world.forget();
    world.log_out(0, LogOut::Provider);
    is_out(&world);
    let down = || Err(NetworkFault::TimedOut);
    world.server.instead("/.well-known/openid-configuration", down());
    world.release();
    assert_eq!(world.names(0), ["signed-out", "failed"]);
}

#[test]
fn the_refresh_token_is_given_back_whatever_the_server_says_to_it() {
    for how in ALL {
        for answer in [None, Some(text(400, "")), Some(text(503, ""))] {
            let mut world = World::signed_in(&config(Storage::Browser));
            if let Some(answer) = answer {
                world.server.instead("/oauth/revoke", answer);
            }
            world.log_out(0, how);
            let sent = world.server.sent_to("/oauth/revoke");
            assert_eq!(sent.len(), 1);
            assert!(sent[0].get("token").is_some_and(|token| token.starts_with("RT-")));
            assert_eq!(sent[0].get("client_id"), Some("app"));
            assert_eq!(world.names(0), ["signed-out"]);
            assert_eq!(world.tabs[0].navigated.len(), usize::from(how != LogOut::Local));
        }
    }
}

#[test]
fn a_refresh_token_of_which_nobody_knows_is_given_back_too() {
    let mut world = World::signed_in(&config(Storage::Browser));
    world.server.lost = Some("/oauth/token");
    world.later(4000.0);
    world.ask(0, 1);
    world.log_out(0, LogOut::Local);
    assert_eq!(world.server.sent_to("/oauth/revoke").len(), 1);
}

#[test]
fn the_standard_logout_says_who_and_where_to_go_after() {
    let mut world = World::signed_in(&config(Storage::Browser));
    world.log_out(0, LogOut::Provider);
    let url = &world.tabs[0].navigated[0];
    assert!(url.starts_with(&format!("{ISSUER}oidc/logout?")), "{url}");
    let params = decoded_query(url);
    assert_eq!(param(&params, "client_id"), Some("app"));
    assert_eq!(
        param(&params, "post_logout_redirect_uri"),
        Some("https://app.example.com/")
    );
    assert_eq!(
        param(&params, "id_token_hint")
            .expect("a hint")
            .split('.')
            .count(),
        3
    );
}

#[test]
fn auth0s_logout_names_the_client_and_perhaps_the_provider() {
    for (how, federated) in [(LogOut::Auth0, false), (LogOut::Auth0Federated, true)] {
        let mut config = config(Storage::Browser);
        config.post_logout_redirect_uri = Some("https://app.example.com/bye".into());
        let mut world = World::signed_in(&config);
        world.log_out(0, how);
        let url = &world.tabs[0].navigated[0];
        assert!(
            url.starts_with(&format!("{ISSUER}v2/logout?client_id=app&returnTo=")),
            "{url}"
        );
        assert_eq!(
            param(&decoded_query(url), "returnTo").map(|to| to.trim_end_matches("&federated")),
            Some("https://app.example.com/bye")
        );
        assert_eq!(url.ends_with("&federated"), federated);
    }
}

#[test]
fn a_server_without_the_standard_logout_is_said_to_lack_it() {
    let mut world = World::empty();
    world
        .server
        .discovery
        .as_object_mut()
        .expect("an object")
        .remove("end_session_endpoint");
    world.server.discovery["revocation_endpoint"] = value!(null);
    world.open(&config(Storage::Browser));
    world.log_in(0, LoginOptions::redirect());
    world.come_back(0);
    world.forget();
    world.log_out(0, LogOut::Provider);
    is_out(&world);
    match world.status(0).fault {
        Some(SessionError::Lacking(lacking)) => {
            assert_eq!(lacking.feature, Feature::EndSession);
            assert_eq!(lacking.metadata, "end_session_endpoint");
        }
        other => panic!("{other:?}"),
    }
    assert!(world.tabs[0].navigated.is_empty());
}

#[test]
fn two_logouts_at_once_give_the_token_back_and_leave_once() {
    for (first, second) in [
        (LogOut::Provider, LogOut::Provider),
        (LogOut::Local, LogOut::Provider),
        (LogOut::Provider, LogOut::Local),
    ] {
        let mut world = World::signed_in(&config(Storage::Browser));
        world.hold = |effect| is_request_to(effect, "/oauth/revoke");
        world.log_out(0, first);
        world.log_out(0, second);
        world.release();
        assert_eq!(
            world.server.sent_to("/oauth/revoke").len(),
            1,
            "{first:?} {second:?}"
        );
        assert_eq!(world.tabs[0].navigated.len(), 1, "{first:?} {second:?}");
        assert_eq!(world.status(0).doing, Doing::Nothing);
    }
}

#[test]
fn a_login_before_the_logout_is_through_keeps_the_page_here() {
    let mut world = World::signed_in(&config(Storage::Browser));
    world.hold = |effect| is_request_to(effect, "/oauth/revoke");
    world.log_out(0, LogOut::Provider);
    world.log_in(0, LoginOptions::popup());
    world.release();
    assert_eq!(world.names(0), ["signed-out", "popup-opened", "authenticated"]);
    assert!(world.tabs[0].navigated.is_empty());
    assert_eq!(
        world.server.sent_to("/oauth/revoke").len(),
        1,
        "the old token is given back all the same"
    );
    assert_eq!(world.status(0).doing, Doing::Nothing);
}

#[test]
fn a_logout_gives_up_what_is_under_way() {
    let mut world = World::signed_in(&config(Storage::Browser));
    world.later(4000.0);
    world.hold = |effect| {
        is_request_to(effect, "/oauth/token")
            || matches!(effect, SessionEffect::Do(vestibule_flow::Effect::Popup { .. }))
    };
    world.ask(0, 1);
    world.log_in(0, LoginOptions::popup());
    world.log_out(0, LogOut::Local);
    assert_eq!(world.names(0), ["popup-opened", "cancelled", "signed-out"]);
    assert_eq!(
        world.error(0, 1),
        SessionError::LoginRequired(WhyLogin::Anonymous)
    );
    world.release();
    assert_eq!(world.names(0).len(), 3);
    assert!(world.browser.shelf.is_empty() && !world.browser.is_locked());
}
