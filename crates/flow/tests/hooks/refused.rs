//! The app refuses a step, before it or after.

use vestibule_flow::{
    Field, FieldProblem, FocusPlace, Intent, LoginError, LoginEvent, No, NoticeKind, OwnWords, Question,
    Reply, ScreenName, Step, Typed,
};

use crate::world::{World, body_of};
use crate::{ADA, NEW, answering, hooked, no_before, notice};

#[test]
fn situation_e_a_refusal_before_a_step_is_shown_as_text_and_loses_nothing() {
    let mut world = answering(|question| no_before(Step::LogIn, question));
    world.person(Intent::Typed(Field::Username, Typed::new("ada@example.com")));
    world.submit(&ADA);
    assert_eq!(notice(&world), Some(NoticeKind::Said("Not today".into())));
    assert!(body_of(&world.effects, "/co/authenticate").is_empty());
    assert_eq!(
        world.events.last(),
        Some(&LoginEvent::Failed(LoginError::RefusedByApp))
    );
    assert_eq!(world.view().fields[0].initial, "ada@example.com");
    // The next try asks again, and may go through.
    world.server.app = |_| Reply::GoOn;
    world.submit(&ADA);
    assert_eq!(world.screen(), ScreenName::SignedIn);
}

#[test]
fn situation_e_each_step_can_be_refused_before_anything_goes_out() {
    let mut world = answering(|question| no_before(Step::SignUp, question));
    world.go(ScreenName::SignUp);
    world.submit(&NEW);
    assert_eq!(notice(&world), Some(NoticeKind::Said("Not today".into())));
    assert!(body_of(&world.effects, "/dbconnections/signup").is_empty());

    let mut world = answering(|question| no_before(Step::ResetPassword, question));
    world.go(ScreenName::ForgotPassword);
    world.submit(&[(Field::Email, "ada@example.com")]);
    assert!(body_of(&world.effects, "/dbconnections/change_password").is_empty());
    assert_eq!(world.screen(), ScreenName::ForgotPassword);

    let mut world = answering(|question| no_before(Step::SendCode, question));
    world.go_passwordless("email");
    world.submit(&[(Field::Email, "ada@example.com")]);
    assert!(body_of(&world.effects, "/passwordless/start").is_empty());

    let mut world = answering(|question| no_before(Step::CheckCode, question));
    world.go_passwordless("email");
    world.submit(&[(Field::Email, "ada@example.com")]);
    world.submit(&[(Field::Code, "123456")]);
    assert!(body_of(&world.effects, "/co/authenticate").is_empty());
    assert_eq!(world.screen(), ScreenName::Code);
}

#[test]
fn situation_e_a_refusal_can_point_at_a_field() {
    let mut world = answering(|question| match question {
        Question::Before { .. } => Reply::Refuse(No::of(Field::Email, "Use your work address")),
        _ => Reply::GoOn,
    });
    world.go(ScreenName::SignUp);
    world.submit(&NEW);
    let view = world.view();
    let said = FieldProblem::Said(OwnWords("Use your work address".into()));
    assert_eq!(view.fields[0].problem, Some(said));
    assert_eq!(view.focus.place, FocusPlace::Field(Field::Email));
    assert_eq!(notice(&world), Some(NoticeKind::FieldsWrong));
}

#[test]
fn situation_e_a_login_that_is_refused_after_is_never_told() {
    let mut world = answering(|question| match question {
        Question::After {
            step: Step::LogIn,
            tokens,
        } => {
            let is_ada = tokens
                .as_ref()
                .is_some_and(|tokens| tokens.claims().sub == "auth0|1");
            assert!(is_ada, "the app judges by the checked claims");
            Reply::Refuse(No::saying("Staff only"))
        }
        _ => Reply::GoOn,
    });
    world.submit(&ADA);
    assert_eq!(notice(&world), Some(NoticeKind::Said("Staff only".into())));
    assert_eq!(world.screen(), ScreenName::LogIn);
    assert!(!world.names().contains(&"authenticated"));
}

#[test]
fn situation_e_a_refusal_keeps_somebody_from_a_companys_pages_too() {
    for screen in [ScreenName::LogIn, ScreenName::SignUp] {
        let mut world = World::offering(hooked(), &["auth0 db", "samlp acme acme.test"]);
        world.server.app = |question| no_before(Step::LogIn, question);
        let form = [
            (Field::Username, "ada@acme.test"),
            (Field::Email, "ada@acme.test"),
        ];
        if screen == ScreenName::SignUp {
            world.go(screen);
        }
        world.submit(&form);
        assert_eq!(notice(&world), Some(NoticeKind::Said("Not today".into())));
        assert!(world.left_for.is_empty(), "{screen:?}: {:?}", world.left_for);
        let about = Some("acme".to_owned());
        assert!(
            matches!(&world.asked[0], Question::Before { connection, .. } if *connection == about),
            "{:?}",
            world.asked
        );
        world.server.app = |_| Reply::GoOn;
        world.submit(&form);
        assert!(world.left_for[0].contains("connection=acme"), "{screen:?}");
    }
}
