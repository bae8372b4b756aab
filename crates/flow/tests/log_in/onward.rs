//! Where a login inside the page is refused or has no place, it goes on elsewhere.

use vestibule_flow::{
    Away, Event, Field, Intent, MessageFault, NetworkFault, NoticeKind, Remedy, ScreenName,
};

use crate::world::{Http, Server, World, body_of, config, error_for, json, text};

#[test]
fn blocked_third_party_cookies_lead_to_a_redirect_with_the_name_filled_in_and_one_advice() {
    let server = Server {
        message: |transaction| Ok(error_for(transaction, "login_required")),
        ..Server::default()
    };
    let mut world = World::with(config(), server);
    world.log_in();
    assert_eq!(world.advice.len(), 1);
    assert!(
        world.advice[0].contains("third-party cookies"),
        "{}",
        world.advice[0]
    );
    assert_eq!(world.left_for.len(), 1);
    let url = &world.left_for[0];
    assert!(
        url.contains("login_hint=ada%40example.com") && !url.contains("web_message"),
        "{url}"
    );
    assert!(!url.contains("secret"), "{url}");
    assert_eq!(world.names(), ["shown", "submitted", "redirecting"]);

    // Back again by the browser's Back button: the next login does not try in vain.
    world.event(Event::Returned);
    world.log_in();
    assert_eq!(body_of(&world.effects, "/co/authenticate").len(), 1);
    assert_eq!(world.left_for.len(), 2);
    assert_eq!(world.advice.len(), 1, "the advice is given once");
}

#[test]
fn each_way_in_which_embedding_is_refused_goes_on_by_redirect() {
    let refused: fn() -> Http = || {
        json(
            401,
            r#"{"error":"unauthorized_client","error_description":"Cross origin login not allowed."}"#,
        )
    };
    let cases = [
        (
            Server {
                co_authenticate: refused,
                ..Server::default()
            },
            "cross-origin authentication",
        ),
        (
            Server {
                co_authenticate: || text(403, "Origin https://app.example.com is not allowed."),
                ..Server::default()
            },
            "cross-origin authentication",
        ),
        (
            Server {
                co_authenticate: || Err(NetworkFault::Unreachable),
                ..Server::default()
            },
            "cross-origin authentication",
        ),
        (
            Server {
                message: |_| Err(MessageFault::TimedOut),
                ..Server::default()
            },
            "allowed web origins",
        ),
        (
            Server {
                message: |t| Ok(error_for(t, "mfa_required")),
                ..Server::default()
            },
            "mfa_required",
        ),
        (
            Server {
                message: |t| Ok(error_for(t, "consent_required")),
                ..Server::default()
            },
            "consent_required",
        ),
    ];
    for (server, said) in cases {
        let mut world = World::with(config(), server);
        world.log_in();
        assert_eq!(world.left_for.len(), 1, "{said}");
        assert!(world.advice[0].contains(said), "{}", world.advice[0]);
    }
}

#[test]
fn a_fallback_by_popup_waits_for_a_click_of_its_own() {
    let server = Server {
        message: |transaction| Ok(error_for(transaction, "login_required")),
        ..Server::default()
    };
    let mut world = World::with(config().fallback(Away::Popup), server);
    world.log_in();
    assert!(world.opened.is_empty(), "no click asked for it yet");
    let notice = world.view().notice.unwrap();
    assert_eq!(
        (notice.kind, notice.remedy),
        (NoticeKind::ContinueElsewhere, Some(Remedy::Popup))
    );
    world.server.message = Server::default().message;
    world.person(Intent::Remedy);
    assert_eq!(world.opened.len(), 1);
    assert!(world.opened[0].contains("login_hint=ada%40example.com"));
    assert_eq!(world.screen(), ScreenName::SignedIn);
}

#[test]
fn a_dead_network_is_told_from_a_refusal_by_cors() {
    let mut world = World::with(
        config(),
        Server {
            co_authenticate: || Err(NetworkFault::Unreachable),
            ..Server::default()
        },
    );
    world.server.discovery = || Err(NetworkFault::Unreachable);
    world.log_in();
    assert_eq!(world.view().notice.unwrap().kind, NoticeKind::Unreachable);
    assert!(world.left_for.is_empty() && world.advice.is_empty());
}

#[test]
fn an_address_of_a_company_goes_to_its_own_login_page() {
    let mut world = World::new(config());
    world.submit(&[(Field::Username, "Grace@ACME.test"), (Field::Password, "")]);
    assert_eq!(world.left_for.len(), 1);
    assert!(
        world.left_for[0].contains("connection=acme"),
        "{}",
        world.left_for[0]
    );
    assert!(body_of(&world.effects, "/co/authenticate").is_empty());
}
