//! Situations I and J: how what is typed is judged, and what of it is sent.

use vestibule_flow::{Field, FieldProblem, Intent, ScreenName, Typed};

use crate::world::{World, body_of, config};
use crate::{NAMES, PASSWORD, problem, with_settings};

#[test]
fn situation_i_addresses_are_judged_as_a_browser_does() {
    let cases = [
        ("ada@example.com", None),
        (" ada@example.com ", None),
        ("ADA@EXAMPLE.COM", None),
        ("ada.lovelace+x@sub.example.co.uk", None),
        ("", Some(FieldProblem::Missing)),
        ("   ", Some(FieldProblem::Missing)),
        ("ada", Some(FieldProblem::NotAnEmail)),
        ("a@.", Some(FieldProblem::NotAnEmail)),
        ("ada @example.com", Some(FieldProblem::NotAnEmail)),
        ("ada@exam ple.com", Some(FieldProblem::NotAnEmail)),
        ("@example.com", Some(FieldProblem::NotAnEmail)),
        ("ada@", Some(FieldProblem::NotAnEmail)),
    ];
    for (typed, expected) in cases {
        let mut world = World::new(config());
        world.go(ScreenName::ForgotPassword);
        world.submit(&[(Field::Email, typed)]);
        assert_eq!(problem(&world, Field::Email), expected, "{typed:?}");
        let sent = body_of(&world.effects, "/dbconnections/change_password").len();
        assert_eq!(sent, usize::from(expected.is_none()), "{typed:?}");
    }
}

#[test]
fn situation_i_a_new_user_name_keeps_to_the_servers_lengths_and_an_old_one_only_has_to_be_there() {
    let cases = [
        ("ada", None),
        (" ada ", None),
        ("ad", Some(FieldProblem::TooShort(3))),
        ("lovelace9", Some(FieldProblem::TooLong(8))),
        ("", Some(FieldProblem::Missing)),
    ];
    for (typed, expected) in cases {
        let mut world = with_settings(NAMES);
        world.go(ScreenName::SignUp);
        world.submit(&[
            (Field::Email, "ada@example.com"),
            (Field::Username, typed),
            (Field::Password, PASSWORD),
        ]);
        assert_eq!(problem(&world, Field::Username), expected, "{typed:?}");
    }
    for (typed, expected) in [
        ("ad", None),
        ("a very long name", None),
        (" ", Some(FieldProblem::Missing)),
    ] {
        let mut world = with_settings(NAMES);
        world.submit(&[(Field::Username, typed), (Field::Password, "x")]);
        assert_eq!(problem(&world, Field::Username), expected, "{typed:?}");
    }
}

#[test]
fn situation_i_codes_and_numbers_are_taken_as_people_write_them() {
    let numbers = [
        ("+44 20 7946 0958", Some("+442079460958")),
        ("+1 (555) 010-0199", Some("+15550100199")),
        ("0044 20 7946 0958", Some("+442079460958")),
        ("+", None),
        ("call me", None),
    ];
    for (typed, sent) in numbers {
        let mut world = World::new(config());
        world.go_passwordless("sms");
        world.submit(&[(Field::Phone, typed)]);
        let bodies = body_of(&world.effects, "/passwordless/start");
        match sent {
            Some(sent) => assert!(
                bodies[0].contains(&format!(r#""phone_number":"{sent}""#)),
                "{typed}: {bodies:?}"
            ),
            None => assert!(bodies.is_empty(), "{typed}: {bodies:?}"),
        }
    }
    let codes = [
        ("123 456", Some("123456")),
        ("123-456", Some("123456")),
        (" 123456\n", Some("123456")),
        ("", None),
        ("12e456", None),
        ("123", None),
    ];
    for (typed, sent) in codes {
        let mut world = World::new(config());
        world.go_passwordless("email");
        world.submit(&[(Field::Email, "ada@example.com")]);
        world.submit(&[(Field::Code, typed)]);
        let bodies = body_of(&world.effects, "/co/authenticate");
        match sent {
            Some(sent) => assert!(
                bodies[0].contains(&format!(r#""otp":"{sent}""#)),
                "{typed}: {bodies:?}"
            ),
            None => assert!(bodies.is_empty(), "{typed}: {bodies:?}"),
        }
    }
}

#[test]
fn situation_j_what_is_typed_is_trimmed_and_a_password_is_not() {
    let mut world = World::new(config());
    world.submit(&[
        (Field::Username, "  ada@example.com "),
        (Field::Password, "  pass "),
    ]);
    let sent = &body_of(&world.effects, "/co/authenticate")[0];
    assert!(sent.contains(r#""username":"ada@example.com""#), "{sent}");
    assert!(sent.contains(r#""password":"  pass ""#), "{sent}");

    let mut world = World::new(config());
    world.go(ScreenName::SignUp);
    world.submit(&[(Field::Email, " eve@example.com "), (Field::Password, PASSWORD)]);
    assert!(body_of(&world.effects, "/dbconnections/signup")[0].contains(r#""email":"eve@example.com""#));
}

#[test]
fn situation_j_a_name_that_is_typed_goes_along_to_the_provider_and_nothing_of_the_widgets_own_does() {
    let mut world = World::new(config());
    world.person(Intent::Typed(Field::Username, Typed::new(" ada@example.com ")));
    world.person(Intent::Choose("google-oauth2".into()));
    let url = &world.left_for[0];
    assert!(url.contains("login_hint=ada%40example.com"), "{url}");
    for internal in ["is_submitting", "auth0Client", "owp=", "display=", "realm="] {
        assert!(!url.contains(internal), "{internal} in {url}");
    }
}
