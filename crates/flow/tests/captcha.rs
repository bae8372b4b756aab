//! Captchas (situation D of a team that comes from Lock): when one is asked for, what it stops, and when there is another.

mod world;

use vestibule_flow::{
    CaptchaIntent, Config, Effect, Field, FieldProblem, FocusPlace, Intent, LoginEvent, NoticeKind, Remedy,
    ScreenName, Typed,
};
use vestibule_protocol::captcha::CaptchaProvider;
use world::{Http, Server, World, body_of, config, json, text};

const PICTURE: &str =
    r#"{"required":true,"provider":"auth0","type":"code","image":"data:image/png;base64,AA=="}"#;

fn picture() -> Http {
    json(200, PICTURE)
}

fn with(challenge: fn() -> Http) -> World {
    World::with(
        Config {
            captcha: true,
            ..config()
        },
        Server {
            challenge,
            ..Server::default()
        },
    )
}

fn asked(world: &World) -> Vec<&str> {
    let challenges = world.requests.iter().filter(|path| path.ends_with("/challenge"));
    challenges.map(String::as_str).collect()
}

fn log_in(world: &mut World, answer: &str) {
    world.submit(&[
        (Field::Username, "ada@example.com"),
        (Field::Password, "secret words"),
        (Field::Captcha, answer),
    ]);
}

fn problem(world: &World) -> Option<FieldProblem> {
    world.view().captcha.expect("it is shown").problem
}

fn notice(world: &World) -> Option<NoticeKind> {
    world.view().notice.map(|notice| notice.kind)
}

#[test]
fn each_screen_with_a_form_asks_for_its_own_and_shows_it_when_it_is_wanted() {
    let mut world = with(picture);
    assert!(world.view().captcha.is_some());
    world.go(ScreenName::SignUp);
    assert!(world.view().captcha.is_some());
    world.go(ScreenName::LogIn);
    world.go(ScreenName::ForgotPassword);
    assert!(world.view().captcha.is_some());
    world.go(ScreenName::LogIn);
    world.go_passwordless("email");
    assert!(world.view().captcha.is_some());
    assert_eq!(
        asked(&world),
        [
            "/usernamepassword/challenge",
            "/dbconnections/signup/challenge",
            "/usernamepassword/challenge",
            "/dbconnections/change_password/challenge",
            "/usernamepassword/challenge",
            "/passwordless/challenge",
        ]
    );
    let shown = world
        .events
        .iter()
        .filter(|event| matches!(event, LoginEvent::CaptchaShown { .. }));
    assert_eq!(shown.count(), 6);
}

#[test]
fn a_widget_that_begins_on_another_screen_asks_for_that_ones() {
    let config = Config {
        captcha: true,
        ..config().initial_screen(vestibule_flow::InitialScreen::SignUp)
    };
    let world = World::with(
        config,
        Server {
            challenge: picture,
            ..Server::default()
        },
    );
    assert_eq!(asked(&world), ["/dbconnections/signup/challenge"]);
}

