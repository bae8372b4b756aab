//! Options of what is shown: links, hints, names, and the first screen.

use vestibule_flow::{Config, Field, InitialScreen, Intent, ScreenName, Status, Switch, UsernameStyle};

use crate::world::{self, Server, World, body_of, config};
use crate::{NEW, to};

#[test]
fn a_link_takes_the_place_of_a_screen_whatever_the_server_says() {
    let linked = Config {
        sign_up_link: Some("https://app.example.com/join".into()),
        forgot_password_link: Some("/forgot".into()),
        ..config()
    };
    let mut world = World::offering(linked, &["auth0 db"]);
    let view = world.view();
    let links: Vec<_> = view
        .switches
        .iter()
        .map(|way| (way.to, way.href.as_deref()))
        .collect();
    let expected = [
        (ScreenName::ForgotPassword, Some("/forgot")),
        (ScreenName::SignUp, Some("https://app.example.com/join")),
    ];
    assert_eq!(links, expected);
    world.person(Intent::Go(view.switches[1].clone()));
    world.person(Intent::Go(Switch::to(ScreenName::SignUp)));
    assert_eq!(world.screen(), ScreenName::LogIn, "the page goes there by itself");
}

#[test]
fn a_new_account_is_not_logged_in_where_the_app_does_not_want_that() {
    let mut world = World::new(Config {
        log_in_after_sign_up: false,
        ..config().initial_screen(InitialScreen::SignUp)
    });
    world.submit(&NEW);
    assert_eq!(
        world.names(),
        ["shown", "submitted", "signed-up", "screen-changed"]
    );
    assert_eq!(world.screen(), ScreenName::SignedUp);
    assert_eq!(world.view().status, Some(Status::SignedUp));
    world.go(ScreenName::LogIn);
    assert_eq!(world.view().fields[0].initial, "eve@example.com");
    assert!(body_of(&world.effects, "/co/authenticate").is_empty());
}

#[test]
fn hints_stand_in_the_fields_from_the_start() {
    let mut world = World::new(Config {
        phone_hint: Some("+44 7700 900123".into()),
        ..config().login_hint("ada@example.com")
    });
    assert_eq!(world.view().fields[0].initial, "ada@example.com");
    world.go_passwordless("sms");
    assert_eq!(world.view().fields[0].initial, "+44 7700 900123");
}

#[test]
fn the_first_field_asks_for_what_the_app_says_if_the_database_takes_it() {
    use vestibule_flow::Purpose::{LoginAny, LoginEmail, LoginName};
    let with_names = r#"{"id":"app","strategies":[{"name":"auth0","connections":[{"name":"db","requires_username":true}]}]}"#;
    for (style, with, without) in [
        (UsernameStyle::Any, LoginAny, LoginEmail),
        (UsernameStyle::Email, LoginEmail, LoginEmail),
        (UsernameStyle::Username, LoginName, LoginEmail),
    ] {
        let config = || Config {
            username_style: style,
            ..config()
        };
        let server = Server {
            connections: Some(with_names.into()),
            ..Server::default()
        };
        assert_eq!(
            World::with(config(), server).view().fields[0].purpose,
            with,
            "{style:?}"
        );
        assert_eq!(
            World::new(config()).view().fields[0].purpose,
            without,
            "{style:?}"
        );
    }
}

#[test]
fn the_connection_of_the_last_login_is_remembered_and_marked() {
    let marked = |world: &World| {
        let view = world.view();
        let names = view.connections.into_iter().filter(|button| button.last_used);
        names.map(|button| button.name).collect::<Vec<_>>()
    };
    let world = World::returning(config(), Server::default(), "facebook");
    assert_eq!(marked(&world), ["facebook"]);
    let forgetful = || Config {
        remember_last_login: false,
        ..config()
    };
    assert!(marked(&World::returning(forgetful(), Server::default(), "facebook")).is_empty());
    assert!(marked(&World::returning(config(), Server::default(), "gone")).is_empty());

    let mut world = World::new(config());
    world.log_in();
    assert_eq!(world.last.as_deref(), Some("db"));
    let mut world = World::new(forgetful());
    world.log_in();
    assert_eq!(world.last, None);
    let kept = format!("{:?}", world.effects);
    assert!(!kept.contains("last-connection"), "{kept}");
}

#[test]
fn a_hint_that_is_a_user_name_stands_where_names_are_asked_for_and_nowhere_else() {
    let hinted = Config {
        login_hint: Some("ada".into()),
        ..config()
    };
    let server = Server {
        connections: Some(world::SETTINGS_WITH_NAMES.into()),
        ..Server::default()
    };
    let mut world = World::with(hinted, server);
    let filled = |world: &World| {
        let fields = world.view().fields.into_iter();
        fields
            .map(|field| (field.field, field.initial))
            .collect::<Vec<_>>()
    };
    assert_eq!(filled(&world)[0], (Field::Username, "ada".into()));
    world.go(ScreenName::SignUp);
    let sign_up = filled(&world);
    assert_eq!(sign_up[0], (Field::Email, String::new()));
    assert_eq!(sign_up[1], (Field::Username, "ada".into()));
}

#[test]
fn a_first_screen_that_the_server_does_not_have_is_told_to_the_developer() {
    for (first, connections) in [
        (InitialScreen::SignUp, ["facebook facebook"]),
        (InitialScreen::ForgotPassword, ["facebook facebook"]),
        (InitialScreen::Passwordless, ["auth0 db"]),
    ] {
        let world = World::offering(config().initial_screen(first), &connections);
        assert_eq!(world.screen(), ScreenName::LogIn);
        assert!(world.advice[0].contains("`initial_screen`"), "{:?}", world.advice);
    }
}

#[test]
fn the_apps_address_for_a_new_password_stands_wherever_a_password_is_asked_for() {
    let linked = Config {
        forgot_password_link: Some("/forgot".into()),
        ..config()
    };
    for connections in [["auth0 db"], ["ad staff"]] {
        let world = World::offering(linked.clone(), &connections);
        assert!(
            to(&world).contains(&ScreenName::ForgotPassword),
            "{connections:?}"
        );
    }
}
