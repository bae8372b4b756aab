//! When a captcha is asked for, and where none is shown.

use vestibule_flow::{Config, Effect, Field, Intent, LoginEvent, NoticeKind, ScreenName, Typed};

use crate::world::{Server, World, body_of, config, json};
use crate::{asked, log_in, notice, picture, with};

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
fn a_captcha_that_is_wanted_only_after_a_failure_is_shown_then() {
    let mut world = with(|| json(200, r#"{"required":false}"#));
    world.server.co_authenticate = || json(403, r#"{"error":"access_denied"}"#);
    world.server.challenge = picture;
    log_in(&mut world, "");
    assert!(world.view().captcha.is_some());
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