#[test]
fn none_is_shown_where_none_is_wanted_and_an_app_that_does_not_ask_sends_nothing() {
    let mut world = with(|| json(200, r#"{"required":false}"#));
    assert_eq!(world.view().captcha, None);
    log_in(&mut world, "");
    assert_eq!(world.screen(), ScreenName::SignedIn);
    assert!(!body_of(&world.effects, "/co/authenticate")[0].contains("captcha"));
    assert!(asked(&World::new(config())).is_empty());
}

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
fn a_captcha_that_is_wanted_only_after_a_failure_is_shown_then() {
    let mut world = with(|| json(200, r#"{"required":false}"#));
    world.server.co_authenticate = || json(403, r#"{"error":"access_denied"}"#);
    world.server.challenge = picture;
    log_in(&mut world, "");
    assert!(world.view().captcha.is_some());
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

#[test]
fn whoever_goes_to_a_companys_pages_is_not_asked_but_at_its_directory() {
    let connections = &["auth0 db", "samlp acme acme.test", "ad staff staff.test"];
    let config = Config {
        captcha: true,
        ..config()
    };
    let mut world = World::offering_with(config, connections, picture);
    let typed = |text| Intent::Typed(Field::Username, Typed::new(text));
    world.person(typed("ada@acme.test"));
    assert_eq!(world.view().captcha, None);
    world.person(typed("ada@staff.test"));
    assert_eq!(world.view().captcha, None, "the directory's own form asks");
    world.submit(&[(Field::Username, "ada@staff.test")]);
    assert_eq!(world.screen(), ScreenName::Corporate);
    assert!(world.view().captcha.is_some());
    world.go(ScreenName::LogIn);
    world.person(typed("ada@acme.test"));
    world.submit(&[(Field::Username, "ada@acme.test")]);
    assert_eq!(world.left_for.len(), 1, "nothing has to be solved for that");
}

#[test]
fn each_provider_is_passed_on_with_what_its_script_needs() {
    for (challenge, provider, key, subdomain) in [
        (
            (|| json(200, r#"{"required":true,"provider":"auth0_v2","siteKey":"K"}"#)) as fn() -> Http,
            CaptchaProvider::Turnstile,
            "K",
            None,
        ),
        (
            || {
                json(
                    200,
                    r#"{"required":true,"provider":"arkose","siteKey":"K","clientSubdomain":"acme-api"}"#,
                )
            },
            CaptchaProvider::Arkose,
            "K",
            Some("acme-api"),
        ),
    ] {
        let shown = with(challenge).view().captcha.unwrap().challenge;
        assert_eq!(
            (
                shown.provider,
                shown.site_key.as_str(),
                shown.subdomain.as_deref()
            ),
            (provider, key, subdomain)
        );
    }
}

#[test]
fn a_script_that_does_not_come_is_told_and_can_be_tried_again_and_nothing_opens() {
    let mut world = with(|| json(200, r#"{"required":true,"provider":"hcaptcha","siteKey":"K"}"#));
    world.person(Intent::Captcha(CaptchaIntent::Failed));
    let shown = world.view().notice.unwrap();
    assert_eq!(
        (shown.kind, shown.remedy),
        (NoticeKind::CaptchaFailed, Some(Remedy::Retry))
    );
    log_in(&mut world, "");
    assert!(
        body_of(&world.effects, "/co/authenticate").is_empty(),
        "it never opens by itself"
    );
    assert_eq!(
        notice(&world),
        Some(NoticeKind::CaptchaFailed),
        "the way out is still there"
    );
    world.person(Intent::Remedy);
    assert_eq!((asked(&world).len(), notice(&world)), (2, None));
}

#[test]
fn a_provider_that_nobody_knows_is_said_to_person_and_developer() {
    let world = with(|| json(200, r#"{"required":true,"provider":"new_one"}"#));
    assert_eq!(notice(&world), Some(NoticeKind::CaptchaUnsolvable));
    assert!(world.advice[0].contains("new_one"), "{:?}", world.advice);
    assert_eq!(world.view().captcha, None);
}

#[test]
fn a_challenge_that_cannot_be_had_stops_nobody() {
    let faults: [fn() -> Http; 3] = [
        || Err(vestibule_flow::NetworkFault::Unreachable),
        || text(200, "<html>"),
        || json(404, "{}"),
    ];
    for fault in faults {
        let mut world = with(fault);
        assert_eq!((world.view().captcha, world.screen()), (None, ScreenName::LogIn));
        log_in(&mut world, "");
        assert_eq!(world.screen(), ScreenName::SignedIn);
    }
}

#[test]
fn the_login_after_a_sign_up_that_wants_one_of_its_own_asks_for_it() {
    let mut world = with(picture);
    world.server.co_authenticate = || json(401, r#"{"error":"invalid_captcha"}"#);
    world.go(ScreenName::SignUp);
    world.submit(&[
        (Field::Email, "eve@example.com"),
        (Field::Password, "Correct-horse-9"),
        (Field::Captcha, "w8fk"),
    ]);
    assert_eq!(world.screen(), ScreenName::LogIn);
    assert_eq!(world.view().fields[0].initial, "eve@example.com");
    assert!(world.view().captcha.is_some());
    assert!(world.names().contains(&"signed-up"));
}

#[test]
fn a_code_that_is_sent_again_and_wants_one_goes_back_to_the_screen_that_has_it() {
    let mut world = with(picture);
    world.go_passwordless("email");
    world.submit(&[(Field::Email, "ada@example.com"), (Field::Captcha, "w8fk")]);
    assert_eq!(world.screen(), ScreenName::Code);
    world.server.passwordless = || json(400, r#"{"error":"invalid_captcha"}"#);
    world.at_s += 60.0;
    world.person(Intent::Resend);
    assert_eq!(
        (world.screen(), notice(&world)),
        (ScreenName::Passwordless, Some(NoticeKind::CaptchaWrong))
    );
    assert!(world.view().captcha.is_some());
}

#[test]
fn the_form_does_not_wait_for_its_captcha() {
    let mut world = with(picture);
    world.server.hold =
        |effect| matches!(effect, Effect::Http { request, .. } if request.url.ends_with("/challenge"));
    world.go(ScreenName::SignUp);
    assert_eq!(world.screen(), ScreenName::SignUp);
    world.go(ScreenName::LogIn);
    world.release();
    assert!(
        world.view().captcha.is_some(),
        "the one of the screen that stands"
    );
}

#[test]
fn a_script_that_fails_closes_no_popup() {
    let mut world = World::with(
        Config {
            captcha: true,
            ..config().social(vestibule_flow::Away::Popup)
        },
        Server {
            challenge: picture,
            hold: |effect| matches!(effect, Effect::Popup { .. }),
            ..Server::default()
        },
    );
    world.person(Intent::Choose("facebook".into()));
    world.person(Intent::Captcha(CaptchaIntent::Failed));
    assert_eq!(notice(&world), Some(NoticeKind::CaptchaFailed));
    assert!(!world.names().contains(&"cancelled"), "{:?}", world.names());
    world.release();
    assert_eq!(world.screen(), ScreenName::SignedIn);
}
