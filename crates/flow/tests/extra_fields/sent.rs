//! Where the values of an app's own fields go.

use vestibule_flow::{Config, Effect, ExtraField, Field, FieldProblem, Intent};

use crate::world::{World, body_of, config};
use crate::{fields, problem, signing_up, submit};

#[test]
fn values_go_to_the_root_or_to_the_metadata() {
    let mut world = signing_up(fields());
    submit(
        &mut world,
        &[
            ("given_name", " Eve "),
            ("number", "4"),
            ("plan", "l"),
            ("age", "on"),
            ("news", ""),
        ],
    );
    let sent = body_of(&world.effects, "/dbconnections/signup");
    let sent: serde_json::Value = serde_json::from_str(&sent[0]).unwrap();
    assert_eq!(sent["given_name"], "Eve");
    let metadata = serde_json::json!({
        "number": "4", "plan": "l", "news": "false", "age": "true", "source": "landing",
    });
    assert_eq!(sent["user_metadata"], metadata);
}

#[test]
fn a_log_in_field_at_the_root_becomes_a_parameter_of_the_request() {
    let mut world = World::new(Config {
        log_in_fields: vec![
            ExtraField::text("tenant", "Tenant").at_root(),
            ExtraField::text("note", "Note").optional(),
        ],
        ..config()
    });
    let form = |tenant| {
        [
            (Field::Username, "ada@example.com"),
            (Field::Password, "secret words"),
            (Field::extra("tenant"), tenant),
            (Field::extra("note"), "hello"),
        ]
    };
    world.submit(&form(""));
    assert_eq!(problem(&world, "tenant"), Some(FieldProblem::Missing));
    world.submit(&form("acme"));
    let framed = world.effects.iter().find_map(|effect| match effect {
        Effect::WebMessage { url, .. } => Some(url.expose().to_owned()),
        _ => None,
    });
    let framed = framed.expect("the ticket went into a frame");
    assert!(framed.contains("&tenant=acme"), "{framed}");
    assert!(!framed.contains("note="), "{framed}");
}

#[test]
fn what_a_field_of_the_log_in_begins_with_goes_along_to_a_provider() {
    let mut world = World::new(Config {
        log_in_fields: vec![
            ExtraField::text("tenant", "Tenant").initial("acme").at_root(),
            ExtraField::checkbox("stay", "Stay").initial("true").at_root(),
        ],
        ..config()
    });
    world.person(Intent::Choose("facebook".into()));
    let url = &world.left_for[0];
    assert!(
        url.contains("&tenant=acme") && url.contains("&stay=true"),
        "{url}"
    );
}
