//! Codes and links go over the connections of the server by their own names, in the language that the config names.

mod world;

use vestibule_flow::{Config, Effect, Field, Intent, PasswordlessMethod};
use vestibule_protocol::Request;
use world::{World, body_of, config};

const OFFERED: [&str; 3] = ["auth0 db", "email write-me", "sms text-me"];

fn sent(world: &World) -> Vec<&Request> {
    let requests = world.effects.iter().filter_map(|effect| match effect {
        Effect::Http { request, .. } => Some(request),
        _ => None,
    });
    requests
        .filter(|request| request.url.ends_with("/passwordless/start"))
        .collect()
}

#[test]
fn a_code_is_asked_for_and_used_at_the_connection_of_that_name() {
    for (connection, field, to) in [
        ("write-me", Field::Email, "ada@example.com"),
        ("text-me", Field::Phone, "+442079460958"),
    ] {
        let mut world = World::offering(config(), &OFFERED);
        world.go_passwordless(connection);
        world.submit(&[(field, to)]);
        world.submit(&[(Field::Code, "123456")]);
        let (start, login) = (
            body_of(&world.effects, "/passwordless/start"),
            body_of(&world.effects, "/co/authenticate"),
        );
        assert!(
            start[0].contains(&format!(r#""connection":"{connection}""#)),
            "{start:?}"
        );
        assert!(
            login[0].contains(&format!(r#""realm":"{connection}""#)),
            "{login:?}"
        );
    }
}

#[test]
fn a_link_is_asked_for_at_the_connection_of_that_name() {
    let config = Config {
        passwordless: PasswordlessMethod::Link,
        ..config()
    };
    let mut world = World::offering(config, &OFFERED);
    world.go_passwordless("write-me");
    world.submit(&[(Field::Email, "ada@example.com")]);
    let start = body_of(&world.effects, "/passwordless/start");
    assert!(start[0].contains(r#""connection":"write-me""#), "{start:?}");
}

#[test]
fn a_mail_speaks_the_language_that_the_config_names_and_else_the_browsers() {
    for (ui_locales, language) in [(Some("de en"), "de"), (None, "en")] {
        let config = Config {
            ui_locales: ui_locales.map(str::to_owned),
            ..config()
        };
        let mut world = World::new(config);
        world.go_passwordless("email");
        world.submit(&[(Field::Email, "ada@example.com")]);
        world.at_s += 60.0;
        world.person(Intent::Resend);
        let sent = sent(&world);
        assert_eq!(sent.len(), 2);
        for request in sent {
            let said = request
                .headers
                .iter()
                .find(|(name, _)| *name == "x-request-language");
            assert_eq!(said.map(|(_, value)| value.as_str()), Some(language));
        }
    }
}
