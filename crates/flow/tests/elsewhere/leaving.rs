//! Leaving by redirect: what is kept, and what a page that stays or is restored does.

use vestibule_flow::{Activity, Answer, Area, Effect, Event, Intent, NoticeKind};

use crate::left;
use crate::world::{Server, World, config};

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
