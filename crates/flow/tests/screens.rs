//! The other screens: sign-up, reset, codes and links, what is offered, and the ways between them.

mod world;

use ScreenName as S;
use vestibule_flow::{
    Action, Config, Effect, Field, FieldProblem, FocusPlace, InitialScreen, Intent, NetworkFault, NoticeKind,
    Purpose, Remedy, Resend, ScreenName, Status, Switch, Typed,
};
use world::{Server, World, body_of, config, json};

type Http = Result<vestibule_protocol::Response, NetworkFault>;
type Case = (fn() -> Http, NoticeKind, Option<(Field, FieldProblem)>);

fn sign_up() -> World {
    World::new(config().initial_screen(InitialScreen::SignUp))
}

const NEW: [(Field, &str); 2] = [
    (Field::Email, "eve@example.com"),
    (Field::Password, "Correct-horse-9"),
];

#[test]
fn what_is_offered_is_what_the_server_has_switched_on_in_the_configs_order() {
    let names = |world: &World| {
        world
            .view()
            .connections
            .iter()
            .map(|c| c.name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(&World::new(config())), ["google-oauth2", "facebook"]);
    assert_eq!(
        names(&World::new(config().connections([
            "facebook",
            "db",
            "google-oauth2",
            "nobody"
        ]))),
        ["facebook", "google-oauth2"]
    );
    let world = World::new(config().connections(["facebook"]));
    assert!(
        world.view().fields.is_empty() && world.view().submit.is_none(),
        "no database, no form"
    );
    let world = World::new(config().connections(["email"]));
    assert_eq!(world.screen(), ScreenName::Passwordless);
    let world = World::new(config().connections(["nobody"]));
    assert_eq!(world.screen(), ScreenName::Stopped);
}

#[test]
fn the_ways_between_the_screens_are_those_that_are_offered() {
    let to = |world: &World| {
        world
            .view()
            .switches
            .iter()
            .map(|switch| switch.to)
            .collect::<Vec<_>>()
    };
    let mut world = World::new(config());
    assert_eq!(
        to(&world),
        [S::ForgotPassword, S::Passwordless, S::Passwordless, S::SignUp]
    );
    world.go(S::SignUp);
    assert_eq!((world.screen(), to(&world)), (S::SignUp, vec![S::LogIn]));
    world.go(S::LogIn);
    world.person(Intent::Go(Switch::to(S::SignedIn)));
    assert_eq!(world.screen(), S::LogIn, "nobody talks their way in");
    let closed = Config {
        allow_sign_up: false,
        allow_forgot_password: false,
        ..config()
    };
    assert_eq!(to(&World::new(closed)), [S::Passwordless, S::Passwordless]);
}

#[test]
fn an_address_typed_once_stands_on_the_next_screen() {
    let mut world = World::new(config());
    world.person(Intent::Typed(Field::Username, Typed::new("ada@example.com")));
    world.go(ScreenName::ForgotPassword);
    assert_eq!(world.view().fields[0].initial, "ada@example.com");
    world.person(Intent::Typed(Field::Email, Typed::new("eve@example.com")));
    world.go(ScreenName::LogIn);
    assert_eq!(world.view().fields[0].initial, "eve@example.com");
}

#[test]
fn a_new_account_is_logged_in_at_once() {
    let mut world = sign_up();
    world.submit(&NEW);
    assert_eq!(
        world.names(),
        [
            "shown",
            "submitted",
            "signed-up",
            "authenticated",
            "screen-changed"
        ]
    );
    assert_eq!(body_of(&world.effects, "/dbconnections/signup").len(), 1);
}

#[test]
fn the_policy_is_shown_while_a_new_password_is_typed_and_never_stands_in_the_way() {
    let mut world = sign_up();
    let before = world.view().policy.unwrap();
    assert!(!before.typed && !before.rules.is_empty());
    world.person(Intent::Typed(Field::Password, Typed::new("abc")));
    let typed = world.view().policy.unwrap();
    assert!(typed.typed && typed.rules.iter().any(|rule| !rule.satisfied));
    world.person(Intent::Typed(Field::Password, Typed::new("Correct-horse-9")));
    assert!(
        world
            .view()
            .policy
            .unwrap()
            .rules
            .iter()
            .all(|rule| rule.satisfied)
    );
    let password = &world.view().fields[1];
    assert_eq!(password.purpose, Purpose::NewPassword);
    assert!(
        password
            .password_rules
            .as_ref()
            .is_some_and(|rules| rules.contains("minlength: 8"))
    );
    world.submit(&[(Field::Email, "eve@example.com"), (Field::Password, "abc")]);
    let sent = body_of(&world.effects, "/dbconnections/signup").len();
    assert_eq!(sent, 1, "the server decides, not this policy");
}

#[test]
fn each_refusal_of_an_account_points_at_its_field() {
    let cases: Vec<Case> = vec![
        (
            || {
                json(
                    400,
                    r#"{"code":"user_exists","description":"The user already exists."}"#,
                )
            },
            NoticeKind::AddressTaken,
            Some((Field::Email, FieldProblem::Taken)),
        ),
        (
            || {
                json(
                    400,
                    r#"{"code":"invalid_signup","description":"Invalid sign up"}"#,
                )
            },
            NoticeKind::SignUpRefused,
            None,
        ),
        (
            || {
                json(
                    400,
                    r#"{"name":"PasswordStrengthError","code":"invalid_password","description":{"rules":[{"message":"At least %d characters in length","format":[8],"code":"lengthAtLeast","verified":false}],"verified":false},"policy":"* At least 8 characters","statusCode":400}"#,
                )
            },
            NoticeKind::PasswordTooWeak,
            Some((Field::Password, FieldProblem::PasswordTooWeak)),
        ),
        (
            || json(400, r#"{"code":"password_leaked"}"#),
            NoticeKind::FieldsWrong,
            Some((Field::Password, FieldProblem::PasswordLeaked)),
        ),
        (|| json(500, "{}"), NoticeKind::ServerFault, None),
    ];
    for (answer, kind, at) in cases {
        let mut world = sign_up();
        world.server.sign_up = answer;
        world.submit(&NEW);
        let view = world.view();
        assert_eq!(view.notice.as_ref().unwrap().kind, kind);
        let found = view
            .fields
            .iter()
            .find_map(|f| Some((f.field, f.problem.clone()?)));
        assert_eq!(found, at);
        assert_eq!(view.fields[0].initial, "eve@example.com");
        assert_eq!(world.names(), ["shown", "submitted", "failed"]);
    }
}

#[test]
fn a_bad_address_is_told_when_the_field_is_left_and_forgiven_while_it_is_mended() {
    let mut world = sign_up();
    world.person(Intent::Left(Field::Email, Typed::new("")));
    assert_eq!(
        world.view().fields[0].problem,
        None,
        "an empty field is not wrong yet"
    );
    world.person(Intent::Left(Field::Email, Typed::new("eve@")));
    assert_eq!(world.view().fields[0].problem, Some(FieldProblem::NotAnEmail));
    world.person(Intent::Typed(Field::Email, Typed::new("eve@e")));
    assert_eq!(world.view().fields[0].problem, None);
}

#[test]
fn a_reset_ends_on_a_screen_that_says_where_the_mail_went() {
    let mut world = World::new(config());
    world.go(ScreenName::ForgotPassword);
    world.submit(&[(Field::Email, "ada@example.com")]);
    let view = world.view();
    assert_eq!(
        (view.screen, view.subject.as_deref(), view.status),
        (
            ScreenName::MailSent,
            Some("ada@example.com"),
            Some(Status::MailSent)
        )
    );
    assert_eq!(
        world.names(),
        [
            "shown",
            "screen-changed",
            "submitted",
            "password-reset-requested",
            "screen-changed"
        ]
    );
    world.go(ScreenName::LogIn);
    assert_eq!(world.screen(), ScreenName::LogIn);
}

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

#[test]
fn a_locked_account_offers_the_way_out() {
    let mut world = World::with(
        config(),
        Server {
            co_authenticate: || json(429, r#"{"error":"too_many_attempts"}"#),
            ..Server::default()
        },
    );
    world.log_in();
    assert_eq!(world.view().notice.unwrap().remedy, Some(Remedy::ResetPassword));
    world.person(Intent::Remedy);
    assert_eq!(world.screen(), ScreenName::ForgotPassword);
    assert_eq!(world.view().fields[0].initial, "ada@example.com");
}

#[test]
fn a_locked_account_offers_the_apps_own_way_out_where_it_has_one() {
    let linked = Config {
        forgot_password_link: Some("/forgot".into()),
        ..config()
    };
    let locked = Server {
        co_authenticate: || json(429, r#"{"error":"too_many_attempts"}"#),
        ..Server::default()
    };
    let mut world = World::with(linked, locked);
    world.log_in();
    let remedy = world.view().notice.unwrap().remedy;
    assert_eq!(remedy, Some(Remedy::ResetPasswordAt("/forgot".into())));
    world.person(Intent::Remedy);
    assert_eq!(world.screen(), ScreenName::LogIn, "the page goes there by itself");
}

#[test]
fn closing_gives_up_what_is_under_way() {
    let server = Server {
        hold: |effect| matches!(effect, Effect::Http { request, .. } if request.url.ends_with("/co/authenticate")),
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    world.log_in();
    world.person(Intent::Close);
    world.release();
    assert_eq!(world.names(), ["shown", "submitted", "cancelled", "closed"]);
}

#[test]
fn the_focus_is_sent_once_for_each_screen_and_the_first_is_the_first() {
    let mut world = World::new(config());
    assert_eq!(world.view().focus.turn, 1);
    world.go(ScreenName::SignUp);
    assert_eq!(world.view().focus.turn, 2);
    world.go(ScreenName::LogIn);
    world.go_passwordless("email");
    let turn = world.view().focus.turn;
    world.go_passwordless("sms");
    assert_eq!(
        world.view().focus.turn,
        turn + 1,
        "another field under the same name is another place"
    );
}

#[test]
fn the_focus_is_sent_on_after_an_error_too() {
    let mut world = World::new(config());
    world.server.co_authenticate = || json(403, r#"{"error":"access_denied"}"#);
    world.log_in();
    let at_error = world.view().focus;
    assert_eq!(at_error.place, FocusPlace::Field(Field::Password));
    world.server.co_authenticate = Server::default().co_authenticate;
    world.log_in();
    let at_end = world.view().focus;
    assert_eq!(
        (world.screen(), at_end.place),
        (ScreenName::SignedIn, FocusPlace::Heading)
    );
    assert!(at_end.turn > at_error.turn, "{at_error:?} {at_end:?}");
}

#[test]
fn an_account_whose_first_login_fails_is_not_signed_up_again() {
    let mut world = sign_up();
    world.server.co_authenticate = || json(500, "{}");
    world.submit(&NEW);
    let view = world.view();
    assert_eq!(
        (view.screen, view.fields[0].initial.as_str()),
        (ScreenName::LogIn, "eve@example.com")
    );
    assert_eq!(
        view.notice.map(|notice| notice.kind),
        Some(NoticeKind::ServerFault)
    );
    assert_eq!(
        world.names(),
        ["shown", "submitted", "signed-up", "failed", "screen-changed"]
    );
}

#[test]
fn a_widget_can_be_closed_while_it_loads() {
    let server = Server {
        hold: |effect| matches!(effect, Effect::Http { .. }),
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    world.person(Intent::Close);
    assert_eq!(world.names(), ["closed"]);
}

#[test]
fn a_name_that_was_typed_is_not_overwritten_by_a_hint() {
    let mut world = World::new(config().login_hint("ada@example.com"));
    world.person(Intent::Typed(Field::Username, Typed::new("bob")));
    world.go(ScreenName::ForgotPassword);
    world.go(ScreenName::LogIn);
    assert_eq!(world.view().fields[0].initial, "bob");
}

#[test]
fn closing_while_the_keys_are_waited_for_is_told() {
    let server = Server {
        hold: |effect| matches!(effect, Effect::Http { request, .. } if request.url.ends_with("jwks.json")),
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    world.log_in();
    world.person(Intent::Close);
    assert_eq!(world.names(), ["shown", "submitted", "cancelled", "closed"]);
}
