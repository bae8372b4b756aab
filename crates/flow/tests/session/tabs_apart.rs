//! What a tab knows of its own, and what stands in a storage that does not do its part.

use vestibule_flow::{
    LogOut, LoginOptions, Person, Return, SessionEffect, SessionError, SessionInput, Storage, WhyNobody,
};

use crate::session_world::{PAGE, World, config, is_request_to};

#[test]
fn a_reload_goes_on_where_the_storage_says_and_begins_anew_where_it_says_nothing() {
    for (storage, asks_the_server) in [
        (Storage::Memory, true),
        (Storage::Tab, false),
        (Storage::Browser, false),
    ] {
        let mut world = World::signed_in(&config(storage));
        world.go(0, PAGE);
        assert_eq!(world.names(0), ["restored"], "{storage:?}");
        assert_eq!(
            !world.server.sent_to("/oauth/token").is_empty(),
            asks_the_server,
            "{storage:?}"
        );
    }
}

#[test]
fn a_storage_that_cannot_be_read_may_hide_that_the_refresh_token_is_used_up() {
    let mut world = World::signed_in(&config(Storage::Browser));
    for kept in world.browser.shelf.values_mut() {
        *kept = "{}".into();
    }
    world.later(4000.0);
    world.ask(0, 1);
    world.token(0, 1);
    assert!(world.server.refreshes().is_empty());
}

#[test]
fn a_session_goes_on_in_memory_where_the_storage_is_closed() {
    let mut world = World::new(&config(Storage::Browser));
    world.browser.keeps_sessions = false;
    world.log_in(0, LoginOptions::redirect());
    world.come_back(0);
    for ticket in 1..4 {
        world.later(4000.0);
        world.input(0, SessionInput::Resumed(Return::Seen));
        world.ask(0, ticket);
        world.token(0, ticket);
    }
    assert_eq!(world.server.refreshes().len(), 3);
    assert!(matches!(world.status(0).who, Person::SignedIn(_)));
}

#[test]
fn what_a_full_storage_still_holds_is_older_than_what_the_tab_knows() {
    let mut world = World::signed_in(&config(Storage::Browser));
    world.browser.keeps_sessions = false;
    for ticket in 1..4 {
        world.later(4000.0);
        world.ask(0, ticket);
        world.token(0, ticket);
        world.input(0, SessionInput::Resumed(Return::Seen));
    }
    world.server.lost = Some("/oauth/token");
    world.later(4000.0);
    world.ask(0, 4);
    assert_eq!(world.error(0, 4), SessionError::RenewalLost);
    world.input(0, SessionInput::Resumed(Return::Seen));
    // The world refuses a refresh token that comes twice.
    world.ask(0, 5);
    world.token(0, 5);
}

#[test]
fn a_session_of_another_client_or_binding_is_none() {
    let mut world = World::signed_in(&config(Storage::Tab));
    world.tabs[0].config = config(Storage::Tab).binding(vestibule_flow::Binding::Dpop);
    world.tabs[0].config.silent = vestibule_flow::Silent::Never;
    world.go(0, PAGE);
    assert_eq!(world.names(0), Vec::<&str>::new());
    assert_eq!(world.status(0).who, Person::Nobody(WhyNobody::NotYet));
}

#[test]
fn a_login_that_fails_on_its_way_back_leaves_the_kept_session() {
    let mut world = World::signed_in(&config(Storage::Browser));
    world.log_in(0, LoginOptions::redirect());
    world.server.refuses = Some("access_denied");
    world.come_back(0);
    assert_eq!(world.names(0), ["redirecting", "failed", "restored"]);
    assert!(matches!(world.status(0).who, Person::SignedIn(_)));
    assert!(world.status(0).fault.is_some());
}

#[test]
fn who_is_there_is_unknown_until_the_login_that_came_back_has_ended() {
    let mut world = World::signed_in(&config(Storage::Browser));
    world.log_in(0, LoginOptions::redirect());
    world.hold = |effect| is_request_to(effect, "/oauth/token");
    world.come_back(0);
    assert_eq!(world.status(0).who, Person::Unknown);
    world.ask(0, 1);
    assert_eq!(world.answered(0, 1), None);
    world.release();
    assert_eq!(world.names(0), ["redirecting", "authenticated"]);
    world.token(0, 1);
}

#[test]
fn a_sign_out_before_the_first_look_into_the_storage_holds() {
    let mut world = World::signed_in(&config(Storage::Browser));
    world.hold = |effect| matches!(effect, SessionEffect::Load { .. });
    world.go(0, PAGE);
    world.log_out(0, LogOut::Local);
    world.release();
    assert_eq!(world.names(0), ["signed-out"]);
    assert_eq!(world.status(0).who, Person::Nobody(WhyNobody::SignedOut));
}
