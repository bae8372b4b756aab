//! A config that changes while somebody is at the form: what is offered follows, and what is typed stays.

mod world;

use vestibule_flow::{
    Config, ConfigProblem, Effect, Event, Field, InitialScreen, Intent, NetworkFault, ScreenName, Typed,
    UsernameStyle,
};
use world::{Server, World, body_of, config};

fn change(world: &mut World, config: Config) {
    world.event(Event::Configured(Box::new(config)));
}

fn shown(world: &World) -> Vec<String> {
    world.view().connections.into_iter().map(|one| one.name).collect()
}

#[test]
fn other_connections_are_offered_at_once_and_what_is_typed_stays() {
    let mut world = World::new(config());
    world.person(Intent::Typed(Field::Username, Typed::new("ada@example.com")));
    let turn = world.view().focus.turn;
    let requests = world.requests.len();
    change(&mut world, config().connections(["db", "facebook"]));
    assert_eq!(shown(&world), ["facebook"]);
    let view = world.view();
    assert_eq!(
        (view.screen, view.fields[0].initial.as_str()),
        (ScreenName::LogIn, "ada@example.com")
    );
    assert_eq!(view.focus.turn, turn, "the focus stays where it is");
    assert_eq!(world.requests.len(), requests, "the settings are known already");
    assert_eq!(world.names(), ["shown"]);
}

#[test]
fn a_screen_that_is_no_longer_offered_gives_way_to_the_first() {
    let no_sign_up = Config {
        allow_sign_up: false,
        ..config()
    };
    let mut world = World::new(config());
    world.go(ScreenName::SignUp);
    world.person(Intent::Typed(Field::Email, Typed::new("eve@example.com")));
    change(&mut world, no_sign_up);
    assert_eq!(world.screen(), ScreenName::LogIn);
    change(&mut world, config());
    world.go(ScreenName::SignUp);
    assert_eq!(world.view().fields[0].initial, "eve@example.com");

    let mut world = World::new(config());
    world.go_passwordless("email");
    world.submit(&[(Field::Email, "ada@example.com")]);
    change(&mut world, config().connections(["db"]));
    assert_eq!(world.screen(), ScreenName::LogIn);
}

#[test]
fn another_country_of_the_config_is_taken_up_and_a_chosen_one_stays_otherwise() {
    let of = |country: &str| Config {
        phone_country: Some(country.into()),
        ..config()
    };
    let country = |world: &World| world.view().phone.and_then(|phone| phone.country);
    let mut world = World::new(of("DE"));
    world.go_passwordless("sms");
    change(&mut world, of("FR"));
    assert_eq!(country(&world), Some("FR"));
    world.person(Intent::Country("GB"));
    change(&mut world, of("FR").connections(["db", "sms"]));
    assert_eq!(country(&world), Some("GB"));
}

#[test]
fn other_fields_of_the_app_are_drawn_whole_and_what_is_typed_stays() {
    use vestibule_flow::{Choice, ExtraField, Shape};

    let with = |fields: Vec<ExtraField>| Config {
        sign_up_fields: fields,
        ..config()
    };
    let company = || ExtraField::text("company", "Company");
    let mut world = World::new(with(vec![company()]));
    world.go(ScreenName::SignUp);
    world.person(Intent::Typed(Field::extra("company"), Typed::new("Acme")));
    let plan = ExtraField::select("plan", "Plan", [Choice::new("s", "Small")]).initial("s");
    change(&mut world, with(vec![company(), plan]));
    let extras = world.view().extras;
    assert_eq!(extras[0].initial, "Acme");
    assert_eq!(extras[1].initial, "s");
    assert_eq!(extras[1].shape, Shape::Select(vec![Choice::new("s", "Small")]));
}

#[test]
fn a_log_in_that_has_lost_its_form_gives_way_to_the_one_for_codes() {
    let mut world = World::new(config());
    change(&mut world, config().connections(["email"]));
    assert_eq!(world.screen(), ScreenName::Passwordless);
}

