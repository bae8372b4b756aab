//! Codes by mail and text message beside other connections.

use vestibule_flow::{Action, Field, InitialScreen, Intent, Purpose, ScreenName, Typed};

use crate::world::{World, config};
use crate::{COMPANY, DATABASE, DIRECTORY, SOCIAL};

const MAIL: &str = "email email";
const TEXT: &str = "sms sms";

fn starts_passwordless(connections: &[&str]) -> World {
    World::offering(config().initial_screen(InitialScreen::Passwordless), connections)
}

#[test]
fn where_codes_come_first_the_buttons_stand_beside_them() {
    let view = starts_passwordless(&[DATABASE, SOCIAL, MAIL, TEXT]).view();
    assert_eq!(view.screen, ScreenName::Passwordless);
    assert_eq!(view.connections.len(), 1);
    let mut world = World::offering(config(), &[DATABASE, SOCIAL, MAIL]);
    world.go_passwordless("email");
    assert_eq!(
        world.view().connections.len(),
        0,
        "they stood on the screen before"
    );
}

#[test]
fn mails_and_text_messages_stand_in_the_order_of_the_config() {
    for (names, first) in [
        (["sms", "email"], Purpose::Telephone),
        (["email", "sms"], Purpose::Email),
    ] {
        let first_screen = config().initial_screen(InitialScreen::Passwordless);
        let world = World::offering(first_screen.connections(names), &[MAIL, TEXT]);
        assert_eq!(world.view().fields[0].purpose, first);
        let among_others = World::offering(
            config().connections(["db", names[0], names[1]]),
            &[DATABASE, MAIL, TEXT],
        );
        let ways = among_others.view().switches;
        let ways: Vec<&str> = ways.iter().filter_map(|way| way.connection.as_deref()).collect();
        assert_eq!(ways, names);
    }
}

#[test]
fn a_second_connection_for_text_messages_changes_nothing_of_the_order() {
    let world = starts_passwordless(&[TEXT, MAIL, "sms other-sms"]);
    assert_eq!(world.view().fields[0].purpose, Purpose::Telephone);
}

#[test]
fn a_companys_address_leads_to_the_company_from_the_screen_for_codes_too() {
    let mut world = starts_passwordless(&[MAIL, COMPANY]);
    world.person(Intent::Typed(Field::Email, Typed::new("ada@acme.test")));
    let view = world.view();
    assert_eq!(view.realm.as_deref(), Some("acme.test"));
    assert_eq!(view.submit.expect("a button").action, Action::Continue);
    world.submit(&[(Field::Email, "ada@acme.test")]);
    assert!(
        world.left_for[0].contains("connection=acme"),
        "{:?}",
        world.left_for
    );
    let mut world = starts_passwordless(&[MAIL, DIRECTORY]);
    world.submit(&[(Field::Email, "ada@corp.test")]);
    assert_eq!(world.screen(), ScreenName::Corporate);
    let mut world = starts_passwordless(&[MAIL, COMPANY]);
    world.submit(&[(Field::Email, "ada@example.com")]);
    assert_eq!(world.screen(), ScreenName::Code);
}
