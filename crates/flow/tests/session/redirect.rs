//! Logging in by redirect: the way there, and the good way back.

use vestibule_flow::{
    Doing, Effect, LoginError, LoginOptions, Person, Return, SessionConfig, SessionEffect, SessionError,
    SessionEvent, SessionInput, Storage, WhyNobody,
};
use vestibule_protocol::{Prompt, ResponseMode};

use crate::session_world::{PAGE, Params, World, config, decoded_query, value};

fn way_there(options: LoginOptions, config: &SessionConfig) -> (World, Params) {
    let mut world = World::new(config);
    world.log_in(0, options);
    let params = decoded_query(world.tabs[0].left_for.last().expect("the page left"));
    (world, params)
}

#[test]
fn the_way_there_says_what_was_asked_for_and_keeps_the_verifier_here() {
    let options = LoginOptions {
        connection: Some("acme".into()),
        screen_hint: Some("signup".into()),
        login_hint: Some("ada@example.com".into()),
        prompt: Some(Prompt::SelectAccount),
        ui_locales: Some("de".into()),
        max_age: Some(60),
        acr_values: vec!["mfa".into(), "pwd".into()],
        organization: Some("org_1".into()),
        invitation: Some("inv".into()),
        scope: Some("openid read:x".into()),
        ..LoginOptions::redirect()
    };
    let (world, params) = way_there(options, &config(Storage::Memory));
    for (name, expected) in [
        ("client_id", "app"),
        ("response_type", "code"),
        ("redirect_uri", PAGE),
        ("code_challenge_method", "S256"),
        ("connection", "acme"),
        ("screen_hint", "signup"),
        ("login_hint", "ada@example.com"),
        ("prompt", "select_account"),
        ("ui_locales", "de"),
        ("max_age", "60"),
        ("acr_values", "mfa pwd"),
        ("organization", "org_1"),
        ("invitation", "inv"),
        ("scope", "openid read:x"),
        ("audience", "https://api.example.com/"),
    ] {
        assert_eq!(value(&params, name), Some(expected), "{name}");
    }
    for name in ["state", "nonce", "code_challenge"] {
        assert_eq!(value(&params, name).expect(name).len(), 43);
    }
    assert_eq!(value(&params, "code_verifier"), None);
    assert_eq!(world.names(0), ["redirecting"]);
    assert_eq!(world.status(0).doing, Doing::Leaving);
    let shown = format!("{:?}", world.tabs[0].effects);
    assert!(
        !shown.contains(value(&params, "state").expect("a state")),
        "no secret in `Debug`"
    );
}

#[test]
fn the_apps_own_parameters_go_along() {
    let config = SessionConfig {
        authorization_parameters: vec![("resource".into(), "x".into())],
        ..config(Storage::Memory)
    };
    let (_, params) = way_there(LoginOptions::redirect(), &config);
    assert_eq!(value(&params, "resource"), Some("x"));
}

#[test]
fn a_login_comes_back_in_every_mode_and_its_traces_leave_the_address_bar() {
    for mode in [
        None,
        Some(ResponseMode::Query),
        Some(ResponseMode::Fragment),
        Some(ResponseMode::FormPost),
    ] {
        let config = SessionConfig {
            response_mode: mode,
            ..config(Storage::Memory)
        };
        let mut world = World::new(&config);
        let options = LoginOptions {
            app_state: Some("the app's own".into()),
            ..LoginOptions::redirect().return_to("/notes?id=1#top")
        };
        world.log_in(0, options);
        world.come_back(0);
        assert_eq!(world.names(0), ["redirecting", "authenticated"], "{mode:?}");
        let status = world.status(0);
        assert!(matches!(status.who, Person::SignedIn(_)));
        assert_eq!((status.doing, status.fault), (Doing::Nothing, None));
        let arrived = status.arrived.expect("a redirect");
        assert_eq!(arrived.return_to.as_deref(), Some("/notes?id=1#top"));
        assert_eq!(arrived.app_state.as_deref(), Some("the app's own"));
        assert_eq!(world.tabs[0].cleaned, [PAGE], "{mode:?}");
        assert!(world.tabs[0].attempts.is_empty(), "an attempt is good once");
        world.ask(0, 1);
        world.token(0, 1);
        assert_eq!(world.server.sent_to("/oauth/token").len(), 1);
    }
}

#[test]
fn only_a_path_of_this_origin_is_gone_back_to() {
    for (asked, kept) in [
        ("/", Some("/")),
        ("/a/b?c=//d#e", Some("/a/b?c=//d#e")),
        ("https://app.example.com", Some("/")),
        ("https://app.example.com/notes", Some("/notes")),
        ("notes", None),
        ("", None),
        ("//evil.example", None),
        ("/\\evil.example", None),
        ("\\\\evil.example", None),
        ("/\t/evil.example", None),
        ("/\n/evil.example", None),
        ("https://evil.example/", None),
        ("https://app.example.com.evil.example/", None),
        ("https://app.example.com@evil.example/", None),
        ("https://app.example.com:8443/", None),
        ("https://app.example.com//evil.example", None),
        ("http://app.example.com/", None),
        ("javascript:alert(1)", None),
        (" /notes", None),
    ] {
        let mut world = World::new(&config(Storage::Memory));
        world.log_in(0, LoginOptions::redirect().return_to(asked));
        world.come_back(0);
        let arrived = world.status(0).arrived.expect("a redirect");
        assert_eq!(arrived.return_to.as_deref(), kept, "{asked:?}");
    }
}