#[test]
fn what_is_under_way_ends_as_it_began() {
    let mut world = World::new(config());
    world.server.hold =
        |effect| matches!(effect, Effect::Http { request, .. } if request.url.contains("/co/"));
    world.log_in();
    let other = Config {
        username_style: UsernameStyle::Email,
        ..config().connections(["google-oauth2"])
    };
    change(&mut world, other);
    assert_eq!(
        shown(&world).len(),
        2,
        "the old offer stands while the login is under way"
    );
    world.server.co_authenticate = || world::json(403, r#"{"error":"access_denied"}"#);
    world.release();
    assert_eq!(shown(&world), ["google-oauth2"]);
    assert_eq!(body_of(&world.effects, "/co/authenticate").len(), 1);
}

#[test]
fn a_change_before_the_settings_are_there_counts_too() {
    let mut world = World::with(
        config(),
        Server {
            hold: |effect| matches!(effect, Effect::Http { .. }),
            ..Server::default()
        },
    );
    change(&mut world, config().initial_screen(InitialScreen::SignUp));
    world.release();
    assert_eq!(world.screen(), ScreenName::SignUp);
}

#[test]
fn what_cannot_change_or_cannot_work_is_told_to_the_developer_and_nothing_else_happens() {
    let cases = [
        ("issuer", Config::new("https://other.example.com/", "app")),
        ("client_id", Config::new(world::ISSUER, "other")),
        ("scope", config().scope("profile")),
        ("connections", config().connections(["nowhere"])),
    ];
    for (field, wrong) in cases {
        let mut world = World::new(config());
        let before = world.view();
        change(&mut world, wrong);
        assert!(
            world.advice[0].contains(&format!("`{field}`")),
            "{field}: {:?}",
            world.advice
        );
        assert_eq!(world.view(), before, "{field}");
    }
    let fixed = vestibule_flow::ConfigError {
        field: "issuer",
        problem: ConfigProblem::Fixed,
    };
    assert!(fixed.to_string().contains("another `key`"), "{fixed}");
}

#[test]
fn a_mended_config_takes_a_widget_on_that_had_stopped_because_of_the_old_one() {
    for broken in [config().connections(["nothing"]), Config::new("", "app")] {
        let mut world = World::new(broken);
        assert_eq!(world.screen(), ScreenName::Stopped);
        change(&mut world, Config::new("still nothing", "app"));
        assert_eq!(world.screen(), ScreenName::Stopped);
        change(&mut world, config());
        assert_eq!(world.screen(), ScreenName::LogIn);
    }
}

#[test]
fn a_config_that_changes_while_the_server_cannot_be_reached_is_what_is_asked_with_next() {
    let down = Server {
        discovery: || Err(NetworkFault::Unreachable),
        ..Server::default()
    };
    let mut world = World::with(config(), down);
    assert_eq!(world.screen(), ScreenName::Stopped);
    world.server.discovery = Server::default().discovery;
    let other = Config {
        audience: Some("https://api.example.com/".into()),
        ..config()
    };
    change(&mut world, other);
    assert_eq!(world.screen(), ScreenName::LogIn);
    world.person(Intent::Choose("facebook".into()));
    assert!(world.left_for[0].contains("audience="), "{:?}", world.left_for);
}

#[test]
fn what_is_switched_off_is_gone_at_once_and_nothing_else_moves() {
    let remembering = Config {
        captcha: true,
        ..config()
    };
    let server = Server {
        challenge: || {
            world::json(
                200,
                r#"{"required":true,"provider":"auth0","image":"data:image/svg+xml,x"}"#,
            )
        },
        ..Server::default()
    };
    let mut world = World::returning(remembering, server, "facebook");
    let marked = |world: &World| world.view().connections.iter().any(|one| one.last_used);
    assert!(marked(&world) && world.view().captcha.is_some());
    let off = Config {
        remember_last_login: false,
        ..config()
    };
    change(&mut world, off);
    assert!(!marked(&world) && world.view().captcha.is_none());

    let directory = |scope: &str| Config {
        default_directory: Some("corp".into()),
        ..config()
            .initial_screen(InitialScreen::ForgotPassword)
            .scope(scope)
    };
    let mut world = World::offering(directory("openid"), &["auth0 db", "ad corp"]);
    let before = (world.screen(), world.view().focus.turn);
    change(&mut world, directory("openid email"));
    assert_eq!((world.screen(), world.view().focus.turn), before);
}

#[test]
fn a_database_that_comes_is_for_new_accounts_alone_where_nobody_logs_in() {
    let of = |connections: &[&str]| Config {
        allow_log_in: false,
        ..config().connections(connections.iter().copied())
    };
    let mut world = World::new(of(&["google-oauth2"]));
    assert_eq!(
        (world.screen(), world.view().fields.len()),
        (ScreenName::LogIn, 0)
    );
    change(&mut world, of(&["google-oauth2", "db"]));
    assert_eq!(world.screen(), ScreenName::SignUp);
}

#[test]
fn another_client_takes_on_a_widget_whose_first_one_the_server_did_not_know() {
    let refusing = Server {
        settings: || world::json(404, r#"{"error":"not_found"}"#),
        ..Server::default()
    };
    let mut world = World::with(config(), refusing);
    assert_eq!(world.screen(), ScreenName::Stopped);
    world.server.settings = Server::default().settings;
    change(&mut world, Config::new(world::ISSUER, "another"));
    assert_eq!(world.screen(), ScreenName::LogIn);
    assert!(
        world
            .requests
            .iter()
            .any(|url| url.contains("/client/another.js")),
        "{:?}",
        world.requests
    );
}
