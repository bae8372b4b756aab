//! A widget for new accounts or new passwords alone: `allow_log_in` is off.

mod world;

use vestibule_flow::{Config, Direction, Field, NoticeKind, ScreenName};
use world::{Server, World, config};

fn no_log_in() -> Config {
    Config {
        allow_log_in: false,
        ..config()
    }
}

fn to(world: &World) -> Vec<ScreenName> {
    world.view().switches.iter().map(|switch| switch.to).collect()
}

#[test]
fn a_widget_without_log_in_is_for_sign_up_or_reset_alone() {
    let world = World::new(Config {
        allow_log_in: false,
        ..config()
    });
    assert_eq!((world.screen(), to(&world)), (ScreenName::SignUp, vec![]));
    let world = World::new(Config {
        allow_log_in: false,
        allow_sign_up: false,
        ..config()
    });
    assert_eq!((world.screen(), to(&world)), (ScreenName::ForgotPassword, vec![]));
}

#[test]
fn a_widget_without_log_in_takes_no_password_where_the_server_has_neither_sign_up_nor_reset() {
    let world = |others: &str| {
        let server = Server {
            connections: Some(format!(
                r#"Auth0.setClient({{"id":"app","strategies":[{others}
                {{"name":"auth0","connections":[{{"name":"db","showSignup":false,"showForgot":false}}]}}]}});"#
            )),
            ..Server::default()
        };
        World::with(no_log_in(), server)
    };
    let view = world(r#"{"name":"google-oauth2","connections":[{"name":"google-oauth2"}]},"#).view();
    assert_eq!((view.fields.len(), view.connections.len()), (0, 1));
    let world = world("");
    assert_eq!(world.screen(), ScreenName::Stopped);
    let notice = world.view().notice.map(|notice| notice.kind);
    assert_eq!(notice, Some(NoticeKind::Misconfigured));
    let events = format!("{:?}", world.events);
    assert!(events.contains("allow_log_in"), "{events}");
}

#[test]
fn a_link_in_the_place_of_the_only_screen_that_is_left_is_refused_at_the_start() {
    let (join, forgot) = (|| Some("/join".to_owned()), || Some("/forgot".to_owned()));
    for config in [
        Config {
            sign_up_link: join(),
            allow_forgot_password: false,
            ..no_log_in()
        },
        Config {
            sign_up_link: join(),
            forgot_password_link: forgot(),
            ..no_log_in()
        },
        Config {
            allow_sign_up: false,
            forgot_password_link: forgot(),
            ..no_log_in()
        },
    ] {
        let world = World::new(config);
        assert_eq!(world.screen(), ScreenName::Stopped);
        assert!(world.advice[0].contains("`allow_log_in`"), "{:?}", world.advice);
    }
    let world = World::new(Config {
        sign_up_link: join(),
        ..no_log_in()
    });
    assert_eq!(world.screen(), ScreenName::ForgotPassword);
}

#[test]
fn the_way_back_from_a_directory_leads_to_where_somebody_can_go_on() {
    let mut world = World::offering(no_log_in(), &["auth0 db", "ad corp corp.test"]);
    world.submit(&[(Field::Email, "ada@corp.test")]);
    assert_eq!(
        (world.screen(), to(&world)),
        (ScreenName::Corporate, vec![ScreenName::SignUp])
    );
    world.go(ScreenName::SignUp);
    assert_eq!(world.view().fields[0].initial, "ada@corp.test");

    // By the screen for addresses one came, though that for numbers is the first.
    let mut world = World::offering(config(), &["sms sms", "email email", "ad corp corp.test"]);
    world.go_passwordless("email");
    world.submit(&[(Field::Email, "ada@corp.test")]);
    assert_eq!(world.screen(), ScreenName::Corporate);
    world.go(ScreenName::Passwordless);
    let view = world.view();
    assert_eq!(
        (view.screen, view.direction),
        (ScreenName::Passwordless, Direction::Back)
    );
    assert_eq!(view.fields[0].initial, "ada@corp.test");
}

#[test]
fn codes_that_are_not_offered_leave_no_password_to_log_in_with() {
    use vestibule_flow::InitialScreen;

    let world = World::offering(
        no_log_in().initial_screen(InitialScreen::Passwordless),
        &["auth0 db"],
    );
    assert_eq!(world.screen(), ScreenName::SignUp);
}
