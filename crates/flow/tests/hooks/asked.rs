//! When the app is asked, what it hears, and that everything waits for its answer.

use vestibule_flow::{Answer, Effect, Field, Intent, Question, Reply, ScreenName, Step, Typed};

use crate::world::{World, body_of, config};
use crate::{ADA, NEW, answering, no_before, steps};

#[test]
fn situation_e_every_step_asks_before_it_goes_out_and_after_it_is_done() {
    let mut world = answering(|_| Reply::GoOn);
    world.go(ScreenName::ForgotPassword);
    world.submit(&[(Field::Email, "ada@example.com")]);
    world.go(ScreenName::LogIn);
    world.go_passwordless("email");
    world.submit(&[(Field::Email, "ada@example.com")]);
    world.submit(&[(Field::Code, "123456")]);
    assert_eq!(
        steps(&world),
        [
            ("before", Step::ResetPassword),
            ("after", Step::ResetPassword),
            ("before", Step::SendCode),
            ("after", Step::SendCode),
            ("before", Step::CheckCode),
            ("after", Step::LogIn),
        ]
    );
    assert_eq!(world.screen(), ScreenName::SignedIn);

    let mut world = answering(|_| Reply::GoOn);
    world.go(ScreenName::SignUp);
    world.submit(&NEW);
    assert_eq!(
        steps(&world),
        [
            ("before", Step::SignUp),
            ("after", Step::SignUp),
            ("after", Step::LogIn)
        ]
    );
    assert_eq!(world.screen(), ScreenName::SignedIn);
}

#[test]
fn situation_e_nothing_goes_out_until_the_app_has_agreed() {
    let mut world = answering(|_| Reply::GoOn);
    world.server.hold = |effect| matches!(effect, Effect::Consult { .. });
    world.submit(&ADA);
    assert!(body_of(&world.effects, "/co/authenticate").is_empty());
    assert_eq!(world.names(), ["shown"], "it is not submitted yet");
    world.submit(&ADA);
    assert_eq!(world.held.len(), 1, "a second press is not a second question");
    world.release();
    assert_eq!(body_of(&world.effects, "/co/authenticate").len(), 1);
    assert_eq!(world.screen(), ScreenName::SignedIn);
}

#[test]
fn situation_e_the_app_hears_no_password_and_no_code() {
    let mut world = answering(|_| Reply::GoOn);
    world.submit(&ADA);
    let Some(Question::Before { values, .. }) = world.asked.first() else {
        panic!("it was asked")
    };
    assert_eq!(values, &[(Field::Username, Typed::new("ada@example.com"))]);
}

#[test]
fn situation_e_a_connections_button_asks_too() {
    let mut world = answering(|question| no_before(Step::LogIn, question));
    world.person(Intent::Choose("google-oauth2".into()));
    assert!(world.left_for.is_empty());
    let Some(Question::Before { connection, .. }) = world.asked.first() else {
        panic!("it was asked")
    };
    assert_eq!(connection.as_deref(), Some("google-oauth2"));
    world.server.app = |_| Reply::GoOn;
    world.person(Intent::Choose("google-oauth2".into()));
    assert_eq!(world.left_for.len(), 1);
}

#[test]
fn situation_e_an_answer_to_a_question_that_was_given_up_changes_nothing() {
    let mut world = answering(|_| Reply::GoOn);
    world.server.hold = |effect| matches!(effect, Effect::Consult { .. });
    world.submit(&ADA);
    let Some(Effect::Consult { ask, .. }) = world.held.pop_front() else {
        panic!("it was asked")
    };
    world.person(Intent::Close);
    world.reply(ask, Answer::Said(Reply::GoOn));
    assert!(body_of(&world.effects, "/co/authenticate").is_empty());
    assert_eq!(world.screen(), ScreenName::LogIn);
}

#[test]
fn situation_e_an_app_without_hooks_is_asked_nothing_and_nobody_else_about_a_typed_address() {
    let mut world = World::new(config());
    let before = world.requests.len();
    world.person(Intent::Typed(Field::Username, Typed::new("ada@example.com")));
    world.person(Intent::Left(Field::Username, Typed::new("ada@example.com")));
    assert_eq!(
        world.requests.len(),
        before,
        "nothing that is typed goes anywhere"
    );
    world.submit(&ADA);
    assert!(world.asked.is_empty());
    assert_eq!(world.screen(), ScreenName::SignedIn);
}
