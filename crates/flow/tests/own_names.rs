//! Connections that are called otherwise than their strategies, and what is sent along to them.

mod world;

use vestibule_flow::{Config, Field, Intent, Purpose, ScreenName, Typed};
use vestibule_protocol::hosted::HostedPage;
use world::{ISSUER, World, config};

#[test]
fn a_connection_for_text_messages_is_known_by_its_strategy_and_not_by_its_name() {
    let mut world = World::offering(config(), &["auth0 db", "email letters", "sms acme-texts"]);
    let by_phone = |world: &World| {
        let ways = world.view().switches.into_iter();
        let ways = ways.filter(|way| way.to == ScreenName::Passwordless);
        ways.map(|way| (way.connection.unwrap_or_default(), way.by_phone))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        by_phone(&world),
        [("letters".into(), false), ("acme-texts".into(), true)]
    );
    world.go_passwordless("acme-texts");
    world.submit(&[(Field::Phone, "+44 7700 900123")]);
    assert_eq!(world.screen(), ScreenName::Code);
    assert_eq!(by_phone(&world), [("acme-texts".into(), true)]);
}

#[test]
fn the_servers_own_page_begins_with_the_connection_that_is_asked_for_whatever_its_name_is() {
    for (connection, hint, purpose) in [
        ("acme-texts", "+447700900123", Purpose::Telephone),
        ("letters", "ada@example.com", Purpose::Email),
    ] {
        let told = format!(
            r#"{{"clientID": "app", "callbackURL": "https://app.example.com/",
                "extraParams": {{"state": "waits", "connection": "{connection}", "login_hint": "{hint}"}}}}"#
        );
        let page = HostedPage::from_json(&told).expect("what the server tells its page");
        let config = Config::hosted(ISSUER, &page);
        let world = World::offering(config, &["auth0 db", "email letters", "sms acme-texts"]);
        let field = &world.view().fields[0];
        assert_eq!((field.purpose, field.initial.as_str()), (purpose, hint));
    }
}

#[test]
fn situation_j_the_scope_of_a_connection_goes_to_a_directory_too() {
    let config = Config {
        connection_scopes: vec![("staff".into(), "read:cards".into())],
        ..config()
    };
    let mut world = World::offering(config, &["ad staff"]);
    world.log_in();
    let frames = world.effects.iter().filter_map(|effect| match effect {
        vestibule_flow::Effect::WebMessage { url, .. } => Some(url.expose()),
        _ => None,
    });
    let frames: Vec<&str> = frames.collect();
    assert!(frames[0].contains("connection_scope=read%3Acards"), "{frames:?}");
}

#[test]
fn an_address_that_is_typed_for_a_new_account_goes_along_to_a_provider() {
    let mut world = World::new(config());
    world.go(ScreenName::SignUp);
    world.person(Intent::Typed(Field::Email, Typed::new("eve@example.com")));
    world.person(Intent::Choose("facebook".into()));
    assert!(
        world.left_for[0].contains("login_hint=eve%40example.com"),
        "{:?}",
        world.left_for
    );
}

#[test]
fn a_number_that_is_filled_in_stands_in_no_field_for_names_and_addresses() {
    let told = r#"{"clientID": "app", "callbackURL": "https://app.example.com/",
        "extraParams": {"state": "waits", "connection": "texts", "login_hint": "+447700900123"}}"#;
    let page = HostedPage::from_json(told).expect("what the server tells its page");
    let mut world = World::offering(Config::hosted(ISSUER, &page), &["auth0 db", "sms texts"]);
    world.go(ScreenName::LogIn);
    assert_eq!(world.view().fields[0].initial, "");
}
