//! Sending once more: asked like the first time, and refused where it can be mended.

mod world;

use vestibule_flow::{
    Config, Field, FieldProblem, FocusPlace, InitialScreen, Intent, No, NoticeKind, OwnWords, Question,
    Reply, ScreenName, Step, View,
};
use world::{NOW_S, Server, World, body_of, config, json};

fn hooked(app: fn(&Question) -> Reply) -> World {
    let config = Config {
        hooks: true,
        ..config()
    };
    World::with(
        config,
        Server {
            app,
            ..Server::default()
        },
    )
}

fn befores(world: &World) -> Vec<Step> {
    let step = |question: &Question| match question {
        Question::Before { step, .. } => Some(*step),
        _ => None,
    };
    world.asked.iter().filter_map(step).collect()
}

#[test]
fn the_app_is_asked_before_a_code_or_a_mail_goes_out_once_more() {
    let mut world = hooked(|_| Reply::GoOn);
    world.go_passwordless("email");
    world.submit(&[(Field::Email, "ada@example.com")]);
    world.at_s = NOW_S + 60.0;
    world.server.app = |question| match question {
        Question::Before { .. } => Reply::Refuse(No::saying("Two codes a day")),
        _ => Reply::GoOn,
    };
    world.person(Intent::Resend);
    assert_eq!(befores(&world), [Step::SendCode, Step::SendCode]);
    assert_eq!(body_of(&world.effects, "/passwordless/start").len(), 1);
    let said = world.view().notice.map(|notice| notice.kind);
    assert_eq!(said, Some(NoticeKind::Said("Two codes a day".into())));
    assert_eq!(world.screen(), ScreenName::Code);

    let mut world = hooked(|_| Reply::GoOn);
    world.go(ScreenName::ForgotPassword);
    world.submit(&[(Field::Email, "ada@example.com")]);
    // A second click of the same hand is no second mail.
    world.person(Intent::Resend);
    assert_eq!(befores(&world), [Step::ResetPassword]);
    world.at_s += 30.0;
    world.person(Intent::Resend);
    assert_eq!(befores(&world), [Step::ResetPassword, Step::ResetPassword]);
    assert_eq!(body_of(&world.effects, "/dbconnections/change_password").len(), 2);
}

#[test]
fn an_address_that_is_refused_then_is_mended_in_its_own_field() {
    for (connection, field, typed, refusal, problem) in [
        (
            "email",
            Field::Email,
            "ada@example.com",
            (|| json(400, r#"{"error":"bad.email"}"#)) as fn() -> world::Http,
            FieldProblem::NotAnEmail,
        ),
        (
            "sms",
            Field::Phone,
            "+44 7700 900123",
            || json(400, r#"{"error":"bad.phone_number"}"#),
            FieldProblem::NotAPhone,
        ),
    ] {
        let mut world = World::new(config());
        world.go_passwordless(connection);
        world.submit(&[(field, typed)]);
        world.at_s = NOW_S + 60.0;
        world.server.passwordless = refusal;
        world.person(Intent::Resend);
        let view = world.view();
        assert_eq!(view.screen, ScreenName::Passwordless);
        assert_eq!(view.fields[0].problem, Some(problem));
        assert_eq!(view.focus.place, FocusPlace::Field(field));
    }
}

/// What stands before somebody who has created an account with an app that answers so.
fn signed_up(app: fn(&Question) -> Reply) -> View {
    let config = Config {
        hooks: true,
        ..config().initial_screen(InitialScreen::SignUp)
    };
    let server = Server {
        app,
        ..Server::default()
    };
    let mut world = World::with(config, server);
    world.submit(&[
        (Field::Email, "eve@example.com"),
        (Field::Password, "Correct-horse-9"),
    ]);
    world.view()
}

#[test]
fn an_account_that_the_app_is_not_content_with_stands_all_the_same() {
    let view = signed_up(|question| match question {
        Question::After {
            step: Step::SignUp, ..
        } => Reply::Refuse(No::saying("Wait for our mail")),
        _ => Reply::GoOn,
    });
    assert_eq!(
        view.screen,
        ScreenName::LogIn,
        "not once more where the address would be taken"
    );
    assert_eq!(view.fields[0].initial, "eve@example.com");
    let said = view.notice.map(|notice| notice.kind);
    assert_eq!(said, Some(NoticeKind::Said("Wait for our mail".into())));
}

#[test]
fn the_app_hears_to_whom_it_goes_both_times() {
    let mut world = hooked(|_| Reply::GoOn);
    world.go_passwordless("email");
    world.submit(&[(Field::Email, "ada@example.com")]);
    world.at_s = NOW_S + 60.0;
    world.person(Intent::Resend);
    let values = world.asked.iter().filter_map(|question| match question {
        Question::Before { values, .. } => Some(format!("{values:?}")),
        _ => None,
    });
    let values: Vec<String> = values.collect();
    assert_eq!(values.len(), 2);
    assert_eq!(values[0], values[1]);
}

#[test]
fn what_the_app_says_of_a_field_is_said_where_that_field_is_not_on_the_screen_too() {
    let view = signed_up(|question| match question {
        Question::After {
            step: Step::SignUp, ..
        } => Reply::Refuse(No::of(Field::Email, "Use your work address")),
        _ => Reply::GoOn,
    });
    let said = view.notice.map(|notice| notice.kind);
    assert_eq!(said, Some(NoticeKind::Said("Use your work address".into())));
}

#[test]
fn what_the_app_says_of_an_address_stands_at_it_and_its_message_above() {
    let mut world = hooked(|_| Reply::GoOn);
    world.go_passwordless("email");
    world.submit(&[(Field::Email, "ada@example.com")]);
    world.at_s = NOW_S + 60.0;
    world.server.app = |_| {
        Reply::Refuse(No {
            message: Some("No more today".into()),
            fields: vec![(Field::Email, "Use another".into())],
        })
    };
    world.person(Intent::Resend);
    let view = world.view();
    let said = view.notice.map(|notice| notice.kind);
    assert_eq!(said, Some(NoticeKind::Said("No more today".into())));
    assert_eq!(view.screen, ScreenName::Passwordless);
    let words = FieldProblem::Said(OwnWords("Use another".into()));
    assert_eq!(view.fields[0].problem, Some(words));
}

#[test]
fn what_the_app_says_of_a_code_stands_at_the_code() {
    let mut world = hooked(|_| Reply::GoOn);
    world.go_passwordless("email");
    world.submit(&[(Field::Email, "ada@example.com")]);
    world.server.app = |_| Reply::Refuse(No::of(Field::Code, "Ask the desk for one"));
    world.submit(&[(Field::Code, "123456")]);
    let view = world.view();
    assert_eq!(view.screen, ScreenName::Code);
    let words = FieldProblem::Said(OwnWords("Ask the desk for one".into()));
    assert_eq!(view.fields[0].problem, Some(words));
}
