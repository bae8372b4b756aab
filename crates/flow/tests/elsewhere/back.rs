//! Coming back from a redirect: which response is believed, and what the page makes of it.

use vestibule_flow::{Answer, Effect, Intent, Keep, LoginError, LoginEvent, NoticeKind, ScreenName};
use vestibule_protocol::{Broken, RefusalCode};

use crate::left;
use crate::world::{PAGE, Server, World, config};

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
fn a_redirect_comes_back_to_tokens_without_a_form_in_between() {
    let (_, kept, state) = left();
    let world = back(&response(&state), kept);
    assert_eq!(world.names(), ["authenticated", "screen-changed"]);
    assert_eq!(world.screen(), ScreenName::SignedIn);
    assert!(world.kept.is_empty(), "the transaction is used up");
}

#[test]
fn what_the_app_gave_along_comes_back_over_a_redirect_and_was_told_to_nobody() {
    let mut leaving = World::new(config().app_state("/orders/17"));
    leaving.person(Intent::Choose("google-oauth2".into()));
    assert!(!leaving.left_for[0].contains("orders"), "{}", leaving.left_for[0]);
    let (_, _, state) = left();
    let world = back(&response(&state), leaving.kept.clone());
    let LoginEvent::Authenticated(tokens) = &world.events[0] else {
        panic!("{:?}", world.events)
    };
    assert_eq!(tokens.app_state.as_deref(), Some("/orders/17"));
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
