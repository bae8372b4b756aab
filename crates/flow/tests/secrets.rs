//! A secret is kept for as long as it is about to be sent, and not a step longer.

mod world;

use vestibule_flow::{Effect, Field, InitialScreen, NetworkFault};
use world::{Server, World, config, error_for};

fn is_request(effect: &Effect, path: &str) -> bool {
    matches!(effect, Effect::Http { request, .. } if request.url.ends_with(path))
}

/// Two logins that differ in the secret alone. Whatever the machine keeps, it compares.
fn check_forgotten(server: fn() -> Server, log_in: fn(&mut World, &str)) {
    let [one, other] = ["123456", "654321"].map(|secret| {
        let mut world = World::with(config(), server());
        log_in(&mut world, secret);
        assert!(!world.held.is_empty(), "the login is under way");
        world.flow
    });
    assert!(one == other, "the machine knows one from the other");
}

fn with_password(world: &mut World, password: &str) {
    world.submit(&[(Field::Username, "ada@example.com"), (Field::Password, password)]);
}

fn with_code(world: &mut World, code: &str) {
    world.go_passwordless("email");
    world.submit(&[(Field::Email, "ada@example.com")]);
    world.submit(&[(Field::Code, code)]);
}

#[test]
fn once_sent_a_password_or_code_is_nowhere_in_the_machine() {
    let stages: [fn() -> Server; 5] = [
        || Server {
            hold: |effect| is_request(effect, "/co/authenticate"),
            ..Server::default()
        },
        || Server {
            hold: |effect| matches!(effect, Effect::WebMessage { .. }),
            ..Server::default()
        },
        || Server {
            hold: |effect| is_request(effect, "/oauth/token"),
            ..Server::default()
        },
        || Server {
            hold: |effect| matches!(effect, Effect::Verify { .. }),
            ..Server::default()
        },
        // The login goes on elsewhere.
        || Server {
            message: |transaction| Ok(error_for(transaction, "login_required")),
            hold: |effect| matches!(effect, Effect::Leave { .. }),
            ..Server::default()
        },
    ];
    for server in stages {
        check_forgotten(server, with_password);
        check_forgotten(server, with_code);
    }
}

#[test]
fn while_the_server_is_looked_for_the_password_is_gone_already() {
    check_forgotten(
        || Server {
            co_authenticate: || Err(NetworkFault::Unreachable),
            ..Server::default()
        },
        |world, password| {
            world.server.hold = |effect| is_request(effect, "/openid-configuration");
            with_password(world, password);
        },
    );
}

#[test]
fn a_new_account_is_logged_in_with_the_password_it_was_made_with() {
    let mut world = World::new(config().initial_screen(InitialScreen::SignUp));
    world.submit(&[
        (Field::Email, "eve@example.com"),
        (Field::Password, "Correct-horse-9"),
    ]);
    let sent = world::body_of(&world.effects, "/co/authenticate");
    assert!(sent[0].contains("Correct-horse-9"), "kept until this request");
}
