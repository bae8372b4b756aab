//! Logging in at the server's own pages: by redirect and back, by popup, and what happens when that goes wrong.

mod world;

use vestibule_flow::{
    Activity, Answer, Area, Away, Effect, Event, Field, Intent, Keep, LoginError, LoginEvent, MessageFault,
    NoticeKind, Remedy, ScreenName,
};
use vestibule_protocol::{Broken, RefusalCode};
use world::{DISCOVERY, ISSUER, PAGE, Server, World, config, error_for, json, text, transaction};

/// A page that left for a provider: what it kept, and the state it went with.
fn left() -> (World, Vec<Keep>, String) {
    let mut world = World::new(config());
    world.person(Intent::Choose("google-oauth2".into()));
    let kept = world.kept.clone();
    (world, kept, transaction(1).state().expose().to_owned())
}

/// The same page when the server sent it back. The entropy of the first visit is this visit's transaction.
fn back(url: &str, kept: Vec<Keep>) -> World {
    let server = Server {
        hold: |effect| matches!(effect, Effect::Take { .. }),
        ..Server::default()
    };
    let mut world = World::arriving(config(), server, url, kept);
    world.entropy = 1;
    world.release();
    world
}

fn response(state: &str) -> String {
    format!("{PAGE}?code=CODE&state={state}&iss=https%3A%2F%2Flogin.example.com%2F&keep=me#/route")
}

#[test]
fn a_redirect_leaves_with_its_transaction_kept_in_this_tab_only() {
    let (world, kept, state) = left();
    assert_eq!(world.names(), ["shown", "redirecting"]);
    assert_eq!((kept.len(), kept[0].area), (1, Area::Tab));
    assert_eq!(kept[0].key, format!("vestibule.app.{state}"));
    let url = &world.left_for[0];
    assert!(
        url.contains("connection=google-oauth2") && url.contains("code_challenge_method=S256"),
        "{url}"
    );
    assert!(
        !url.contains("response_mode") && !url.contains("code_verifier"),
        "{url}"
    );
    assert_eq!(world.view().activity, Activity::Leaving);
    assert!(world.view().connections[0].busy);
}

#[test]
fn a_redirect_comes_back_to_tokens_without_a_form_in_between() {
    let (_, kept, state) = left();
    let world = back(&response(&state), kept);
    assert_eq!(world.names(), ["authenticated", "screen-changed"]);
    assert_eq!(world.screen(), ScreenName::SignedIn);
    assert!(world.kept.is_empty(), "the transaction is used up");
}

#[test]
fn the_response_leaves_the_address_bar_at_once_and_only_the_response() {
    let (_, kept, state) = left();
    let world = back(&response(&state), kept);
    let cleaned = world.effects.iter().find_map(|effect| match effect {
        Effect::CleanUrl(url) => Some(url.clone()),
        _ => None,
    });
    assert_eq!(
        cleaned.as_deref(),
        Some("https://app.example.com/in?keep=me#/route")
    );
}

#[test]
fn a_response_that_this_page_did_not_ask_for_is_refused_and_a_form_stands_ready() {
    let (_, kept, state) = left();
    let cases = [
        ("replayed", response(&state), vec![]),
        ("of another state", response("guessed"), kept.clone()),
        ("without state", format!("{PAGE}?code=CODE&state="), kept.clone()),
    ];
    for (what, url, kept) in cases {
        let world = back(&url, kept);
        assert_eq!(world.names(), ["failed", "shown"], "{what}");
        assert_eq!(
            world.events[0],
            LoginEvent::Failed(LoginError::UnknownTransaction),
            "{what}"
        );
        assert_eq!(world.screen(), ScreenName::LogIn, "{what}");
        assert_eq!(
            world.view().notice.unwrap().kind,
            NoticeKind::UnknownTransaction,
            "{what}"
        );
        assert!(!world.requests.contains(&"/oauth/token".to_owned()), "{what}");
    }
}

#[test]
fn a_response_that_breaks_a_rule_is_refused_before_the_code_is_used() {
    let (_, kept, state) = left();
    let iss = "&iss=https%3A%2F%2Flogin.example.com%2F";
    let urls = [
        format!("{PAGE}?code=CODE&state={state}"),
        format!("{PAGE}?code=CODE&state={state}&iss=https%3A%2F%2Fevil.example%2F"),
        format!("{PAGE}?code=CODE&error=access_denied&state={state}{iss}"),
        format!("{PAGE}?code=CODE&code=OTHER&state={state}{iss}"),
        format!("{PAGE}?code=CODE&id_token=x.y.z&state={state}{iss}"),
    ];
    for url in urls {
        let world = back(&url, kept.clone());
        assert!(
            matches!(
                &world.events[0],
                LoginEvent::Failed(LoginError::Broken(Broken::Authorization(_)))
            ),
            "{url}: {:?}",
            world.events
        );
        assert!(!world.requests.contains(&"/oauth/token".to_owned()), "{url}");
        assert_eq!(world.screen(), ScreenName::LogIn, "{url}");
    }
}

#[test]
fn a_transaction_of_half_an_hour_ago_has_expired() {
    let (_, kept, state) = left();
    let server = Server {
        hold: |effect| matches!(effect, Effect::Take { .. }),
        ..Server::default()
    };
    let mut world = World::arriving(config(), server, &response(&state), kept);
    world.at_s += 1801.0;
    world.release();
    assert_eq!(
        world.events[0],
        LoginEvent::Failed(LoginError::UnknownTransaction)
    );
}

