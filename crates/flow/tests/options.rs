//! The options of a config, one by one: each changes what it says it changes.

mod world;

use vestibule_flow::{
    Config, Effect, Field, InitialScreen, Intent, ScreenName, Status, Switch, UsernameStyle,
};
use world::{ISSUER, Server, World, body_of, config, json};

const NEW: [(Field, &str); 2] = [
    (Field::Email, "eve@example.com"),
    (Field::Password, "Correct-horse-9"),
];

fn to(world: &World) -> Vec<ScreenName> {
    world.view().switches.iter().map(|switch| switch.to).collect()
}

#[test]
fn a_link_takes_the_place_of_a_screen_whatever_the_server_says() {
    let linked = Config {
        sign_up_link: Some("https://app.example.com/join".into()),
        forgot_password_link: Some("/forgot".into()),
        ..config()
    };
    let mut world = World::offering(linked, &["auth0 db"]);
    let view = world.view();
    let links: Vec<_> = view
        .switches
        .iter()
        .map(|way| (way.to, way.href.as_deref()))
        .collect();
    let expected = [
        (ScreenName::ForgotPassword, Some("/forgot")),
        (ScreenName::SignUp, Some("https://app.example.com/join")),
    ];
    assert_eq!(links, expected);
    world.person(Intent::Go(view.switches[1].clone()));
    world.person(Intent::Go(Switch::to(ScreenName::SignUp)));
    assert_eq!(world.screen(), ScreenName::LogIn, "the page goes there by itself");
}

#[test]
fn a_new_account_is_not_logged_in_where_the_app_does_not_want_that() {
    let mut world = World::new(Config {
        log_in_after_sign_up: false,
        ..config().initial_screen(InitialScreen::SignUp)
    });
    world.submit(&NEW);
    assert_eq!(
        world.names(),
        ["shown", "submitted", "signed-up", "screen-changed"]
    );
    assert_eq!(world.screen(), ScreenName::SignedUp);
    assert_eq!(world.view().status, Some(Status::SignedUp));
    world.go(ScreenName::LogIn);
    assert_eq!(world.view().fields[0].initial, "eve@example.com");
    assert!(body_of(&world.effects, "/co/authenticate").is_empty());
}

#[test]
fn hints_stand_in_the_fields_from_the_start() {
    let mut world = World::new(Config {
        phone_hint: Some("+44 7700 900123".into()),
        ..config().login_hint("ada@example.com")
    });
    assert_eq!(world.view().fields[0].initial, "ada@example.com");
    world.go_passwordless("sms");
    assert_eq!(world.view().fields[0].initial, "+44 7700 900123");
}

#[test]
fn the_first_field_asks_for_what_the_app_says_if_the_database_takes_it() {
    use vestibule_flow::Purpose::{LoginAny, LoginEmail, LoginName};
    let with_names = r#"{"id":"app","strategies":[{"name":"auth0","connections":[{"name":"db","requires_username":true}]}]}"#;
    for (style, with, without) in [
        (UsernameStyle::Any, LoginAny, LoginEmail),
        (UsernameStyle::Email, LoginEmail, LoginEmail),
        (UsernameStyle::Username, LoginName, LoginEmail),
    ] {
        let config = || Config {
            username_style: style,
            ..config()
        };
        let server = Server {
            connections: Some(with_names.into()),
            ..Server::default()
        };
        assert_eq!(
            World::with(config(), server).view().fields[0].purpose,
            with,
            "{style:?}"
        );
        assert_eq!(
            World::new(config()).view().fields[0].purpose,
            without,
            "{style:?}"
        );
    }
}

#[test]
fn the_connection_of_the_last_login_is_remembered_and_marked() {
    let marked = |world: &World| {
        let view = world.view();
        let names = view.connections.into_iter().filter(|button| button.last_used);
        names.map(|button| button.name).collect::<Vec<_>>()
    };
    let world = World::returning(config(), Server::default(), "facebook");
    assert_eq!(marked(&world), ["facebook"]);
    let forgetful = || Config {
        remember_last_login: false,
        ..config()
    };
    assert!(marked(&World::returning(forgetful(), Server::default(), "facebook")).is_empty());
    assert!(marked(&World::returning(config(), Server::default(), "gone")).is_empty());

    let mut world = World::new(config());
    world.log_in();
    assert_eq!(world.last.as_deref(), Some("db"));
    let mut world = World::new(forgetful());
    world.log_in();
    assert_eq!(world.last, None);
    let kept = format!("{:?}", world.effects);
    assert!(!kept.contains("last-connection"), "{kept}");
}

