//! A new config: what was typed goes on, and what was said of the old one does not.

use vestibule_flow::{Event, Field, Remedy, ScreenName};

use crate::world::{Server, World, config, json};
use crate::{ADDRESS, stands_in, taken, types};

#[test]
fn an_address_stands_on_the_screen_that_a_new_config_leads_to() {
    let mut world = World::new(config());
    types(&mut world, Field::Username, ADDRESS);
    let codes_alone = config().connections(["email"]);
    world.event(Event::Configured(Box::new(codes_alone)));
    assert_eq!(world.screen(), ScreenName::Passwordless);
    assert_eq!(stands_in(&world, Field::Email), ADDRESS);
}

#[test]
fn a_new_config_takes_back_what_was_said_of_ways_that_are_gone_and_no_more() {
    let server = || Server {
        co_authenticate: || json(401, r#"{"error":"password_leaked"}"#),
        ..Server::default()
    };
    let mut world = World::with(config(), server());
    world.log_in();
    assert_eq!(
        world.view().notice.and_then(|notice| notice.remedy),
        Some(Remedy::ResetPassword)
    );
    let mut other = config();
    other.leeway_s = 5;
    world.event(Event::Configured(Box::new(other)));
    assert!(world.view().notice.is_some(), "nothing of it has changed");
    let mut other = config();
    other.allow_forgot_password = false;
    world.event(Event::Configured(Box::new(other)));
    assert_eq!(world.view().notice, None);
}

#[test]
fn a_new_config_that_names_what_is_not_there_is_told_to_the_developer() {
    let mut world = World::new(config());
    let mut other = config();
    other.default_database = Some("nowhere".into());
    world.event(Event::Configured(Box::new(other)));
    let told = format!("{:?}", world.advice);
    assert!(told.contains("default_database"), "{told}");
}

#[test]
fn a_new_config_leaves_nothing_of_a_log_in_that_it_closes_nor_of_fields_that_it_takes_away() {
    let mut world = taken();
    let mut closed = config();
    closed.allow_log_in = false;
    closed.log_in_after_sign_up = false;
    world.event(Event::Configured(Box::new(closed)));
    assert_eq!(world.view().notice, None);
}
