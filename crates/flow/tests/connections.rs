//! Which connection a login uses, and what is on the screen: situations A, B and C of a team that comes from Lock.

mod world;

use vestibule_flow::{
    Action, Config, Field, FieldProblem, InitialScreen, Intent, Purpose, ScreenName, Typed, View,
};
use world::{World, body_of, config};

const SOCIAL: &str = "google-oauth2 google";
const DATABASE: &str = "auth0 db";
const COMPANY: &str = "samlp acme acme.test";
const OTHER_COMPANY: &str = "waad other other.test";
const DIRECTORY: &str = "auth0-adldap corp corp.test";
const DIRECTORY_FOR_ALL: &str = "ad staff";

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

fn realm(world: &World) -> String {
    let bodies = body_of(&world.effects, "/co/authenticate");
    let body: serde_json::Value = serde_json::from_str(bodies.last().expect("sent")).expect("JSON");
    body["realm"].as_str().expect("a realm").to_owned()
}

fn goes(config: Config, connections: &[&str], name: &str) -> (World, Option<String>) {
    let mut world = World::offering(config, connections);
    world.person(Intent::Typed(Field::Username, Typed::new(name)));
    world.submit(&[(Field::Username, name), (Field::Password, "secret words")]);
    let realm = (!body_of(&world.effects, "/co/authenticate").is_empty()).then(|| realm(&world));
    (world, realm)
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

/// What stands on a screen, a letter each: T the way to sign up, S social buttons, C a company's button, E an address, U a
/// user name, P a password, p one that is out of the way, F the way to a new password, B the way back, G the main button.
fn drawn(view: &View) -> String {
    let mut letters = String::new();
    let has = |to| view.switches.iter().any(|switch| switch.to == to);
    if has(ScreenName::LogIn) {
        letters.push('B');
    }
    if has(ScreenName::SignUp) {
        letters.push('T');
    }
    for button in &view.connections {
        letters.push(if button.domain.is_some() { 'C' } else { 'S' });
    }
    for field in &view.fields {
        letters.push(match (field.field, field.purpose, field.hidden) {
            (Field::Email, ..) | (_, Purpose::LoginEmail, _) => 'E',
            (Field::Username, ..) => 'U',
            (Field::Password, _, false) => 'P',
            (Field::Password, _, true) => 'p',
            _ => '?',
        });
    }
    if has(ScreenName::ForgotPassword) {
        letters.push('F');
    }
    if view.submit.is_some() {
        letters.push('G');
    }
    letters
}

#[test]
fn situation_b_what_is_on_the_screen() {
    let all = [SOCIAL, DATABASE, COMPANY, DIRECTORY_FOR_ALL];
    let start = |screen| config().initial_screen(screen);
    let no_sign_up = || Config {
        allow_sign_up: false,
        ..config()
    };
    let no_reset = || Config {
        allow_forgot_password: false,
        ..config()
    };
    let only_log_in = || Config {
        allow_sign_up: false,
        allow_forgot_password: false,
        ..config()
    };
    let cases: Vec<(Config, &[&str], &str)> = vec![
        (config(), &all, "TSEPFG"),
        (start(InitialScreen::SignUp), &all, "BSEPG"),
        (start(InitialScreen::ForgotPassword), &all, "BEG"),
        (no_sign_up(), &all, "SEPFG"),
        (no_reset(), &all, "TSEPG"),
        (only_log_in(), &all, "SEPG"),
        (config(), &[COMPANY], "C"),
        (config(), &[COMPANY, OTHER_COMPANY], "EG"),
        (config(), &[COMPANY, DIRECTORY], "EG"),
        (config(), &[DIRECTORY_FOR_ALL], "UPG"),
        (config(), &[DIRECTORY, DIRECTORY_FOR_ALL], "UPG"),
        (config(), &[DATABASE], "TEPFG"),
        (start(InitialScreen::SignUp), &[DATABASE], "BEPG"),
        (start(InitialScreen::ForgotPassword), &[DATABASE], "BEG"),
        (no_sign_up(), &[DATABASE], "EPFG"),
        (no_reset(), &[DATABASE], "TEPG"),
        (only_log_in(), &[DATABASE], "EPG"),
        (config(), &[SOCIAL, "facebook facebook"], "SS"),
    ];
    for (config, connections, expected) in cases {
        let world = World::offering(config, connections);
        assert_eq!(drawn(&world.view()), expected, "{connections:?}");
    }
}

#[test]
fn the_address_of_a_company_puts_the_password_out_of_the_way_while_it_stands() {
    let mut world = World::offering(config(), &[SOCIAL, DATABASE, COMPANY]);
    world.person(Intent::Typed(Field::Username, Typed::new("ada@acme.tes")));
    assert_eq!(
        (drawn(&world.view()).as_str(), world.view().realm),
        ("TSEPFG", None)
    );
    world.person(Intent::Typed(Field::Username, Typed::new("ada@acme.test")));
    let view = world.view();
    assert_eq!(
        (drawn(&view).as_str(), view.realm.as_deref()),
        ("SEpG", Some("acme.test"))
    );
    assert_eq!(view.submit.map(|submit| submit.action), Some(Action::Continue));
    world.person(Intent::Typed(
        Field::Username,
        Typed::new("ada@acme.test.example"),
    ));
    assert_eq!(drawn(&world.view()), "TSEPFG");
}

#[test]
fn on_sign_up_and_reset_too_the_address_of_a_company_leads_to_its_own_login() {
    let mut world = World::offering(
        config().initial_screen(InitialScreen::SignUp),
        &[DATABASE, COMPANY],
    );
    world.person(Intent::Typed(Field::Email, Typed::new("ada@acme.test")));
    let view = world.view();
    assert_eq!((drawn(&view).as_str(), view.policy), ("BEpG", None));
    world.submit(&[(Field::Email, "ada@acme.test"), (Field::Password, "")]);
    assert!(world.left_for[0].contains("connection=acme"));

    let reset = config().initial_screen(InitialScreen::ForgotPassword);
    let mut world = World::offering(reset, &[DATABASE, COMPANY]);
    world.submit(&[(Field::Email, "ada@acme.test")]);
    assert_eq!(world.view().fields[0].problem, Some(FieldProblem::CompanyAddress));
    assert!(body_of(&world.effects, "/dbconnections/change_password").is_empty());
}

#[test]
fn situation_c_a_company_alone_is_one_button_and_a_directory_alone_a_form() {
    for strategy in [
        "adfs",
        "custom",
        "google-apps",
        "ip",
        "mscrm",
        "office365",
        "pingfederate",
        "samlp",
        "sharepoint",
        "waad",
        "oidc",
        "okta",
        "auth0-oidc",
    ] {
        let world = World::offering(config(), &[&format!("{strategy} only acme.test")]);
        let view = world.view();
        assert_eq!(drawn(&view), "C", "{strategy}");
        assert_eq!(view.connections[0].domain.as_deref(), Some("acme.test"));
        assert_eq!(view.connections[0].strategy, strategy);
    }
    for strategy in ["ad", "auth0-adldap"] {
        let world = World::offering(config(), &[&format!("{strategy} only acme.test")]);
        assert_eq!(drawn(&world.view()), "UPG", "{strategy}");
        assert_eq!(world.view().fields[0].purpose, Purpose::LoginName);
    }
}

#[test]
fn the_name_at_a_directory_is_filled_in_only_if_the_app_wants_that() {
    let blank = Config {
        username_from_email: false,
        ..config()
    };
    let (world, _) = goes(blank, &[DATABASE, DIRECTORY], "ada@corp.test");
    assert_eq!(world.screen(), ScreenName::Corporate);
    assert_eq!(world.view().fields[0].initial, "");
    let mut world = goes(config(), &[DATABASE, DIRECTORY], "ada@corp.test").0;
    world.go(ScreenName::LogIn);
    assert_eq!(
        world.view().fields[0].initial,
        "ada@corp.test",
        "the address is still there"
    );
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

#[test]
fn a_company_is_found_by_one_of_ten_thousand_domains() {
    let many: Vec<String> = (0..10_000).map(|at| format!("d{at}.test")).collect();
    let line = format!("samlp acme {}", many.join(" "));
    let mut world = World::offering(config(), &[DATABASE, &line]);
    world.person(Intent::Typed(Field::Username, Typed::new("ada@d9999.test")));
    assert_eq!(world.view().realm.as_deref(), Some("d9999.test"));
    world.person(Intent::Typed(Field::Username, Typed::new("ada@d10000.test")));
    assert_eq!(world.view().realm, None);
}

const MAIL: &str = "email email";
const TEXT: &str = "sms sms";

fn starts_passwordless(connections: &[&str]) -> World {
    World::offering(config().initial_screen(InitialScreen::Passwordless), connections)
}

#[test]
fn where_codes_come_first_the_buttons_stand_beside_them() {
    let view = starts_passwordless(&[DATABASE, SOCIAL, MAIL, TEXT]).view();
    assert_eq!(view.screen, ScreenName::Passwordless);
    assert_eq!(view.connections.len(), 1);
    let mut world = World::offering(config(), &[DATABASE, SOCIAL, MAIL]);
    world.go_passwordless("email");
    assert_eq!(
        world.view().connections.len(),
        0,
        "they stood on the screen before"
    );
}

#[test]
fn mails_and_text_messages_stand_in_the_order_of_the_config() {
    for (names, first) in [
        (["sms", "email"], Purpose::Telephone),
        (["email", "sms"], Purpose::Email),
    ] {
        let first_screen = config().initial_screen(InitialScreen::Passwordless);
        let world = World::offering(first_screen.connections(names), &[MAIL, TEXT]);
        assert_eq!(world.view().fields[0].purpose, first);
        let among_others = World::offering(
            config().connections(["db", names[0], names[1]]),
            &[DATABASE, MAIL, TEXT],
        );
        let ways = among_others.view().switches;
        let ways: Vec<&str> = ways.iter().filter_map(|way| way.connection.as_deref()).collect();
        assert_eq!(ways, names);
    }
}

#[test]
fn a_second_connection_for_text_messages_changes_nothing_of_the_order() {
    let world = starts_passwordless(&[TEXT, MAIL, "sms other-sms"]);
    assert_eq!(world.view().fields[0].purpose, Purpose::Telephone);
}

#[test]
fn a_companys_address_leads_to_the_company_from_the_screen_for_codes_too() {
    let mut world = starts_passwordless(&[MAIL, COMPANY]);
    world.person(Intent::Typed(Field::Email, Typed::new("ada@acme.test")));
    let view = world.view();
    assert_eq!(view.realm.as_deref(), Some("acme.test"));
    assert_eq!(view.submit.expect("a button").action, Action::Continue);
    world.submit(&[(Field::Email, "ada@acme.test")]);
    assert!(
        world.left_for[0].contains("connection=acme"),
        "{:?}",
        world.left_for
    );
    let mut world = starts_passwordless(&[MAIL, DIRECTORY]);
    world.submit(&[(Field::Email, "ada@corp.test")]);
    assert_eq!(world.screen(), ScreenName::Corporate);
    let mut world = starts_passwordless(&[MAIL, COMPANY]);
    world.submit(&[(Field::Email, "ada@example.com")]);
    assert_eq!(world.screen(), ScreenName::Code);
}
