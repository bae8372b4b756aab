//! User names that are made up where the app asks for none.

use vestibule_flow::{Config, Field, ScreenName};

use crate::NEW;
use crate::world::{self, World, body_of, config, json};

/// A server that wants user names, and an app that asks for none.
fn without_names(sign_up: fn() -> world::Http) -> World {
    World::with(
        Config {
            generate_username: true,
            ..config()
        },
        world::Server {
            settings: || json(200, world::SETTINGS_WITH_NAMES),
            sign_up,
            ..world::Server::default()
        },
    )
}

#[test]
fn a_user_name_is_made_up_where_the_app_asks_for_none() {
    let mut world = without_names(world::Server::default().sign_up);
    world.go(ScreenName::SignUp);
    let names: Vec<_> = world.view().fields.iter().map(|field| field.field).collect();
    assert_eq!(names, [Field::Email, Field::Password]);
    world.submit(&NEW);
    let sent = body_of(&world.effects, "/dbconnections/signup");
    let sent: serde_json::Value = serde_json::from_str(&sent[0]).unwrap();
    let name = sent["username"].as_str().unwrap();
    assert_eq!(name.len(), 15);
    assert!(
        name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()),
        "{name}"
    );
}

#[test]
fn a_made_up_name_that_is_taken_gives_way_to_another() {
    let mut world = without_names(|| json(400, r#"{"code":"username_exists","description":"taken"}"#));
    world.go(ScreenName::SignUp);
    world.submit(&NEW);
    world.submit(&NEW);
    let sent = body_of(&world.effects, "/dbconnections/signup");
    assert_eq!(sent.len(), 2);
    assert_ne!(sent[0], sent[1], "another name goes out");
    let kind = world.view().notice.expect("a word about it").kind;
    assert_eq!(
        kind,
        vestibule_flow::NoticeKind::ServerFault,
        "nobody has chosen that name"
    );
}