#[test]
fn another_widgets_response_is_none_of_this_ones_business() {
    let server = Server {
        hold: |effect| matches!(effect, Effect::Take { .. }),
        ..Server::default()
    };
    let mut world = World::arriving(config(), server, &response("theirs"), vec![]);
    let Some(Effect::Take { ask, .. }) = world.held.pop_front() else {
        panic!("nothing taken")
    };
    world.reply(ask, Answer::Taken(vestibule_flow::Taken::Elsewhere));
    assert_eq!(world.names(), ["shown"]);
    assert_eq!(world.view().notice, None);
    assert!(
        !world
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::CleanUrl(_))),
        "the other widget has still to read it"
    );
}

#[test]
fn a_refusal_at_the_provider_comes_back_as_a_form_with_a_word_about_it() {
    let (_, kept, state) = left();
    let url = format!(
        "{PAGE}?error=access_denied&error_description=%3Cb%3Eno&state={state}&iss=https%3A%2F%2Flogin.example.com%2F"
    );
    let world = back(&url, kept);
    assert_eq!(
        world.events[0],
        LoginEvent::Failed(LoginError::Refused(RefusalCode::AccessDenied))
    );
    assert_eq!(world.view().notice.unwrap().kind, NoticeKind::AccessDenied);
}

#[test]
fn somebody_who_is_blocked_is_told_so_by_whichever_way_they_came() {
    let (_, kept, state) = left();
    let url = format!(
        "{PAGE}?error=unauthorized&error_description=user+is+blocked&state={state}&iss=https%3A%2F%2Flogin.example.com%2F"
    );
    let world = back(&url, kept);
    assert_eq!(
        world.events[0],
        LoginEvent::Failed(LoginError::Refused(RefusalCode::BlockedUser))
    );
    assert_eq!(world.view().notice.unwrap().kind, NoticeKind::Blocked);
}

#[test]
fn a_storage_that_refuses_keeps_the_page_and_says_so() {
    let mut world = World::with(
        config(),
        Server {
            storage_works: false,
            ..Server::default()
        },
    );
    world.person(Intent::Choose("facebook".into()));
    assert_eq!(world.names(), ["shown", "redirecting", "failed"]);
    assert_eq!(world.view().notice.unwrap().kind, NoticeKind::StorageRefused);
    assert_eq!(world.view().activity, Activity::Idle);
}

#[test]
fn a_page_restored_by_the_back_button_can_be_used_again() {
    let (mut world, ..) = left();
    world.event(Event::Returned);
    assert_eq!(world.view().activity, Activity::Idle);
    assert_eq!(world.names(), ["shown", "redirecting", "cancelled"]);
}

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
fn a_server_that_tells_nothing_usable_stops_the_widget_until_a_retry() {
    type Http = Result<vestibule_protocol::Response, vestibule_flow::NetworkFault>;
    let dead: fn() -> Http = || Err(vestibule_flow::NetworkFault::Unreachable);
    let hotel: fn() -> Http = || text(200, "<html>");
    let faults = [
        (
            Server {
                settings: dead,
                ..Server::default()
            },
            NoticeKind::Unreachable,
        ),
        (
            Server {
                discovery: dead,
                ..Server::default()
            },
            NoticeKind::Unreachable,
        ),
        (
            Server {
                settings: hotel,
                ..Server::default()
            },
            NoticeKind::BrokenResponse,
        ),
        (
            Server {
                discovery: hotel,
                ..Server::default()
            },
            NoticeKind::BrokenResponse,
        ),
    ];
    for (server, kind) in faults {
        let mut world = World::with(config(), server);
        let notice = world.view().notice.unwrap();
        assert_eq!(
            (world.screen(), &notice.kind, notice.remedy),
            (ScreenName::Stopped, &kind, Some(Remedy::Retry))
        );
        assert_eq!(world.names(), ["failed", "screen-changed"]);
        world.server = Server::default();
        world.person(Intent::Remedy);
        assert_eq!(world.screen(), ScreenName::LogIn);
        world.submit(&[(Field::Username, "ada@example.com"), (Field::Password, "x")]);
        assert_eq!(world.screen(), ScreenName::SignedIn);
    }
}

#[test]
fn a_config_that_cannot_work_stops_at_once_and_tells_the_developer() {
    let world = World::new(vestibule_flow::Config::new("ftp://x", "app"));
    assert_eq!(world.screen(), ScreenName::Stopped);
    assert!(world.requests.is_empty());
    assert!(world.advice[0].contains("`issuer`"), "{}", world.advice[0]);
    assert_eq!(world.view().notice.unwrap().kind, NoticeKind::Misconfigured);
}

#[test]
fn a_callback_outlives_a_server_that_was_away_for_a_moment() {
    let (_, kept, state) = left();
    let server = Server {
        hold: |effect| matches!(effect, Effect::Take { .. } | Effect::Http { .. }),
        ..Server::default()
    };
    let mut world = World::arriving(config(), server, &response(&state), kept);
    world.entropy = 1;
    world.server.discovery = || Err(vestibule_flow::NetworkFault::Unreachable);
    world.release();
    assert_eq!(world.screen(), ScreenName::Stopped);
    world.server.discovery = Server::default().discovery;
    world.person(Intent::Remedy);
    assert_eq!(world.screen(), ScreenName::SignedIn);
}

#[test]
fn a_page_that_does_not_leave_gives_its_controls_back() {
    let (mut world, ..) = left();
    let wake = world.effects.iter().rev().find_map(|effect| match effect {
        Effect::Wake { ask, .. } => Some(*ask),
        _ => None,
    });
    world.reply(wake.unwrap(), Answer::Woke);
    assert_eq!(world.view().activity, Activity::Idle);
    assert_eq!(world.names(), ["shown", "redirecting", "cancelled"]);
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