#[test]
fn a_redirect_uri_that_is_a_path_is_of_the_pages_own_origin() {
    let mut config = config(Storage::Memory);
    config.login.redirect_uri = Some("/callback".into());
    let (_, params) = way_there(LoginOptions::redirect(), &config);
    assert_eq!(
        value(&params, "redirect_uri"),
        Some("https://app.example.com/callback")
    );
}

#[test]
fn a_return_path_that_was_tampered_with_in_the_storage_is_dropped() {
    let mut world = World::new(&config(Storage::Memory));
    world.log_in(0, LoginOptions::redirect().return_to("/notes"));
    let (_, attempt) = &mut world.tabs[0].attempts[0];
    *attempt = attempt.replace("/notes", "//evil.example");
    world.come_back(0);
    assert_eq!(world.status(0).arrived.expect("a redirect").return_to, None);
}

#[test]
fn a_renewal_leaves_what_the_redirect_brought() {
    let mut world = World::signed_in(&config(Storage::Memory));
    world.server.lost = Some("/oauth/token");
    world.later(4000.0);
    world.ask(0, 1);
    world.ask(0, 2);
    world.token(0, 2);
    assert!(world.status(0).arrived.is_some());
}

#[test]
fn a_page_that_does_not_leave_is_given_back() {
    for how in 0..3 {
        let (mut world, _) = way_there(LoginOptions::redirect(), &config(Storage::Memory));
        match how {
            0 => world.input(0, SessionInput::Resumed(Return::FromCache)),
            1 => world.ring(0),
            _ => world.wish(0, vestibule_flow::Wish::Cancel),
        }
        assert_eq!(world.names(0), ["redirecting", "cancelled"], "{how}");
        assert_eq!(world.status(0).doing, Doing::Nothing);
        assert_eq!(world.status(0).who, Person::Nobody(WhyNobody::NotYet));
        world.ring(0);
        assert_eq!(world.names(0).len(), 2);
    }
}

#[test]
fn a_storage_that_keeps_no_attempt_keeps_the_page() {
    let mut world = World::new(&config(Storage::Memory));
    world.browser.keeps_attempts = false;
    world.log_in(0, LoginOptions::redirect());
    assert_eq!(world.names(0), ["redirecting", "failed"]);
    let refused = SessionError::Login(LoginError::StorageRefused);
    assert_eq!(world.tabs[0].events[1], SessionEvent::Failed(refused.clone()));
    assert_eq!(world.status(0).fault, Some(refused));
    assert!(world.tabs[0].left_for.is_empty());
}

#[test]
fn two_logins_in_two_tabs_do_not_know_of_each_other() {
    let mut world = World::new(&config(Storage::Memory));
    world.open(&config(Storage::Memory));
    world.log_in(0, LoginOptions::redirect());
    world.log_in(1, LoginOptions::redirect());
    world.come_back(1);
    world.come_back(0);
    for tab in [0, 1] {
        assert_eq!(world.names(tab).last(), Some(&"authenticated"));
    }
}

#[test]
fn a_second_click_begins_anew_and_only_one_login_comes_of_it() {
    let mut world = World::new(&config(Storage::Memory));
    world.hold = |effect| matches!(effect, SessionEffect::Do(Effect::Random { .. }));
    world.log_in(0, LoginOptions::redirect());
    world.log_in(0, LoginOptions::redirect());
    world.release();
    assert_eq!(world.names(0), ["cancelled", "redirecting"]);
    assert_eq!(world.tabs[0].left_for.len(), 1);
}

#[test]
fn an_app_state_that_the_storage_could_not_give_back_is_refused_before_the_page_leaves() {
    for (bytes, leaves) in [(16 * 1024, true), (16 * 1024 + 1, false)] {
        let mut world = World::new(&config(Storage::Memory));
        let options = LoginOptions {
            app_state: Some("\u{1}".repeat(bytes)),
            ..LoginOptions::redirect()
        };
        world.log_in(0, options);
        if leaves {
            world.come_back(0);
            let arrived = world.status(0).arrived.expect("a login came back");
            assert_eq!(arrived.app_state.map(|state| state.len()), Some(bytes));
        } else {
            assert_eq!(world.names(0), ["failed"]);
            let fault = world.status(0).fault.expect("a refusal").to_string();
            assert!(
                fault.contains("`app_state`") && fault.contains("16 KB"),
                "{fault}"
            );
        }
    }
}

#[test]
fn a_login_that_comes_back_and_fails_still_says_where_it_was_to_lead() {
    let mut world = World::new(&config(Storage::Memory));
    world.log_in(0, LoginOptions::redirect().return_to("/notes?id=1"));
    world.server.refuses = Some("access_denied");
    world.come_back(0);
    assert_eq!(world.names(0).last(), Some(&"failed"));
    let arrived = world.status(0).arrived.expect("it came back");
    assert_eq!(arrived.return_to.as_deref(), Some("/notes?id=1"));
}
