//! Options of what is asked of the server, and of what is taken from it.

use vestibule_flow::{Config, Effect, Intent, ScreenName};

use crate::world::{self, ISSUER, Server, World, config, json};

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
