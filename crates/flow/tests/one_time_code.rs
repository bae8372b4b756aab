//! A complete code goes off by itself, said before, and can be held back (cargo feature `one-time-code`).

mod world;

use vestibule_flow::{
    Answer, Ask, Effect, Field, FocusPlace, Intent, NoticeKind, ScreenName, Status, Switch, Typed,
};
use world::{World, config, json};

fn at_the_code() -> World {
    let mut world = World::new(config());
    world.go_passwordless("email");
    world.submit(&[(Field::Email, "ada@example.com")]);
    assert_eq!(world.screen(), ScreenName::Code);
    world.effects.clear();
    world
}

fn types(world: &mut World, code: &str) {
    world.person(Intent::Typed(Field::Code, Typed::new(code)));
}

/// The clock that a complete code waits for, if one does.
fn due(world: &World) -> Option<Ask> {
    let forgotten = |ask: Ask| {
        world
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Forget { ask: gone } if *gone == ask))
    };
    let clock = world.effects.iter().rev().find_map(|effect| match effect {
        Effect::Wake { ask, after_s: 3 } => Some(*ask),
        _ => None,
    });
    clock.filter(|ask| !forgotten(*ask))
}

fn was_sent(world: &World) -> bool {
    world.requests.iter().any(|path| path == "/co/authenticate")
}

#[test]
fn a_complete_code_is_said_to_go_and_goes_when_its_time_has_come() {
    for code in ["123456", "123 456", "123-456", "١٢٣٤٥٦"] {
        let mut world = at_the_code();
        types(&mut world, code);
        assert_eq!(world.view().status, Some(Status::CodeComplete), "{code}");
        assert!(!was_sent(&world), "{code}");
        let clock = due(&world).expect("a clock runs");
        world.reply(clock, Answer::Woke);
        assert!(was_sent(&world), "{code}");
        assert_eq!(world.screen(), ScreenName::SignedIn, "{code}");
    }
}

#[test]
fn fewer_or_more_digits_or_letters_do_not_go_by_themselves() {
    for code in ["", "12345", "1234567", "12345a", "      "] {
        let mut world = at_the_code();
        types(&mut world, code);
        assert_eq!(due(&world), None, "{code}");
        assert_ne!(world.view().status, Some(Status::CodeComplete), "{code}");
    }
}

#[test]
fn typing_on_calls_it_off() {
    let mut world = at_the_code();
    types(&mut world, "123456");
    let clock = due(&world).expect("a clock runs");
    types(&mut world, "1234567");
    assert_eq!((due(&world), world.view().status), (None, None));
    world.reply(clock, Answer::Woke);
    assert!(!was_sent(&world), "a clock that was called off does nothing");
}

#[test]
fn what_is_held_back_waits_for_the_person_until_it_is_another_code() {
    let mut world = at_the_code();
    types(&mut world, "123456");
    let turn = world.view().focus.turn;
    world.person(Intent::Cancel);
    let view = world.view();
    assert_eq!((due(&world), view.status), (None, None));
    assert_eq!(view.focus.place, FocusPlace::Field(Field::Code));
    assert!(
        view.focus.turn > turn,
        "the button has gone, so the focus goes back"
    );
    types(&mut world, "123457");
    assert_eq!(due(&world), None, "still held");
    world.submit(&[(Field::Code, "123457")]);
    assert!(was_sent(&world));

    let mut world = at_the_code();
    types(&mut world, "123456");
    world.person(Intent::Cancel);
    types(&mut world, "");
    types(&mut world, "654321");
    assert!(due(&world).is_some(), "begun anew, it goes again");
}

#[test]
fn sending_it_by_hand_or_going_elsewhere_leaves_no_clock_behind() {
    let mut world = at_the_code();
    types(&mut world, "123456");
    world.submit(&[(Field::Code, "123456")]);
    assert_eq!(due(&world), None);
    assert_eq!(world.screen(), ScreenName::SignedIn);

    let mut world = at_the_code();
    types(&mut world, "123456");
    world.person(Intent::Go(Switch {
        connection: Some("email".into()),
        ..Switch::to(ScreenName::Passwordless)
    }));
    assert_eq!((world.screen(), due(&world)), (ScreenName::Passwordless, None));
    assert!(!was_sent(&world));
}

#[test]
fn leaving_the_field_does_not_call_it_off_and_a_wrong_code_is_told_as_ever() {
    let mut world = at_the_code();
    world.server.co_authenticate = || {
        json(
            403,
            r#"{"error":"access_denied","error_description":"Wrong email or verification code."}"#,
        )
    };
    types(&mut world, "123456");
    world.person(Intent::Left(Field::Code, Typed::new("123456")));
    let clock = due(&world).expect("a clock runs");
    world.reply(clock, Answer::Woke);
    let notice = world.view().notice.expect("it is told");
    assert_eq!(notice.kind, NoticeKind::WrongCode);
    types(&mut world, "123456");
    assert!(due(&world).is_some(), "the next one goes again");
}
