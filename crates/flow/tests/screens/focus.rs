//! When the focus is sent on, and how often.

use vestibule_flow::{Field, FocusPlace, ScreenName};

use crate::world::{Server, World, config, json};

#[test]
fn the_focus_is_sent_once_for_each_screen_and_the_first_is_the_first() {
    let mut world = World::new(config());
    assert_eq!(world.view().focus.turn, 1);
    world.go(ScreenName::SignUp);
    assert_eq!(world.view().focus.turn, 2);
    world.go(ScreenName::LogIn);
    world.go_passwordless("email");
    let turn = world.view().focus.turn;
    world.go_passwordless("sms");
    assert_eq!(
        world.view().focus.turn,
        turn + 1,
        "another field under the same name is another place"
    );
}

#[test]
fn the_focus_is_sent_on_after_an_error_too() {
    let mut world = World::new(config());
    world.server.co_authenticate = || json(403, r#"{"error":"access_denied"}"#);
    world.log_in();
    let at_error = world.view().focus;
    assert_eq!(at_error.place, FocusPlace::Field(Field::Password));
    world.server.co_authenticate = Server::default().co_authenticate;
    world.log_in();
    let at_end = world.view().focus;
    assert_eq!(
        (world.screen(), at_end.place),
        (ScreenName::SignedIn, FocusPlace::Heading)
    );
    assert!(at_end.turn > at_error.turn, "{at_error:?} {at_end:?}");
}
