//! Logging in by popup: closed, blocked, cut off, or done.

use vestibule_flow::{
    Doing, Effect, LoginError, LoginOptions, MessageFault, Person, SessionEffect, SessionError, Storage,
    WhyNobody, Wish,
};
use vestibule_protocol::RefusalCode;

use crate::session_world::{Frame, World, config};

fn world() -> World {
    World::new(&config(Storage::Memory))
}

#[test]
fn a_popup_logs_in_and_the_page_stays() {
    let mut world = world();
    world.log_in(0, LoginOptions::popup());
    assert_eq!(world.names(0), ["popup-opened", "authenticated"]);
    assert!(world.tabs[0].left_for.is_empty());
    let url = &world.tabs[0].opened[0];
    assert!(
        url.contains("response_mode=web_message") && !url.contains("prompt="),
        "{url}"
    );
}

#[test]
fn the_message_must_come_from_the_authorization_endpoints_origin() {
    let mut world = World::empty();
    world.server.discovery["authorization_endpoint"] = "https://sign.example.com/authorize".into();
    world.open(&config(Storage::Memory));
    world.log_in(0, LoginOptions::popup());
    let origin = world.tabs[0].effects.iter().find_map(|effect| match effect {
        SessionEffect::Do(Effect::Popup { origin, .. }) => Some(origin.as_str()),
        _ => None,
    });
    assert_eq!(origin, Some("https://sign.example.com"));
}

#[test]
fn a_popup_that_is_closed_gives_the_login_up() {
    let mut world = world();
    world.server.frame = Frame::Fails(MessageFault::Closed);
    world.log_in(0, LoginOptions::popup());
    assert_eq!(world.names(0), ["popup-opened", "cancelled"]);
    assert_eq!(world.status(0).who, Person::Nobody(WhyNobody::NotYet));
    assert_eq!(world.status(0).doing, Doing::Nothing);
}

#[test]
fn a_popup_that_is_blocked_or_cut_off_goes_on_by_redirect_with_a_new_attempt() {
    for fault in [MessageFault::Blocked, MessageFault::Unreachable] {
        let mut world = world();
        world.server.frame = Frame::Fails(fault);
        world.log_in(0, LoginOptions::popup());
        assert_eq!(world.names(0), ["popup-opened", "redirecting"], "{fault:?}");
        let (opened, left) = (&world.tabs[0].opened[0], &world.tabs[0].left_for[0]);
        assert!(!left.contains("web_message"));
        let state = |url: &str| url.split("state=").nth(1).map(|rest| rest[..43].to_owned());
        assert_ne!(state(opened), state(left));
        world.come_back(0);
        assert_eq!(world.names(0).last(), Some(&"authenticated"));
    }
}

#[test]
fn a_popup_that_says_nothing_or_no_fails() {
    let mut world = world();
    world.server.frame = Frame::Fails(MessageFault::TimedOut);
    world.log_in(0, LoginOptions::popup());
    assert_eq!(
        world.status(0).fault,
        Some(SessionError::Login(LoginError::TimedOut))
    );
    world.server.frame = Frame::Answers;
    world.server.refuses = Some("access_denied");
    world.log_in(0, LoginOptions::popup());
    let refused = LoginError::Refused(RefusalCode::AccessDenied);
    assert_eq!(world.status(0).fault, Some(SessionError::Login(refused)));
    assert_eq!(
        world.names(0),
        ["popup-opened", "failed", "popup-opened", "failed"]
    );
}

#[test]
fn a_message_with_another_state_or_twice_the_same_is_refused() {
    for twist in [
        (|params| params[0].1 = "theirs".into()) as fn(&mut crate::session_world::Params),
        |params| params.push(params[0].clone()),
        |params| params.clear(),
    ] {
        let mut world = world();
        world.server.twist = twist;
        world.log_in(0, LoginOptions::popup());
        assert_eq!(world.names(0), ["popup-opened", "failed"]);
        assert!(world.server.sent_to("/oauth/token").is_empty());
    }
}

#[test]
fn giving_up_closes_the_popup_and_its_late_message_does_nothing() {
    let mut world = world();
    world.hold = |effect| matches!(effect, SessionEffect::Do(Effect::Popup { .. }));
    world.log_in(0, LoginOptions::popup());
    assert_eq!(world.status(0).doing, Doing::WaitingForPopup);
    world.wish(0, Wish::Cancel);
    let forgets = |effect: &SessionEffect| matches!(effect, SessionEffect::Do(Effect::Forget { .. }));
    assert_eq!(
        world.tabs[0]
            .effects
            .iter()
            .filter(|effect| forgets(effect))
            .count(),
        1
    );
    world.release();
    assert_eq!(world.names(0), ["popup-opened", "cancelled"]);
    assert_eq!(world.status(0).who, Person::Nobody(WhyNobody::NotYet));
}

#[test]
fn a_server_that_sends_no_messages_is_gone_to_by_redirect_at_once() {
    let mut world = World::empty();
    world.server.discovery["response_modes_supported"] = serde_json::json!(["query", "fragment"]);
    world.open(&config(Storage::Memory));
    world.log_in(0, LoginOptions::popup());
    assert_eq!(world.names(0), ["redirecting"]);
}
