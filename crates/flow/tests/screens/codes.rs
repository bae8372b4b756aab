//! Codes by mail and text message: sent, sent again, and checked.

use vestibule_flow::{Action, Effect, Field, FieldProblem, Intent, NoticeKind, Resend, ScreenName};

use crate::world::{World, body_of, config, json};

#[test]
fn a_code_by_mail_logs_in() {
    let mut world = World::new(config());
    world.go_passwordless("email");
    assert_eq!(world.view().submit.unwrap().action, Action::SendCode);
    world.submit(&[(Field::Email, "ada@example.com")]);
    assert_eq!(
        (world.screen(), world.view().subject.as_deref()),
        (ScreenName::Code, Some("ada@example.com"))
    );
    assert_eq!(world.view().kept_username.as_deref(), Some("ada@example.com"));
    world.submit(&[(Field::Code, " 123 456 ")]);
    let sent: serde_json::Value =
        serde_json::from_str(&body_of(&world.effects, "/co/authenticate")[0]).unwrap();
    assert_eq!(
        (&sent["otp"], &sent["realm"]),
        (&"123456".into(), &"email".into())
    );
    assert_eq!(world.screen(), ScreenName::SignedIn);
    assert_eq!(
        world.names(),
        [
            "shown",
            "screen-changed",
            "submitted",
            "code-sent",
            "screen-changed",
            "submitted",
            "authenticated",
            "screen-changed"
        ]
    );
}

#[test]
fn a_code_by_text_message_goes_to_the_number_in_e164() {
    let mut world = World::new(config());
    world.go_passwordless("sms");
    world.submit(&[(Field::Phone, "0170 1")]);
    assert_eq!(world.view().fields[0].problem, Some(FieldProblem::NotAPhone));
    world.submit(&[(Field::Phone, "+49 170 1234567")]);
    let sent: serde_json::Value =
        serde_json::from_str(&body_of(&world.effects, "/passwordless/start")[0]).unwrap();
    assert_eq!(sent["phone_number"], "+491701234567");
    assert_eq!(world.screen(), ScreenName::Code);
}

#[test]
fn a_wrong_code_stays_on_its_screen_and_points_at_the_field() {
    let mut world = World::new(config().connections(["email"]));
    world.submit(&[(Field::Email, "ada@example.com")]);
    for typed in ["", "12", "letters"] {
        world.submit(&[(Field::Code, typed)]);
        assert!(world.view().fields[0].problem.is_some(), "{typed}");
    }
    assert!(body_of(&world.effects, "/co/authenticate").is_empty());
    world.server.co_authenticate = || {
        json(
            403,
            r#"{"error":"access_denied","error_description":"Wrong email or verification code."}"#,
        )
    };
    world.submit(&[(Field::Code, "000000")]);
    assert_eq!(world.view().notice.unwrap().kind, NoticeKind::WrongCode);
    assert_eq!(world.screen(), ScreenName::Code);
}

#[test]
fn a_code_can_be_sent_again_only_after_its_time_and_the_field_stays() {
    let mut world = World::new(config().connections(["email"]));
    world.submit(&[(Field::Email, "ada@example.com")]);
    assert_eq!(world.view().resend, Some(Resend::Wait(30)));
    world.person(Intent::Resend);
    assert_eq!(body_of(&world.effects, "/passwordless/start").len(), 1);
    tick(&mut world, 10.0);
    assert_eq!(world.view().resend, Some(Resend::Wait(20)));
    tick(&mut world, 20.0);
    assert_eq!(world.view().resend, Some(Resend::Ready));
    let turn = world.view().focus.turn;
    world.person(Intent::Resend);
    assert_eq!(body_of(&world.effects, "/passwordless/start").len(), 2);
    assert_eq!(
        (world.screen(), world.view().resend),
        (ScreenName::Code, Some(Resend::Wait(30)))
    );
    assert_eq!(world.view().focus.turn, turn, "the focus is not torn away");
}

/// Lets time pass and wakes the newest sleeper.
fn tick(world: &mut World, seconds: f64) {
    world.at_s += seconds;
    let newest = world.effects.iter().rev().find_map(|effect| match effect {
        Effect::Wake { ask, .. } => Some(*ask),
        _ => None,
    });
    world.reply(newest.unwrap(), vestibule_flow::Answer::Woke);
}

#[test]
fn the_address_of_a_code_can_be_changed_without_typing_it_anew() {
    let mut world = World::new(config().connections(["email"]));
    world.submit(&[(Field::Email, "adda@example.com")]);
    world.go(ScreenName::Passwordless);
    assert_eq!(world.view().fields[0].initial, "adda@example.com");
}
