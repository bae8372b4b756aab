//! Situation F: a second factor, its code, and the way back.

use vestibule_flow::{Config, Field, FieldProblem, NoticeKind, ScreenName};

use crate::world::{HOSTED_FORM, Server, World, body_of, json, text};
use crate::{notice, refusing, told};

#[test]
fn situation_f_a_second_factor_opens_the_screen_for_its_code() {
    let mut world = refusing(|| json(401, r#"{"code":"a0.mfa_required"}"#));
    world.log_in();
    assert_eq!(world.screen(), ScreenName::SecondFactor);
    assert_eq!(world.view().fields[0].field, Field::Code);
    assert_eq!(notice(&world), None);
    assert!(!format!("{:?}", world.flow).contains("secret words"));

    // Nothing, and what is no code, goes nowhere.
    for (typed, problem) in [("", FieldProblem::NotACode), ("12a456", FieldProblem::NotACode)] {
        world.submit(&[(Field::Code, typed)]);
        assert_eq!(world.view().fields[0].problem, Some(problem));
    }
    assert_eq!(body_of(&world.effects, "/usernamepassword/login").len(), 1);

    // A wrong one is told, and the screen stays.
    world.server.hosted = || json(401, r#"{"code":"a0.mfa_invalid_code"}"#);
    world.submit(&[(Field::Code, "111 111")]);
    assert_eq!(
        (world.screen(), notice(&world)),
        (ScreenName::SecondFactor, Some(NoticeKind::FieldsWrong))
    );
    assert_eq!(world.view().fields[0].problem, Some(FieldProblem::WrongFactor));

    // The right one goes with the password that was right before.
    world.server.hosted = || text(200, HOSTED_FORM);
    world.submit(&[(Field::Code, "123 456")]);
    let sent = body_of(&world.effects, "/usernamepassword/login");
    let last = sent.last().expect("it was sent");
    assert!(last.contains(r#""password":"secret words""#) && last.contains(r#""mfa_code":"123456""#));
    assert_eq!(world.visits.len(), 1);
}

#[test]
fn situation_f_who_has_to_set_one_up_first_is_told_also_after_a_sign_up() {
    let mut world = refusing(|| json(401, r#"{"code":"a0.mfa_registration_required"}"#));
    world.log_in();
    assert_eq!(notice(&world), Some(NoticeKind::NoSecondFactor));

    let mut world = refusing(|| json(401, r#"{"code":"a0.mfa_registration_required"}"#));
    world.go(ScreenName::SignUp);
    world.submit(&[
        (Field::Email, "ada@example.com"),
        (Field::Password, "Vast-Ocean-42"),
    ]);
    assert_eq!(notice(&world), Some(NoticeKind::NoSecondFactor));
    assert!(world.names().contains(&"signed-up"));
}

#[test]
fn situation_f_the_way_back_leads_to_the_form() {
    let mut world = refusing(|| json(401, r#"{"code":"a0.mfa_required"}"#));
    world.log_in();
    world.go(ScreenName::LogIn);
    assert_eq!(
        (world.screen(), world.view().fields[0].initial.as_str()),
        (ScreenName::LogIn, "ada@example.com")
    );
}

#[test]
fn situation_f_a_second_factor_goes_with_the_answer_to_a_captcha_of_its_own() {
    let config = Config {
        captcha: true,
        ..told("")
    };
    let server = Server {
        hosted: || json(401, r#"{"code":"a0.mfa_required"}"#),
        challenge: || {
            json(
                200,
                r#"{"required":true,"provider":"auth0","type":"code","image":"data:image/png;base64,AA=="}"#,
            )
        },
        ..Server::default()
    };
    let mut world = World::with(config, server);
    let proof = [
        (Field::Username, "ada@example.com"),
        (Field::Password, "secret words"),
    ];
    world.submit(&[proof[0], proof[1], (Field::Captcha, "w8fk")]);
    assert_eq!(world.screen(), ScreenName::SecondFactor);

    // Whoever leaves it out is asked for it, with the code that they typed.
    world.submit(&[(Field::Code, "123456")]);
    assert_eq!(
        world.view().captcha.expect("it is shown").problem,
        Some(FieldProblem::Missing)
    );

    // A wrong one is told where another stands.
    world.server.hosted = || json(401, r#"{"code":"invalid_captcha"}"#);
    world.submit(&[(Field::Code, "123456"), (Field::Captcha, "none")]);
    assert_eq!(
        (world.screen(), notice(&world)),
        (ScreenName::SecondFactor, Some(NoticeKind::CaptchaWrong))
    );

    world.server.hosted = || text(200, HOSTED_FORM);
    world.submit(&[(Field::Code, "123456"), (Field::Captcha, "p2xm")]);
    let sent = body_of(&world.effects, "/usernamepassword/login");
    let last = sent.last().expect("it was sent");
    assert!(last.contains(r#""mfa_code":"123456""#) && last.contains(r#""captcha":"p2xm""#));
    assert_eq!((sent.len(), world.visits.len()), (3, 1));
}
