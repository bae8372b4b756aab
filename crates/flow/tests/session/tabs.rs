//! Several tabs of one app: one renewal for all, and an end that is everybody's.

use vestibule_flow::{
    Ended, LockAnswer, LogOut, LoginOptions, Person, Return, SessionAnswer, SessionEffect, SessionError,
    SessionInput, Silent, Storage, WhyLogin, WhyNobody, Word,
};

use crate::session_world::{World, config, is_request_to};

const STORAGES: [Storage; 3] = [Storage::Memory, Storage::Tab, Storage::Browser];

/// Two tabs with somebody logged in, whose tokens have run out.
fn two_tabs(storage: Storage) -> World {
    let mut world = World::empty();
    // Nothing is given back at the server, so that only the browser's part ends a session.
    world.server.discovery["revocation_endpoint"] = serde_json::Value::Null;
    world.open(&config(storage));
    world.log_in(0, LoginOptions::redirect());
    world.come_back(0);
    world.open(&config(storage));
    assert_eq!(world.names(1), ["restored"], "{storage:?}");
    world.later(4000.0);
    world.forget();
    world
}

fn is_refresh(effect: &SessionEffect) -> bool {
    is_request_to(effect, "/oauth/token")
}

fn is_refresh_or_word(effect: &SessionEffect) -> bool {
    is_refresh(effect) || matches!(effect, SessionEffect::Tell { .. })
}

#[test]
fn two_tabs_that_need_a_token_at_once_send_one_request() {
    let mut world = two_tabs(Storage::Browser);
    world.hold = is_refresh;
    for tab in [0, 1] {
        world.ask(tab, 1);
        world.ask(tab, 2);
    }
    assert_eq!(world.held.len(), 1);
    world.release();
    assert_eq!(world.server.refreshes().len(), 1);
    assert_eq!(world.server.refreshes()[0].tab, 0);
    for tab in [0, 1] {
        assert_eq!(world.token(tab, 1), world.token(0, 1));
        assert_eq!(world.token(tab, 2), world.token(0, 1));
    }
    assert!(!world.browser.is_locked());
}

#[test]
fn a_token_that_another_tab_renewed_is_taken_from_the_storage() {
    let mut world = two_tabs(Storage::Browser);
    world.ask(0, 1);
    world.ask(1, 1);
    assert_eq!(world.token(1, 1), world.token(0, 1));
    world.later(4000.0);
    world.ask(1, 2);
    world.ask(0, 2);
    assert_eq!(world.token(1, 2), world.token(0, 2));
    assert_eq!(world.server.refreshes().len(), 2);
}

#[test]
fn a_sign_out_reaches_the_other_tab_and_a_refresh_in_flight_does_not_bring_the_session_back() {
    for storage in STORAGES {
        let mut world = two_tabs(storage);
        world.hold = is_refresh;
        world.ask(1, 1);
        world.log_out(0, LogOut::Local);
        assert_eq!(world.names(1), ["ended"], "{storage:?}");
        world.release();
        assert_eq!(world.names(1), ["ended"], "{storage:?}");
        assert_eq!(world.error(1, 1), SessionError::LoginRequired(WhyLogin::Ended));
        over_for_good(&mut world, storage);
    }
}

#[test]
fn a_sign_out_is_not_undone_by_a_tab_that_was_finding_out_who_is_there() {
    let config = config(Storage::Memory);
    let mut world = World::signed_in(&config);
    world.hold = |effect| {
        matches!(
            effect,
            SessionEffect::Do(vestibule_flow::Effect::WebMessage { .. })
        )
    };
    let other = world.open(&config);
    world.log_out(0, LogOut::Local);
    world.release();
    assert_eq!(world.status(0).who, Person::Nobody(WhyNobody::SignedOut));
    assert!(
        matches!(world.status(other).who, Person::Nobody(_)),
        "{:?}",
        world.status(other).who
    );
}

#[test]
fn a_refresh_that_comes_before_the_word_of_the_sign_out_does_not_bring_the_session_back_either() {
    for storage in STORAGES {
        let mut world = two_tabs(storage);
        world.hold = is_refresh_or_word;
        world.ask(1, 1);
        world.log_out(0, LogOut::Local);
        assert_eq!(world.names(1), Vec::<&str>::new());
        world.release();
        assert_eq!(world.names(1), ["renewed", "ended"], "{storage:?}");
        over_for_good(&mut world, storage);
    }
}

fn over_for_good(world: &mut World, storage: Storage) {
    assert_eq!(world.status(0).who, Person::Nobody(WhyNobody::SignedOut));
    assert_eq!(
        world.status(1).who,
        Person::Nobody(WhyNobody::Ended(Ended::Elsewhere))
    );
    assert!(world.browser.shelf.is_empty(), "{storage:?}");
    assert!(world.tabs.iter().all(|tab| tab.shelf.is_empty()), "{storage:?}");
    assert_eq!(world.browser.word, Word::SignedOut);
    assert!(!world.browser.is_locked());
    for tab in [0, 1] {
        world.input(tab, SessionInput::Resumed(Return::Seen));
        world.ask(tab, 9);
        assert!(matches!(world.error(tab, 9), SessionError::LoginRequired(_)));
    }
}

#[test]
fn a_page_out_of_the_cache_finds_out_that_it_slept_through_a_sign_out() {
    for storage in STORAGES {
        let mut world = two_tabs(storage);
        world.hold = |effect| matches!(effect, SessionEffect::Tell { .. });
        world.log_out(0, LogOut::Local);
        world.held.clear();
        world.hold = |_| false;
        world.input(1, SessionInput::Resumed(Return::FromCache));
        assert_eq!(world.names(1), ["ended"], "{storage:?}");
        over_for_good(&mut world, storage);
    }
}

