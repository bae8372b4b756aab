//! The app names the connection of a step.

use vestibule_flow::{Effect, Field, FieldProblem, Intent, Question, Reply, ScreenName, Step, Typed};

use crate::world::{self, Server, World, body_of};
use crate::{ADA, NEW, hooked};

#[test]
fn situation_e_the_app_names_the_connection_of_a_login() {
    for (named, realm) in [("other", "other"), ("staff", "staff"), ("nowhere", "db")] {
        let app: fn(&Question) -> Reply = match named {
            "other" => |question| name("other", question),
            "staff" => |question| name("staff", question),
            _ => |question| name("nowhere", question),
        };
        let mut world = World::offering(hooked(), &["auth0 db", "auth0 other", "ad staff"]);
        world.server.app = app;
        world.submit(&ADA);
        let sent = body_of(&world.effects, "/co/authenticate");
        assert!(
            sent[0].contains(&format!("\"realm\":\"{realm}\"")),
            "{named}: {sent:?}"
        );
        assert_eq!(
            world.advice.is_empty(),
            named != "nowhere",
            "a wrong name is told to the developer"
        );
    }
    let mut world = World::offering(hooked(), &["auth0 db", "samlp acme acme.test"]);
    world.server.app = |question| name("acme", question);
    world.submit(&ADA);
    assert!(
        world.left_for[0].contains("connection=acme"),
        "{:?}",
        world.left_for
    );
    assert!(world.left_for[0].contains("login_hint=ada%40example.com"));
}

#[test]
fn situation_o_the_app_is_asked_for_the_connection_once_and_with_what_was_typed() {
    let mut world = World::offering(hooked(), &["auth0 db", "auth0 other"]);
    world.server.hold = |effect| matches!(effect, Effect::Consult { .. });
    world.submit(&ADA);
    world.submit(&ADA);
    let asked: Vec<&Question> = world
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Consult { question, .. } => Some(question),
            _ => None,
        })
        .collect();
    let [
        Question::Before {
            step: Step::LogIn,
            values,
            ..
        },
    ] = asked.as_slice()
    else {
        panic!("once: {asked:?}")
    };
    assert_eq!(values, &[(Field::Username, Typed::new("ada@example.com"))]);
    assert!(
        body_of(&world.effects, "/co/authenticate").is_empty(),
        "nothing goes out before the answer"
    );
}

fn name(connection: &str, question: &Question) -> Reply {
    match question {
        Question::Before {
            step: Step::LogIn, ..
        } => Reply::Use(connection.into()),
        _ => Reply::GoOn,
    }
}

#[test]
fn situation_o_the_app_names_the_database_of_an_account_and_of_a_new_password() {
    let offered = ["auth0 db", "auth0 other"];
    let mut world = World::offering(hooked(), &offered);
    world.server.app = |question| match question {
        Question::Before { .. } => Reply::Use("other".into()),
        _ => Reply::GoOn,
    };
    world.go(ScreenName::SignUp);
    world.submit(&NEW);
    let sent = body_of(&world.effects, "/dbconnections/signup");
    assert!(sent[0].contains(r#""connection":"other""#), "{sent:?}");

    let mut world = World::offering(hooked(), &offered);
    world.server.app = |question| match question {
        Question::Before { .. } => Reply::Use("other".into()),
        _ => Reply::GoOn,
    };
    world.go(ScreenName::ForgotPassword);
    world.submit(&[(Field::Email, "ada@example.com")]);
    world.at_s += 60.0;
    world.person(Intent::Resend);
    let sent = body_of(&world.effects, "/dbconnections/change_password");
    assert_eq!(sent.len(), 2);
    assert!(
        sent.iter().all(|body| body.contains(r#""connection":"other""#)),
        "{sent:?}"
    );
}

#[test]
fn situation_o_the_app_may_know_a_company_that_no_domain_tells() {
    let mut world = World::offering(
        hooked(),
        &["samlp acme acme.test", "samlp umbrella umbrella.test"],
    );
    world.server.app = |question| name("umbrella", question);
    world.submit(&[(Field::Username, "ada@example.com")]);
    assert!(
        world.left_for[0].contains("connection=umbrella"),
        "{:?}",
        world.left_for
    );

    world = World::offering(
        hooked(),
        &["samlp acme acme.test", "samlp umbrella umbrella.test"],
    );
    world.submit(&[(Field::Username, "ada@example.com")]);
    assert_eq!(world.view().fields[0].problem, Some(FieldProblem::UnknownCompany));
}

#[test]
fn the_app_may_know_a_directory_for_what_is_no_address() {
    let routing = Server {
        connections: Some(world::settings(&["auth0 db", "ad staff staff.test"])),
        app: |question| match question {
            Question::Before { .. } => Reply::Use("staff".into()),
            _ => Reply::GoOn,
        },
        ..Server::default()
    };
    let mut world = World::with(hooked(), routing);
    world.submit(&[(Field::Username, "jdoe"), (Field::Password, "secret words")]);
    let sent = body_of(&world.effects, "/co/authenticate");
    assert!(sent[0].contains(r#""realm":"staff""#), "{sent:?}");
}
