//! What was typed is there on the next screen, and the focus is never nowhere.

mod world;

use vestibule_flow::{
    Away, CaptchaIntent, Config, Effect, Event, ExtraField, Field, FieldProblem, FocusPlace, InitialScreen,
    Intent, MessageFault, NoticeKind, Question, Remedy, Reply, ScreenName, Typed,
};
use world::{Http, Server, World, body_of, config, json};

const ADDRESS: &str = "ada@example.com";

fn types(world: &mut World, field: Field, text: &str) {
    world.person(Intent::Typed(field, Typed::new(text)));
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
fn an_address_stands_on_the_screen_that_a_new_config_leads_to() {
    let mut world = World::new(config());
    types(&mut world, Field::Username, ADDRESS);
    let codes_alone = config().connections(["email"]);
    world.event(Event::Configured(Box::new(codes_alone)));
    assert_eq!(world.screen(), ScreenName::Passwordless);
    assert_eq!(stands_in(&world, Field::Email), ADDRESS);
}

#[test]
fn a_new_config_takes_back_what_was_said_of_ways_that_are_gone_and_no_more() {
    let server = || Server {
        co_authenticate: || json(401, r#"{"error":"password_leaked"}"#),
        ..Server::default()
    };
    let mut world = World::with(config(), server());
    world.log_in();
    assert_eq!(
        world.view().notice.and_then(|notice| notice.remedy),
        Some(Remedy::ResetPassword)
    );
    let mut other = config();
    other.leeway_s = 5;
    world.event(Event::Configured(Box::new(other)));
    assert!(world.view().notice.is_some(), "nothing of it has changed");
    let mut other = config();
    other.allow_forgot_password = false;
    world.event(Event::Configured(Box::new(other)));
    assert_eq!(world.view().notice, None);
}

#[test]
fn a_new_config_that_names_what_is_not_there_is_told_to_the_developer() {
    let mut world = World::new(config());
    let mut other = config();
    other.default_database = Some("nowhere".into());
    world.event(Event::Configured(Box::new(other)));
    let told = format!("{:?}", world.advice);
    assert!(told.contains("default_database"), "{told}");
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

fn picture() -> Http {
    json(
        200,
        r#"{"required":true,"provider":"auth0","type":"code","image":"data:image/png;base64,AA=="}"#,
    )
}

fn asks() -> World {
    let config = Config {
        captcha: true,
        ..config()
    };
    let server = Server {
        challenge: picture,
        ..Server::default()
    };
    World::with(config, server)
}

/// The captcha stays until the next is there, and then the focus goes to that.
fn leads_to_the_next(world: &mut World, act: impl FnOnce(&mut World)) {
    let before = world.view();
    let round = before.captcha.as_ref().expect("it is shown").round;
    world.server.hold =
        |effect| matches!(effect, Effect::Http { request, .. } if request.url.ends_with("/challenge"));
    act(world);
    let shown = world
        .view()
        .captcha
        .expect("it stays while the next is on its way");
    assert_eq!(shown.round, round);
    let turn = world.view().focus.turn;
    world.release();
    let after = world.view();
    assert_eq!(after.captcha.expect("the next").round, round + 1);
    assert_eq!(after.focus.place, FocusPlace::Field(Field::Captcha));
    assert!(after.focus.turn > turn);
}

#[test]
fn another_picture_takes_the_focus_when_it_is_there() {
    leads_to_the_next(&mut asks(), |world| {
        world.person(Intent::Captcha(CaptchaIntent::Another));
    });
}

#[test]
fn after_a_wrong_answer_the_next_picture_takes_the_focus() {
    leads_to_the_next(&mut asks(), |world| {
        world.server.co_authenticate = || json(401, r#"{"code":"invalid_captcha"}"#);
        world.submit(&[
            (Field::Username, ADDRESS),
            (Field::Password, "secret words"),
            (Field::Captcha, "w8fk"),
        ]);
        assert_eq!(
            world.view().notice.map(|notice| notice.kind),
            Some(NoticeKind::CaptchaWrong)
        );
    });
}

#[test]
fn another_try_at_a_captcha_that_failed_takes_the_focus() {
    let mut world = asks();
    world.person(Intent::Captcha(CaptchaIntent::Failed));
    leads_to_the_next(&mut world, |world| world.person(Intent::Remedy));
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
