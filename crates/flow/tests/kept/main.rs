//! What was typed is there on the next screen, and the focus is never nowhere.

#[path = "../world/mod.rs"]
mod world;

mod captchas;
mod configs;

use vestibule_flow::{
    Away, Config, Effect, ExtraField, Field, FieldProblem, FocusPlace, InitialScreen, Intent, MessageFault,
    No, NoticeKind, Question, Remedy, Reply, ScreenName, Typed,
};
use world::{Server, World, body_of, config, json};

const ADDRESS: &str = "ada@example.com";

fn types(world: &mut World, field: Field, text: &str) {
    world.person(Intent::Typed(field, Typed::new(text)));
}

/// A sign-up whose address has an account already.
fn taken() -> World {
    let server = Server {
        sign_up: || json(400, r#"{"code":"user_exists"}"#),
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    world.go(ScreenName::SignUp);
    world.submit(&[(Field::Email, ADDRESS), (Field::Password, "Vast-Ocean-42")]);
    world
}

fn stands_in(world: &World, field: Field) -> String {
    let fields = world.view().fields;
    let found = fields.into_iter().find(|one| one.field == field);
    found.expect("there is such a field").initial
}

#[test]
fn an_address_of_the_sign_up_stands_at_the_log_in_whatever_was_typed_after_it() {
    let mut world = World::new(config());
    types(&mut world, Field::Username, "somebody@example.com");
    world.go(ScreenName::SignUp);
    types(&mut world, Field::Email, ADDRESS);
    types(&mut world, Field::Password, "Vast-Ocean-42");
    world.go(ScreenName::LogIn);
    assert_eq!(stands_in(&world, Field::Username), ADDRESS);
}

#[test]
fn whoever_gives_a_window_up_finds_the_focus_in_the_form() {
    let config = Config {
        social: Away::Popup,
        ..config()
    };
    let mut world = World::new(config);
    world.server.message = |_| Err(MessageFault::TimedOut);
    world.server.hold = |effect| matches!(effect, Effect::Popup { .. });
    world.person(Intent::Choose("google-oauth2".into()));
    let turn = world.view().focus.turn;
    world.person(Intent::Cancel);
    let focus = world.view().focus;
    assert_eq!(focus.place, FocusPlace::Field(Field::Username));
    assert!(focus.turn > turn);
}

#[test]
fn a_new_code_takes_back_that_the_last_was_wrong() {
    let mut world = World::new(config());
    world.go_passwordless("email");
    world.submit(&[(Field::Email, ADDRESS)]);
    world.server.co_authenticate = || json(403, r#"{"error":"access_denied"}"#);
    world.submit(&[(Field::Code, "111111")]);
    assert_eq!(world.view().fields[0].problem, Some(FieldProblem::WrongCode));
    world.at_s += 60.0;
    world.person(Intent::Resend);
    let view = world.view();
    assert_eq!(
        (view.screen, view.fields[0].problem.clone()),
        (ScreenName::Code, None)
    );
}

#[test]
fn whoever_mistyped_the_address_of_a_reset_can_give_another() {
    let mut config = config();
    config.allow_log_in = false;
    config.allow_sign_up = false;
    config.initial_screen = InitialScreen::ForgotPassword;
    let mut world = World::new(config);
    world.submit(&[(Field::Email, "adda@example.com")]);
    assert_eq!(world.screen(), ScreenName::MailSent);
    world.go(ScreenName::ForgotPassword);
    assert_eq!(stands_in(&world, Field::Email), "adda@example.com");
}

#[test]
fn a_message_of_the_apps_own_stands_until_something_is_sent_and_never_again() {
    let server = Server {
        co_authenticate: || json(500, "{}"),
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    types(&mut world, Field::Username, ADDRESS);
    assert!(world.view().fresh);
    world.server.hold = |effect| matches!(effect, Effect::Http { .. });
    world.log_in();
    assert!(!world.view().fresh && world.view().notice.is_none());
}

#[test]
fn what_a_password_manager_fills_in_without_an_event_is_not_missing_when_it_is_left() {
    let config = Config {
        sign_up_fields: vec![ExtraField::text("given_name", "First name").at_root()],
        ..config()
    };
    let mut world = World::new(config);
    world.go(ScreenName::SignUp);
    let name = Field::extra("given_name");
    world.person(Intent::Left(name, Typed::new("Ada")));
    let view = world.view();
    let extra = view.extras.iter().find(|extra| extra.field == name);
    assert_eq!(extra.expect("it is drawn").problem, None);
}

#[test]
fn a_directory_that_the_app_names_asks_for_its_password_where_the_form_asked_for_an_address_alone() {
    let config = Config {
        hooks: true,
        ..config()
    };
    let mut world = World::offering(config, &["samlp acme acme.test", "ad corp corp.test"]);
    world.server.app = |question| match question {
        Question::Before { .. } => Reply::Use("corp".into()),
        _ => Reply::GoOn,
    };
    world.submit(&[(Field::Username, "jo@elsewhere.test")]);
    assert_eq!(world.screen(), ScreenName::Corporate);
    world.submit(&[(Field::Username, "jo"), (Field::Password, "secret words")]);
    let sent = body_of(&world.effects, "/co/authenticate");
    assert!(sent[0].contains(r#""realm":"corp""#), "{sent:?}");
}

#[test]
fn what_a_field_says_already_is_heard_alone_until_the_form_is_sent_again_and_an_apps_no_is_seen() {
    let mut world = World::new(config());
    world.submit(&[]);
    let notice = world.view().notice.expect("it is heard");
    assert_eq!((notice.kind, notice.at_field), (NoticeKind::FieldsWrong, true));
    // The field is mended: still nothing appears that was not there.
    types(&mut world, Field::Username, ADDRESS);
    types(&mut world, Field::Password, "secret words");
    assert!(world.view().notice.expect("it is heard").at_field);

    let config = Config {
        hooks: true,
        ..config()
    };
    let mut world = World::new(config);
    world.server.app = |question| match question {
        Question::Before { .. } => Reply::Refuse(No::default()),
        _ => Reply::GoOn,
    };
    world.log_in();
    assert!(
        !world.view().notice.expect("it is told").at_field,
        "no field says anything"
    );
}

#[test]
fn whoever_corrects_a_taken_address_is_led_to_the_log_in_with_the_one_that_is_taken() {
    let mut world = taken();
    types(&mut world, Field::Email, "ad");
    world.person(Intent::Remedy);
    assert_eq!(stands_in(&world, Field::Username), ADDRESS);
}

#[test]
fn the_first_login_of_a_new_account_with_a_leaked_password_leads_to_another_password() {
    let server = Server {
        co_authenticate: || json(401, r#"{"code":"password_leaked"}"#),
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    world.go(ScreenName::SignUp);
    world.submit(&[(Field::Email, ADDRESS), (Field::Password, "Vast-Ocean-42")]);
    let notice = world.view().notice.expect("it is told");
    assert_eq!(
        (world.screen(), notice.kind, notice.remedy),
        (
            ScreenName::LogIn,
            NoticeKind::PasswordLeaked,
            Some(Remedy::ResetPassword)
        )
    );
}
