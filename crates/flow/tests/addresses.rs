//! Addresses that are none: found before they are sent, or by the server.

mod world;

use vestibule_flow::{Field, FieldProblem, ScreenName};
use world::{Http, Server, World, config, json};

#[test]
fn an_address_is_judged_before_it_costs_a_try() {
    for typed in [
        "adaexample.com",
        "ada@@example.com",
        "ada@ example.com",
        "ada@example,com",
    ] {
        let mut world = World::new(config());
        world.submit(&[(Field::Username, typed), (Field::Password, "secret words")]);
        let problem = world.view().fields[0].problem.clone();
        assert_eq!(problem, Some(FieldProblem::NotAnEmail), "{typed}");
        assert_eq!(
            world.requests.iter().filter(|url| url.contains("/co/")).count(),
            0
        );
    }
}

#[test]
fn an_address_that_the_server_takes_for_none_is_marked_and_no_developers_fault() {
    let refuses: fn() -> Http = || {
        json(
            400,
            r#"{"statusCode":400,"error":"Bad Request","message":"Payload validation error: 'eve@example' on property email."}"#,
        )
    };
    for screen in [ScreenName::SignUp, ScreenName::ForgotPassword] {
        let server = Server {
            sign_up: refuses,
            change_password: refuses,
            ..Server::default()
        };
        let mut world = World::with(config(), server);
        world.go(screen);
        world.submit(&[
            (Field::Email, "eve@example"),
            (Field::Password, "Correct-horse-9"),
        ]);
        let problem = world.view().fields[0].problem.clone();
        assert_eq!(problem, Some(FieldProblem::NotAnEmail));
        assert!(world.advice.is_empty(), "{:?}", world.advice);
    }
}
