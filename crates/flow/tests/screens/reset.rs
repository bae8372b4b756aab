//! Asking for a new password, and the ways that lead there.

use vestibule_flow::{Config, Field, Intent, Remedy, ScreenName, Status};

use crate::world::{Server, World, config, json};

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