#[test]
fn situation_j_a_connections_scope_and_the_apps_parameters_go_with_the_request() {
    let scoped = Config {
        connection_scopes: vec![("google-oauth2".into(), "calendar.read".into())],
        authorization_parameters: vec![("access_type".into(), "offline".into())],
        ..config()
    };
    let mut world = World::new(scoped.clone());
    world.person(Intent::Choose("google-oauth2".into()));
    let url = &world.left_for[0];
    assert!(
        url.contains("connection_scope=calendar.read") && url.contains("access_type=offline"),
        "{url}"
    );
    let mut world = World::new(scoped.clone());
    world.person(Intent::Choose("facebook".into()));
    assert!(!world.left_for[0].contains("connection_scope"));
    let mut world = World::new(scoped);
    world.log_in();
    let framed = world.effects.iter().find_map(|effect| match effect {
        Effect::WebMessage { url, .. } => Some(url.expose().to_owned()),
        _ => None,
    });
    assert!(framed.is_some_and(|url| url.contains("access_type=offline")));
}

#[test]
fn the_settings_can_be_elsewhere() {
    let elsewhere = Config {
        settings_url: Some("https://app.example.com/settings.js".into()),
        ..config()
    };
    let (_, effects) = vestibule_flow::Flow::start(elsewhere, world::page(world::PAGE), world::NOW_S);
    let asked = |effect: &Effect| matches!(effect, Effect::Http { request, .. } if request.url == "https://app.example.com/settings.js");
    assert!(effects.iter().any(asked));
}

#[test]
fn tokens_of_another_issuer_than_the_address_are_taken_only_from_the_one_that_is_named() {
    const NAMED: &str = "https://tenant.example.net/";
    let server = || Server {
        discovery: || json(200, &world::DISCOVERY.replacen(ISSUER, NAMED, 1)),
        message: |transaction| {
            let mut message = world::code_for(transaction);
            message[2].1 = NAMED.into();
            Ok(message)
        },
        ..Server::default()
    };
    let named = Config {
        token_issuer: Some(NAMED.into()),
        ..config()
    };
    let mut world = World::with(named.clone(), server());
    world.claims.insert("iss".into(), serde_json::json!(NAMED));
    world.log_in();
    assert_eq!(world.screen(), ScreenName::SignedIn);
    assert!(
        world.requests.iter().all(|path| path.starts_with('/')),
        "asked where the config says"
    );

    let mut world = World::with(named, server());
    world.log_in();
    assert_eq!(
        world.names().last(),
        Some(&"failed"),
        "the token of the address itself"
    );
    assert_eq!(World::with(config(), server()).screen(), ScreenName::Stopped);
}

#[test]
fn a_popup_is_as_large_as_the_app_says() {
    let small = Config {
        popup_size: (320, 480),
        ..config().social(vestibule_flow::Away::Popup)
    };
    let mut world = World::new(small);
    world.person(Intent::Choose("google-oauth2".into()));
    let popup = |effect: &Effect| matches!(effect, Effect::Popup { size: (320, 480), .. });
    assert!(world.effects.iter().any(popup));
}

