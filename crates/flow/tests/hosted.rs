//! The widget as the server's own login page, and second factors (situation F of a team that comes from Lock).

mod world;

use vestibule_flow::{Config, Field, FieldProblem, Intent, NoticeKind, PasswordlessMethod, ScreenName};
use vestibule_protocol::hosted::HostedPage;
use world::{HOSTED_FORM, ISSUER, Server, World, body_of, json, text};

fn told(more: &str) -> Config {
    let told = format!(
        r#"{{"clientID":"app","callbackURL":"https://elsewhere.example.com/cb","auth0Tenant":"acme",
            "extraParams":{{"response_type":"code","scope":"openid","state":"waits","_csrf":"CSRF","_intstate":"waits"{more}}}}}"#
    );
    Config::hosted(
        ISSUER,
        &HostedPage::from_json(&told).expect("what a server tells its page"),
    )
}

fn hosted() -> World {
    World::new(told(""))
}

fn refusing(hosted: fn() -> world::Http) -> World {
    World::with(
        told(""),
        Server {
            hosted,
            ..Server::default()
        },
    )
}

fn notice(world: &World) -> Option<NoticeKind> {
    world.view().notice.map(|notice| notice.kind)
}

#[test]
fn a_rule_that_refuses_a_right_password_speaks_for_itself() {
    let mut world = refusing(|| {
        json(
            403,
            r#"{"code":"access_denied","description":"Come back on Monday."}"#,
        )
    });
    world.log_in();
    assert_eq!(
        notice(&world),
        Some(NoticeKind::Said("Come back on Monday.".into()))
    );
}

#[test]
fn a_right_password_ends_in_the_form_that_the_server_gave() {
    let mut world = hosted();
    world.log_in();
    let sent = &body_of(&world.effects, "/usernamepassword/login")[0];
    for part in [
        r#""state":"waits""#,
        r#""_csrf":"CSRF""#,
        r#""tenant":"acme""#,
        r#""connection":"db""#,
        r#""redirect_uri":"https://elsewhere.example.com/cb""#,
        r#""username":"ada@example.com""#,
    ] {
        assert!(sent.contains(part), "{part} in {sent}");
    }
    let [visit] = &world.visits[..] else {
        panic!("{:?}", world.visits)
    };
    assert_eq!(visit.url(), "https://login.example.com/login/callback");
    let fields = visit.fields().expect("it goes by a form");
    assert_eq!(fields[1], ("wresult".to_owned(), "TICKET".to_owned()));
    assert!(
        world.kept.is_empty() && world.left_for.is_empty(),
        "no transaction of its own"
    );
    assert!(!format!("{:?}", world.effects).contains("TICKET"));
    assert!(!world.requests.contains(&"/co/authenticate".to_owned()));
}

#[test]
fn a_wrong_password_is_told_and_the_form_stays() {
    let mut world = refusing(|| {
        json(
            400,
            r#"{"code":"invalid_user_password","description":"Wrong email or password."}"#,
        )
    });
    world.log_in();
    assert_eq!(notice(&world), Some(NoticeKind::WrongCredentials));
    assert_eq!(
        (world.screen(), world.view().fields[0].initial.as_str()),
        (ScreenName::LogIn, "ada@example.com")
    );
    assert!(world.visits.is_empty());
}

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

#[test]
fn a_provider_is_reached_with_the_request_that_waits() {
    let mut world = hosted();
    world.person(Intent::Choose("google-oauth2".into()));
    let url = world.visits[0].url();
    assert!(
        url.starts_with("https://login.example.com/authorize?connection=google-oauth2&"),
        "{url}"
    );
    assert!(url.contains("state=waits") && url.contains("_csrf=CSRF"), "{url}");
    assert_eq!(world.visits[0].fields(), None);

    // So is a company, by the domain of an address.
    let mut world = hosted();
    world.submit(&[(Field::Username, "ada@acme.test"), (Field::Password, "")]);
    let url = world.visits[0].url();
    assert!(
        url.contains("connection=acme&login_hint=ada%40acme.test"),
        "{url}"
    );
}

#[test]
fn a_code_is_verified_and_the_page_goes_where_it_is_used() {
    let mut world = hosted();
    world.go_passwordless("email");
    world.submit(&[(Field::Email, "ada@example.com")]);
    world.server.verify = || json(401, r#"{"error":"invalid_user_password"}"#);
    world.submit(&[(Field::Code, "111111")]);
    assert_eq!(
        (world.screen(), notice(&world)),
        (ScreenName::Code, Some(NoticeKind::WrongCode))
    );
    world.server.verify = || json(200, "{}");
    world.submit(&[(Field::Code, "123456")]);
    let url = world.visits[0].url();
    assert!(
        url.starts_with("https://login.example.com/passwordless/verify_redirect?connection=email"),
        "{url}"
    );
    assert!(!format!("{:?}", world.effects).contains("123456"));
}

#[test]
fn the_request_that_waits_chooses_the_first_screen_and_what_is_filled_in() {
    let screen = |more: &str| World::new(told(more)).screen();
    assert_eq!(screen(r#","screen_hint":"signup""#), ScreenName::SignUp);
    assert_eq!(screen(r#","connection":"email""#), ScreenName::Passwordless);
    let world = World::new(told(r#","login_hint":"ada@example.com""#));
    assert_eq!(world.view().fields[0].initial, "ada@example.com");
}

#[test]
fn a_request_that_is_over_is_told_as_that() {
    let mut world = refusing(|| json(400, r#"{"code":"session_missing","description":"…"}"#));
    world.log_in();
    assert_eq!(notice(&world), Some(NoticeKind::RequestGone));
}

#[test]
fn an_answer_that_leads_elsewhere_is_not_followed() {
    let mut world = refusing(|| {
        text(
            200,
            r#"<form method="post" action="https://evil.example/"><input type="hidden" name="a" value="b"></form>"#,
        )
    });
    world.log_in();
    assert!(world.visits.is_empty());
    assert_eq!(notice(&world), Some(NoticeKind::BrokenResponse));
}

#[test]
fn a_link_cannot_be_sent_from_there() {
    let world = World::new(Config {
        passwordless: PasswordlessMethod::Link,
        ..told("")
    });
    assert_eq!(world.screen(), ScreenName::Stopped);
}

#[test]
fn a_page_that_stays_gives_its_form_back() {
    let mut world = hosted();
    world.log_in();
    let wake = world.effects.iter().rev().find_map(|effect| match effect {
        vestibule_flow::Effect::Wake { ask, after_s: 30 } => Some(*ask),
        _ => None,
    });
    world.reply(wake.expect("a clock runs"), vestibule_flow::Answer::Woke);
    assert_eq!(world.screen(), ScreenName::LogIn);
    assert!(world.names().contains(&"cancelled"));
}

#[test]
fn a_request_for_a_code_begins_on_the_screen_that_sends_it_with_its_hint() {
    for (connection, hint, field) in [
        ("email", "ada@example.com", Field::Email),
        ("sms", "+442079460958", Field::Phone),
    ] {
        let world = World::new(told(&format!(
            r#","connection":"{connection}","login_hint":"{hint}""#
        )));
        let view = world.view();
        assert_eq!(view.screen, ScreenName::Passwordless, "{connection}");
        assert_eq!(
            (view.fields[0].field, view.fields[0].initial.as_str()),
            (field, hint)
        );
    }
}
