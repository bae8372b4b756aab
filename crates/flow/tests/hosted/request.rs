//! The request that waits: it chooses the first screen, and goes along to a provider or with a code.

use vestibule_flow::{Config, Field, Intent, NoticeKind, PasswordlessMethod, ScreenName};

use crate::world::{World, json};
use crate::{hosted, notice, told};

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
fn a_link_cannot_be_sent_from_there() {
    let world = World::new(Config {
        passwordless: PasswordlessMethod::Link,
        ..told("")
    });
    assert_eq!(world.screen(), ScreenName::Stopped);
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
