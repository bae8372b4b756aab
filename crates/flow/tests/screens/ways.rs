//! What is offered, the ways between the screens, and what goes along.

use ScreenName as S;
use vestibule_flow::{Config, Field, Intent, ScreenName, Switch, Typed};

use crate::world::{World, config};

#[test]
fn what_is_offered_is_what_the_server_has_switched_on_in_the_configs_order() {
    let names = |world: &World| {
        world
            .view()
            .connections
            .iter()
            .map(|c| c.name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&World::new(config())), ["google-oauth2", "facebook"]);
    assert_eq!(
        names(&World::new(config().connections([
            "facebook",
            "db",
            "google-oauth2",
            "nobody"
        ]))),
        ["facebook", "google-oauth2"]
    );
    let world = World::new(config().connections(["facebook"]));
    assert!(
        world.view().fields.is_empty() && world.view().submit.is_none(),
        "no database, no form"
    );
    let world = World::new(config().connections(["email"]));
    assert_eq!(world.screen(), ScreenName::Passwordless);
    let world = World::new(config().connections(["nobody"]));
    assert_eq!(world.screen(), ScreenName::Stopped);
}

#[test]
fn the_ways_between_the_screens_are_those_that_are_offered() {
    let to = |world: &World| {
        world
            .view()
            .switches
            .iter()
            .map(|switch| switch.to)
            .collect::<Vec<_>>()
    };
    let mut world = World::new(config());
    assert_eq!(
        to(&world),
        [S::ForgotPassword, S::Passwordless, S::Passwordless, S::SignUp]
    );
    world.go(S::SignUp);
    assert_eq!((world.screen(), to(&world)), (S::SignUp, vec![S::LogIn]));
    world.go(S::LogIn);
    world.person(Intent::Go(Switch::to(S::SignedIn)));
    assert_eq!(world.screen(), S::LogIn, "nobody talks their way in");
    let closed = Config {
        allow_sign_up: false,
        allow_forgot_password: false,
        ..config()
    };
    assert_eq!(to(&World::new(closed)), [S::Passwordless, S::Passwordless]);
}

#[test]
fn an_address_typed_once_stands_on_the_next_screen() {
    let mut world = World::new(config());
    world.person(Intent::Typed(Field::Username, Typed::new("ada@example.com")));
    world.go(ScreenName::ForgotPassword);
    assert_eq!(world.view().fields[0].initial, "ada@example.com");
    world.person(Intent::Typed(Field::Email, Typed::new("eve@example.com")));
    world.go(ScreenName::LogIn);
    assert_eq!(world.view().fields[0].initial, "eve@example.com");
}

#[test]
fn a_name_that_was_typed_is_not_overwritten_by_a_hint() {
    let mut world = World::new(config().login_hint("ada@example.com"));
    world.person(Intent::Typed(Field::Username, Typed::new("bob")));
    world.go(ScreenName::ForgotPassword);
    world.go(ScreenName::LogIn);
    assert_eq!(world.view().fields[0].initial, "bob");
}
