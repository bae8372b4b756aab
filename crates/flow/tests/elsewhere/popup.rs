//! Logging in by popup: its message, and each way in which it can end.

use vestibule_flow::{
    Activity, Answer, Away, Effect, Intent, LoginError, LoginEvent, MessageFault, NoticeKind, Remedy, Reply,
    ScreenName,
};
use vestibule_protocol::Broken;

use crate::world::{self, DISCOVERY, ISSUER, Server, World, config, error_for, json};

#[test]
fn a_popup_ends_in_tokens_on_the_page_that_opened_it() {
    let mut world = World::new(config().social(Away::Popup));
    world.person(Intent::Choose("google-oauth2".into()));
    assert!(
        world.opened[0].contains("response_mode=web_message"),
        "{}",
        world.opened[0]
    );
    assert_eq!(
        world.names(),
        ["shown", "popup-opened", "authenticated", "screen-changed"]
    );
}

#[test]
fn each_end_of_a_popup_has_its_word_and_its_remedy() {
    type Case = (fn() -> MessageFault, NoticeKind, Option<Remedy>, &'static str);
    let cases: [Case; 4] = [
        (
            || MessageFault::Closed,
            NoticeKind::PopupClosed,
            None,
            "cancelled",
        ),
        (
            || MessageFault::Blocked,
            NoticeKind::PopupBlocked,
            Some(Remedy::Redirect),
            "failed",
        ),
        (
            || MessageFault::Unreachable,
            NoticeKind::PopupUnreachable,
            Some(Remedy::Redirect),
            "failed",
        ),
        (
            || MessageFault::TimedOut,
            NoticeKind::TimedOut,
            Some(Remedy::Redirect),
            "failed",
        ),
    ];
    for (fault, kind, remedy, event) in cases {
        let server = Server {
            hold: |effect| matches!(effect, Effect::Popup { .. }),
            ..Server::default()
        };
        let mut world = World::with(config().social(Away::Popup), server);
        world.person(Intent::Choose("facebook".into()));
        assert_eq!(world.view().activity, Activity::InPopup);
        let Some(Effect::Popup { ask, url, .. }) = world.held.pop_front() else {
            panic!("no popup")
        };
        assert!(
            url.expose().contains("&display=popup"),
            "OpenID Connect Core 3.1.2.1"
        );
        world.reply(ask, Answer::Message(Err(fault())));
        let notice = world.view().notice.unwrap();
        assert_eq!((&notice.kind, notice.remedy), (&kind, remedy.clone()));
        assert_eq!(world.names(), ["shown", "popup-opened", event]);
        world.server.hold = |_| false;
        world.person(Intent::Remedy);
        assert_eq!(world.left_for.len(), usize::from(remedy.is_some()), "{kind:?}");
    }
}

#[test]
fn a_popup_given_up_here_is_closed_there() {
    let server = Server {
        hold: |effect| matches!(effect, Effect::Popup { .. }),
        ..Server::default()
    };
    let mut world = World::with(config().social(Away::Popup), server);
    world.person(Intent::Choose("facebook".into()));
    world.person(Intent::Cancel);
    assert!(
        world
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Forget { .. }))
    );
    assert_eq!(world.names(), ["shown", "popup-opened", "cancelled"]);
    assert_eq!(world.view().activity, Activity::Idle);
    // Its late message is nobody's.
    world.release();
    assert_eq!(world.names(), ["shown", "popup-opened", "cancelled"]);
}

#[test]
fn a_message_with_another_state_is_refused() {
    let server = Server {
        message: |_| {
            Ok(world::message(&[
                ("code", "C"),
                ("state", "other"),
                ("iss", ISSUER),
            ]))
        },
        ..Server::default()
    };
    let mut world = World::with(config().social(Away::Popup), server);
    world.person(Intent::Choose("facebook".into()));
    assert!(matches!(
        &world.events[2],
        LoginEvent::Failed(LoginError::Broken(Broken::Authorization(_)))
    ));
}

#[test]
fn a_provider_that_refuses_in_a_popup_leaves_the_form() {
    let server = Server {
        message: |t| Ok(error_for(t, "access_denied")),
        ..Server::default()
    };
    let mut world = World::with(config().social(Away::Popup), server);
    world.person(Intent::Choose("facebook".into()));
    assert_eq!(world.view().notice.unwrap().kind, NoticeKind::AccessDenied);
    assert_eq!(world.screen(), ScreenName::LogIn);
}

#[test]
fn a_message_is_awaited_from_the_origin_that_the_frame_and_the_popup_are_sent_to() {
    let server = || Server {
        discovery: || {
            json(
                200,
                &DISCOVERY.replace(
                    "https://login.example.com/authorize",
                    "https://Auth.Example.net:443/authorize",
                ),
            )
        },
        ..Server::default()
    };
    let mut embedded = World::with(config(), server());
    embedded.log_in();
    let mut popup = World::with(config().social(Away::Popup), server());
    popup.person(Intent::Choose("facebook".into()));
    for world in [embedded, popup] {
        let origin = world.effects.iter().find_map(|effect| match effect {
            Effect::WebMessage { origin, .. } | Effect::Popup { origin, .. } => Some(origin.clone()),
            _ => None,
        });
        assert_eq!(origin.as_deref(), Some("https://auth.example.net"));
    }
}

#[test]
fn a_window_that_is_blocked_because_the_app_was_asked_first_is_offered_by_a_click_of_its_own() {
    let mut config = config().social(Away::Popup);
    config.hooks = true;
    let server = Server {
        hold: |effect| matches!(effect, Effect::Popup { .. }),
        app: |_| Reply::GoOn,
        ..Server::default()
    };
    let mut world = World::with(config, server);
    let blocked = |world: &mut World| {
        let ask = world.effects.iter().rev().find_map(|effect| match effect {
            Effect::Popup { ask, .. } => Some(*ask),
            _ => None,
        });
        world.reply(
            ask.expect("a window was asked for"),
            Answer::Message(Err(MessageFault::Blocked)),
        );
        let notice = world.view().notice.expect("it is told");
        (notice.kind, notice.remedy)
    };
    world.person(Intent::Choose("google-oauth2".into()));
    assert_eq!(
        blocked(&mut world),
        (NoticeKind::ContinueElsewhere, Some(Remedy::Popup))
    );
    // Blocked in spite of a click, it goes on in this window.
    world.person(Intent::Remedy);
    assert_eq!(
        blocked(&mut world),
        (NoticeKind::PopupBlocked, Some(Remedy::Redirect))
    );
}