#[test]
fn a_renewal_finds_out_that_it_slept_through_a_sign_out_before_it_sends_anything() {
    for storage in STORAGES {
        let mut world = two_tabs(storage);
        world.hold = |effect| matches!(effect, SessionEffect::Tell { .. });
        world.log_out(0, LogOut::Local);
        world.held.clear();
        world.hold = |_| false;
        world.ask(1, 1);
        assert_eq!(world.error(1, 1), SessionError::LoginRequired(WhyLogin::Ended));
        assert_eq!(world.server.refreshes().len(), 0);
        over_for_good(&mut world, storage);
    }
}

#[test]
fn what_was_read_before_a_sign_out_does_not_undo_it() {
    let mut world = two_tabs(Storage::Browser);
    world.hold = |effect| matches!(effect, SessionEffect::Load { .. });
    world.input(0, SessionInput::Resumed(Return::Seen));
    let loaded = vestibule_flow::Loaded {
        stored: world.browser.shelf.values().next().cloned(),
        word: Word::SignedIn,
        ..vestibule_flow::Loaded::default()
    };
    world.log_out(0, LogOut::Local);
    world.reply_to_held(SessionAnswer::Loaded(loaded));
    assert_eq!(world.names(0), ["signed-out"]);
    assert_eq!(world.status(0).who, Person::Nobody(WhyNobody::SignedOut));
}

#[test]
fn a_sign_in_elsewhere_is_taken_up() {
    for storage in STORAGES {
        let mut world = World::new(&config(storage));
        world.open(&config(storage));
        world.log_in(0, LoginOptions::redirect());
        world.come_back(0);
        assert_eq!(world.names(1), ["restored"], "{storage:?}");
        world.ask(1, 1);
        world.token(1, 1);
    }
}

#[test]
fn a_sign_in_elsewhere_is_left_alone_where_nothing_may_be_asked_silently() {
    let never = || config(Storage::Memory).silent(Silent::Never);
    let mut world = World::new(&never());
    world.open(&never());
    world.log_in(0, LoginOptions::redirect());
    world.come_back(0);
    assert_eq!(world.names(1), Vec::<&str>::new());
    assert_eq!(world.status(1).who, Person::Nobody(WhyNobody::NotYet));
}

#[test]
fn tokens_of_one_person_never_mix_with_those_of_another_who_logs_in_elsewhere() {
    let mut world = two_tabs(Storage::Browser);
    world.hold = is_refresh;
    world.ask(1, 1);
    let held = std::mem::take(&mut world.held);
    world.hold = |_| false;
    world.server.sub = "auth0|2";
    world.log_in(0, LoginOptions::redirect());
    world.come_back(0);
    assert_eq!(world.names(1), ["restored"]);
    assert_eq!(world.error(1, 1), SessionError::LoginRequired(WhyLogin::Ended));
    world.server.sub = "auth0|1";
    world.held = held;
    world.release();
    assert_eq!(world.names(1), ["restored"]);
    assert_eq!(
        world.status(1).id_token().expect("somebody").claims().sub,
        "auth0|2"
    );
    for tab in [0, 1] {
        world.ask(tab, 2);
    }
    assert_eq!(world.token(1, 2), world.token(0, 2));
    assert!(!world.browser.is_locked());
}

#[test]
fn whoever_waits_too_long_for_another_tab_may_ask_again() {
    let mut world = two_tabs(Storage::Browser);
    world.hold = is_refresh;
    world.ask(0, 1);
    world.ask(1, 1);
    let (tab, ask) = world.browser.time_out().expect("one tab waits");
    assert_eq!(tab, 1);
    world.reply(tab, ask, SessionAnswer::Locked(LockAnswer::TimedOut));
    assert_eq!(world.error(1, 1), SessionError::Busy);
    world.release();
    world.ask(1, 2);
    assert_eq!(world.token(1, 2), world.token(0, 1));
    assert_eq!(world.server.refreshes().len(), 1);
}

#[test]
fn a_tab_that_goes_in_the_middle_of_a_renewal_leaves_a_token_that_nobody_sends_again() {
    let mut world = two_tabs(Storage::Browser);
    world.hold = is_refresh;
    world.ask(0, 1);
    world.ask(1, 1);
    world.hold = |_| false;
    world.go(0, crate::session_world::PAGE);
    world.token(1, 1);
    assert_eq!(
        world.server.refreshes().len(),
        0,
        "by silent authentication instead"
    );
    assert!(!world.browser.is_locked());
}

#[test]
fn a_renewal_uses_nothing_of_a_session_that_another_tab_has_replaced() {
    let mut world = two_tabs(Storage::Browser);
    // Two things are under way in this tab: a popup has answered and its tokens are on their way, and a renewal looks into
    // the storage, where another tab has put a login of its own meanwhile.
    world.hold = is_refresh;
    world.log_in(1, LoginOptions::popup());
    let tokens = std::mem::take(&mut world.held);
    world.hold = |effect| matches!(effect, SessionEffect::Load { .. });
    world.ask(1, 1);
    let looks = std::mem::take(&mut world.held);
    world.hold = |_| false;
    world.log_in(0, LoginOptions::redirect());
    world.come_back(0);
    world.held = looks;
    world.release();
    world.ask(0, 1);
    assert_eq!(world.token(1, 1), world.token(0, 1));
    assert!(world.server.refreshes().is_empty());
    world.held = tokens;
    world.release();
    assert_eq!(world.names(1).last(), Some(&"authenticated"));
}