#[test]
fn what_an_app_asks_of_the_server_is_asked_in_every_authorization_request() {
    let asked = Config {
        audience: Some("https://api.example.com/".into()),
        scope: "openid offers".into(),
        max_age: Some(300),
        organization: Some("org_7".into()),
        ui_locales: Some("de-AT".into()),
        redirect_uri: Some("https://app.example.com/back".into()),
        ..config()
    };
    let framed = |config: Config| {
        let mut world = World::new(config);
        world.log_in();
        let urls = world.effects.iter().find_map(|effect| match effect {
            Effect::WebMessage { url, .. } => Some(url.expose().to_owned()),
            _ => None,
        });
        urls.expect("a frame goes to the server")
    };
    let (with, without) = (framed(asked), framed(config()));
    for parameter in [
        "audience=https%3A%2F%2Fapi.example.com%2F",
        "scope=openid+offers",
        "max_age=300",
        "organization=org_7",
        "ui_locales=de-AT",
        "redirect_uri=https%3A%2F%2Fapp.example.com%2Fback",
    ] {
        let parameter = format!("&{parameter}");
        let in_either_form = [parameter.clone(), parameter.replace('+', "%20")];
        assert!(
            in_either_form.iter().any(|form| with.contains(form)),
            "{parameter}: {with}"
        );
        assert!(
            in_either_form.iter().all(|form| !without.contains(form)),
            "{parameter}: {without}"
        );
    }
}

#[test]
fn what_an_app_asks_of_tokens_is_checked() {
    let login = |config: Config, claims: serde_json::Value| {
        let mut world = World::new(config);
        world.claims = claims.as_object().expect("claims").clone();
        world.log_in();
        world.names().contains(&"authenticated")
    };
    let at = |seconds: f64| world::NOW_S + seconds;
    for (leeway_s, age, accepted) in [
        (60, -30.0, true),
        (10, -30.0, false),
        (0, -1.0, false),
        (0, 30.0, true),
    ] {
        let config = Config { leeway_s, ..config() };
        let claims = serde_json::json!({ "exp": at(age), "iat": at(-3600.0) });
        assert_eq!(login(config, claims), accepted, "{leeway_s} {age}");
    }
    for (max_age, accepted) in [(Some(100), false), (Some(2000), true), (None, true)] {
        let config = Config { max_age, ..config() };
        let claims = serde_json::json!({ "auth_time": at(-1000.0) });
        assert_eq!(login(config, claims), accepted, "{max_age:?}");
    }
    for (organization, accepted) in [("org_7", true), ("org_8", false)] {
        let config = Config {
            organization: Some(organization.into()),
            ..config()
        };
        assert_eq!(
            login(config, serde_json::json!({ "org_id": "org_7" })),
            accepted,
            "{organization}"
        );
    }
}

#[test]
fn a_hint_that_is_a_user_name_stands_where_names_are_asked_for_and_nowhere_else() {
    let hinted = Config {
        login_hint: Some("ada".into()),
        ..config()
    };
    let server = Server {
        connections: Some(world::SETTINGS_WITH_NAMES.into()),
        ..Server::default()
    };
    let mut world = World::with(hinted, server);
    let filled = |world: &World| {
        let fields = world.view().fields.into_iter();
        fields
            .map(|field| (field.field, field.initial))
            .collect::<Vec<_>>()
    };
    assert_eq!(filled(&world)[0], (Field::Username, "ada".into()));
    world.go(ScreenName::SignUp);
    let sign_up = filled(&world);
    assert_eq!(sign_up[0], (Field::Email, String::new()));
    assert_eq!(sign_up[1], (Field::Username, "ada".into()));
}

#[test]
fn a_first_screen_that_the_server_does_not_have_is_told_to_the_developer() {
    for (first, connections) in [
        (InitialScreen::SignUp, ["facebook facebook"]),
        (InitialScreen::ForgotPassword, ["facebook facebook"]),
        (InitialScreen::Passwordless, ["auth0 db"]),
    ] {
        let world = World::offering(config().initial_screen(first), &connections);
        assert_eq!(world.screen(), ScreenName::LogIn);
        assert!(world.advice[0].contains("`initial_screen`"), "{:?}", world.advice);
    }
}

#[test]
fn the_apps_address_for_a_new_password_stands_wherever_a_password_is_asked_for() {
    let linked = Config {
        forgot_password_link: Some("/forgot".into()),
        ..config()
    };
    for connections in [["auth0 db"], ["ad staff"]] {
        let world = World::offering(linked.clone(), &connections);
        assert!(
            to(&world).contains(&ScreenName::ForgotPassword),
            "{connections:?}"
        );
    }
}
