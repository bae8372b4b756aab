//! The answer to a captcha: it goes with the form, and counts once.

use vestibule_flow::{CaptchaIntent, Field, FieldProblem, FocusPlace, Intent, NoticeKind, ScreenName, Typed};

use crate::world::{body_of, json};
use crate::{asked, log_in, notice, picture, problem, with};

#[test]
fn the_answer_goes_with_the_form_of_every_step() {
    let mut world = with(picture);
    log_in(&mut world, " w8fk ");
    assert!(body_of(&world.effects, "/co/authenticate")[0].contains(r#""captcha":"w8fk""#));

    let mut world = with(picture);
    world.go(ScreenName::SignUp);
    world.submit(&[
        (Field::Email, "eve@example.com"),
        (Field::Password, "Correct-horse-9"),
        (Field::Captcha, "w8fk"),
    ]);
    assert!(body_of(&world.effects, "/dbconnections/signup")[0].contains(r#""captcha":"w8fk""#));

    let mut world = with(picture);
    world.go(ScreenName::ForgotPassword);
    world.submit(&[(Field::Email, "ada@example.com"), (Field::Captcha, "w8fk")]);
    assert!(body_of(&world.effects, "/dbconnections/change_password")[0].contains(r#""captcha":"w8fk""#));

    let mut world = with(picture);
    world.go_passwordless("email");
    world.submit(&[(Field::Email, "ada@example.com"), (Field::Captcha, "w8fk")]);
    assert!(body_of(&world.effects, "/passwordless/start")[0].contains(r#""captcha":"w8fk""#));
}

#[test]
fn an_empty_answer_stops_the_form_with_the_focus_on_it() {
    let mut world = with(picture);
    log_in(&mut world, "  ");
    assert_eq!(problem(&world), Some(FieldProblem::Missing));
    assert_eq!(world.view().focus.place, FocusPlace::Field(Field::Captcha));
    assert!(body_of(&world.effects, "/co/authenticate").is_empty());
    assert_eq!(asked(&world).len(), 1, "what was not sent is not used up");
}

#[test]
fn after_a_refused_form_there_is_another_and_the_answer_is_asked_for_anew() {
    let mut world = with(picture);
    world.server.co_authenticate = || json(403, r#"{"error":"access_denied"}"#);
    let round = world.view().captcha.unwrap().round;
    log_in(&mut world, "w8fk");
    assert_eq!(notice(&world), Some(NoticeKind::WrongCredentials));
    assert_eq!(asked(&world).len(), 2);
    assert_eq!(world.view().captcha.unwrap().round, round + 1);
}

#[test]
fn a_wrong_answer_has_words_of_its_own() {
    let mut world = with(picture);
    world.server.co_authenticate = || json(401, r#"{"error":"invalid_captcha"}"#);
    world.person(Intent::Typed(Field::Username, Typed::new("ada@example.com")));
    log_in(&mut world, "nope");
    assert_eq!(notice(&world), Some(NoticeKind::CaptchaWrong));
    assert_eq!(problem(&world), Some(FieldProblem::WrongCaptcha));
    assert_eq!(world.view().fields[0].initial, "ada@example.com");
}

#[test]
fn another_picture_is_another_challenge() {
    let mut world = with(picture);
    let round = world.view().captcha.unwrap().round;
    world.person(Intent::Captcha(CaptchaIntent::Another));
    assert_eq!(
        (asked(&world).len(), world.view().captcha.unwrap().round),
        (2, round + 1)
    );
}
