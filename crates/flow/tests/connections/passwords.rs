//! Situation A: which connection a password goes to, and where a login without one ends.

use vestibule_flow::{Config, Field, FieldProblem, ScreenName};

use crate::world::config;
use crate::{COMPANY, DATABASE, DIRECTORY, DIRECTORY_FOR_ALL, OTHER_COMPANY, SOCIAL, goes, realm};

/// Where a login with this name ends.
#[derive(Debug, PartialEq)]
enum Goes {
    /// The password goes to this connection.
    Password(&'static str),
    /// The page goes to this connection's own login.
    Away(&'static str),
    /// The company's directory asks for its own name and password, and they go to this connection.
    Corporate(&'static str),
    Nowhere(FieldProblem),
}

#[test]
#[expect(clippy::too_many_lines, reason = "it is a table")]
fn situation_a_which_connection_a_password_goes_to() {
    let with = |database: Option<&str>, directory: Option<&str>| Config {
        default_database: database.map(str::to_owned),
        default_directory: directory.map(str::to_owned),
        ..config()
    };
    let plain = || with(None, None);
    let cases: Vec<(Config, &[&str], &str, Goes)> = vec![
        (
            plain(),
            &[SOCIAL, DATABASE, "auth0 db2", COMPANY],
            "ada@example.com",
            Goes::Password("db"),
        ),
        (plain(), &[DATABASE], "ada@example.com", Goes::Password("db")),
        (
            plain(),
            &[DATABASE, "auth0 db2"],
            "ada@example.com",
            Goes::Password("db"),
        ),
        (
            with(Some("db2"), None),
            &[DATABASE, "auth0 db2"],
            "ada@example.com",
            Goes::Password("db2"),
        ),
        (plain(), &[DATABASE, COMPANY], "ada@ACME.test", Goes::Away("acme")),
        (
            plain(),
            &[DATABASE, COMPANY],
            "ada@example.com",
            Goes::Password("db"),
        ),
        (
            plain(),
            &[COMPANY, DIRECTORY],
            "ada@acme.test",
            Goes::Away("acme"),
        ),
        (
            plain(),
            &[COMPANY, DIRECTORY],
            "ada@corp.test",
            Goes::Corporate("corp"),
        ),
        (
            plain(),
            &[COMPANY, DIRECTORY],
            "ada@nowhere.test",
            Goes::Nowhere(FieldProblem::UnknownCompany),
        ),
        (
            plain(),
            &[COMPANY, OTHER_COMPANY],
            "ada@other.test",
            Goes::Away("other"),
        ),
        (
            plain(),
            &[COMPANY, OTHER_COMPANY],
            "ada@nowhere.test",
            Goes::Nowhere(FieldProblem::UnknownCompany),
        ),
        (
            plain(),
            &[COMPANY, OTHER_COMPANY],
            "ada",
            Goes::Nowhere(FieldProblem::NotAnEmail),
        ),
        (
            plain(),
            &[DIRECTORY, DIRECTORY_FOR_ALL],
            "ada@corp.test",
            Goes::Corporate("corp"),
        ),
        (
            plain(),
            &[DIRECTORY, DIRECTORY_FOR_ALL],
            "ada@example.com",
            Goes::Password("staff"),
        ),
        (
            plain(),
            &[DIRECTORY_FOR_ALL, "ad more"],
            "ada@home.test",
            Goes::Password("staff"),
        ),
        (
            with(None, Some("more")),
            &[DIRECTORY_FOR_ALL, "ad more"],
            "ada@home.test",
            Goes::Password("more"),
        ),
        (
            plain(),
            &[DATABASE, DIRECTORY_FOR_ALL],
            "ada@home.test",
            Goes::Password("db"),
        ),
        (
            with(Some("db"), None),
            &[DATABASE, DIRECTORY_FOR_ALL],
            "ada@home.test",
            Goes::Password("db"),
        ),
        (
            with(None, Some("staff")),
            &[DATABASE, DIRECTORY_FOR_ALL],
            "ada@home.test",
            Goes::Password("staff"),
        ),
        (
            with(Some("db"), Some("staff")),
            &[DATABASE, DIRECTORY_FOR_ALL],
            "ada@home.test",
            Goes::Password("db"),
        ),
        (
            plain(),
            &[DIRECTORY_FOR_ALL],
            "ada@home.test",
            Goes::Password("staff"),
        ),
        (plain(), &[DIRECTORY], "ada@corp.test", Goes::Password("corp")),
    ];
    for (config, connections, name, expected) in cases {
        let case = format!("{connections:?} {name}");
        let (mut world, sent) = goes(config, connections, name);
        match expected {
            Goes::Password(realm) => assert_eq!(sent.as_deref(), Some(realm), "{case}"),
            Goes::Away(connection) => {
                assert_eq!(sent, None, "{case}");
                assert!(
                    world.left_for[0].contains(&format!("connection={connection}")),
                    "{case}"
                );
                assert!(world.left_for[0].contains("login_hint=ada%40"), "{case}");
            }
            Goes::Corporate(connection) => {
                assert_eq!((sent, world.screen()), (None, ScreenName::Corporate), "{case}");
                let view = world.view();
                assert_eq!(view.fields[0].initial, "ada", "the part before the @");
                assert_eq!(view.realm.as_deref(), Some("corp.test"));
                world.submit(&[(Field::Username, "ada"), (Field::Password, "secret words")]);
                assert_eq!(realm(&world), connection, "{case}");
            }
            Goes::Nowhere(problem) => {
                assert_eq!(world.view().fields[0].problem, Some(problem), "{case}");
            }
        }
    }
}

#[test]
fn a_default_that_is_not_offered_is_told_to_the_developer_and_another_takes_its_place() {
    let wrong = Config {
        default_database: Some("dbb".into()),
        default_directory: Some("staf".into()),
        ..config()
    };
    let (world, sent) = goes(wrong, &[DATABASE, DIRECTORY_FOR_ALL], "ada@home.test");
    assert_eq!(sent.as_deref(), Some("db"));
    assert!(
        world
            .advice
            .iter()
            .any(|advice| advice.contains("`default_database`")),
        "{:?}",
        world.advice
    );
}
