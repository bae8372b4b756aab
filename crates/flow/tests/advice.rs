//! What the developer is told on the console: which field or setting is wrong, once, without a secret.

mod world;

use vestibule_flow::{Away, Field, Intent, MessageFault, NoticeKind, Remedy, ScreenName};
use world::{Http, ISSUER, PAGE, Server, World, config, json, message, text, transaction};

#[test]
fn settings_that_are_refused_name_the_client_id() {
    let refused: [fn() -> Http; 3] = [
        || text(404, "Not found"),
        || text(403, "<Error><Code>AccessDenied</Code></Error>"),
        || {
            json(
                404,
                r#"{"statusCode":404,"error":"Not Found","message":"There is no such client."}"#,
            )
        },
    ];
    for settings in refused {
        let world = World::with(
            config(),
            Server {
                settings,
                ..Server::default()
            },
        );
        assert_eq!(world.advice.len(), 1);
        assert!(world.advice[0].contains("`client_id`"), "{}", world.advice[0]);
        let notice = world.view().notice.unwrap();
        assert_eq!(
            (world.screen(), notice.kind, notice.remedy),
            (
                ScreenName::Stopped,
                NoticeKind::Misconfigured,
                Some(Remedy::Retry)
            )
        );
    }
}

#[test]
fn metadata_that_is_refused_names_the_issuer() {
    let world = World::with(
        config(),
        Server {
            discovery: || text(404, "Not found"),
            ..Server::default()
        },
    );
    assert_eq!(world.advice.len(), 1);
    assert!(world.advice[0].contains("`issuer`"), "{}", world.advice[0]);
}

#[test]
fn a_server_that_is_down_or_busy_is_no_fault_of_the_config() {
    let away: [fn() -> Http; 3] = [
        || text(502, "<html>Bad gateway</html>"),
        || json(500, "{}"),
        || json(429, r#"{"error":"too_many_requests"}"#),
    ];
    for settings in away {
        let world = World::with(
            config(),
            Server {
                settings,
                ..Server::default()
            },
        );
        assert_eq!((world.screen(), world.advice.len()), (ScreenName::Stopped, 0));
    }
}

const UNKNOWN_AUDIENCE: [(&str, &str); 2] = [
    ("error", "access_denied"),
    ("error_description", "Service not found: https://api.example.com/"),
];

/// The developer hears what the server said; whoever logs in, that the app is not set up right.
fn check_refusal(world: &World) {
    assert_eq!(world.advice.len(), 1);
    for said in [
        "/authorize",
        "access_denied",
        "Service not found: https://api.example.com/",
    ] {
        assert!(world.advice[0].contains(said), "{}", world.advice[0]);
    }
    assert_eq!(world.view().notice.unwrap().kind, NoticeKind::Misconfigured);
}

#[test]
fn a_refusal_at_the_authorization_endpoint_is_told_with_the_servers_words() {
    let server = || Server {
        message: |t| {
            let state = t.state().expose();
            Ok(message(
                &[&UNKNOWN_AUDIENCE[..], &[("state", state), ("iss", ISSUER)]].concat(),
            ))
        },
        ..Server::default()
    };
    let mut in_the_frame = World::with(config(), server());
    in_the_frame.log_in();
    check_refusal(&in_the_frame);

    let mut in_a_popup = World::with(config().social(Away::Popup), server());
    in_a_popup.person(Intent::Choose("facebook".into()));
    check_refusal(&in_a_popup);
}

#[test]
fn a_refusal_that_comes_back_by_redirect_is_told_too() {
    let mut left = World::new(config());
    left.person(Intent::Choose("facebook".into()));
    let url = format!(
        "{PAGE}?error=access_denied&error_description=Service+not+found%3A+https%3A%2F%2Fapi.example.com%2F&state={}&iss={}",
        transaction(1).state().expose(),
        "https%3A%2F%2Flogin.example.com%2F",
    );
    let back = World::arriving(config(), Server::default(), &url, left.kept);
    check_refusal(&back);
}

#[test]
fn what_an_action_of_the_tenant_says_in_the_frame_is_shown() {
    let server = Server {
        message: |t| {
            let (state, why) = (t.state().expose(), "Pay your bill first");
            Ok(message(&[
                ("error", "access_denied"),
                ("error_description", why),
                ("state", state),
                ("iss", ISSUER),
            ]))
        },
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    world.log_in();
    let said = world.view().notice.map(|notice| notice.kind);
    assert_eq!(said, Some(NoticeKind::Said("Pay your bill first".into())));
}

#[test]
fn a_frame_that_says_nothing_names_the_origin_and_the_redirect_address() {
    let server = Server {
        message: |_| Err(MessageFault::TimedOut),
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    world.log_in();
    assert_eq!(world.advice.len(), 1);
    for said in [
        "https://app.example.com;",
        "allowed web origins",
        "`redirect_uri`",
        "callbacks",
    ] {
        assert!(world.advice[0].contains(said), "{}", world.advice[0]);
    }
}

#[test]
fn a_form_that_is_refused_for_how_the_client_is_set_up_is_told_to_the_developer() {
    let refuse = || {
        json(
            400,
            r#"{"code":"bad.connection","description":"no such connection"}"#,
        )
    };
    let mut world = World::new(config());
    world.server.change_password = refuse;
    world.go(ScreenName::ForgotPassword);
    world.submit(&[(Field::Email, "ada@example.com")]);
    let told = world.advice.concat();
    assert!(
        told.contains("bad.connection") && told.contains("no such connection"),
        "{told}"
    );
    let mut world = World::new(config());
    world.server.co_authenticate = || json(403, r#"{"error":"access_denied"}"#);
    world.log_in();
    assert_eq!(
        world.advice,
        [] as [String; 0],
        "a wrong password is nobody's fault there"
    );
}

#[test]
fn a_captcha_that_the_server_wants_and_the_app_has_not_switched_on_is_told_to_the_developer() {
    let mut world = World::new(config());
    world.server.co_authenticate = || json(401, r#"{"error":"invalid_captcha"}"#);
    world.log_in();
    assert!(
        world.advice[0].contains("`Config::captcha`"),
        "{:?}",
        world.advice
    );
    let view = world.view();
    assert_eq!(view.notice.unwrap().kind, NoticeKind::CaptchaUnsolvable);
    assert!(view.captcha.is_none());
}

#[test]
fn a_name_that_no_connection_has_is_told_with_its_field() {
    let mut misspelt = config().connections(["db", "googel"]);
    misspelt.connection_scopes = vec![("facbook".into(), "email".into())];
    let world = World::new(misspelt);
    let told = world.advice.join("\n");
    assert!(
        told.contains("`connections` names `googel`") && told.contains("`connection_scopes` names `facbook`"),
        "{told}"
    );
}
