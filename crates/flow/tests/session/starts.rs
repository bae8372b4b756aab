//! How a session starts: configs that cannot work, servers that lack something, links from elsewhere, the widget's tokens.

use serde_json::json as value;
use vestibule_flow::{
    ApiRequest, Binding, Feature, How, LogOut, LoginError, LoginOptions, NetworkFault, Person, SessionConfig,
    SessionError, Storage, ThirdPartyLogin, Ticket, TokenRequest, TokenSet, WhyNobody, Wish,
};
use vestibule_protocol::{Broken, ResponseType};

use crate::session_world::{PAGE, World, config, decoded_query, value as param};

#[test]
fn a_config_that_cannot_work_says_so_to_everybody_who_asks() {
    let mut world = World::new(&config(Storage::Memory).response_type(ResponseType::CodeToken));
    assert_eq!(world.names(0), ["failed"]);
    assert_eq!(world.status(0).who, Person::Nobody(WhyNobody::Misconfigured));
    assert!(
        world.tabs[0].advice[0].contains("front_channel_tokens"),
        "{:?}",
        world.tabs[0].advice
    );
    let wishes = [
        Wish::AccessToken(Ticket(1), TokenRequest::default()),
        Wish::Fetch(Ticket(2), Box::new(ApiRequest::get("/"))),
        Wish::UserInfo(Ticket(3)),
        Wish::StepUp(Ticket(4), Box::default()),
        Wish::LogIn(Box::default()),
        Wish::LogOut(LogOut::Provider),
        Wish::Cancel,
    ];
    for wish in wishes {
        world.wish(0, wish);
    }
    for ticket in 1..5 {
        assert!(matches!(
            world.error(0, ticket),
            SessionError::Login(LoginError::Config(_))
        ));
    }
    assert_eq!(world.names(0), ["failed"]);
    assert!(world.server.requests.is_empty());
}

#[test]
fn what_the_server_cannot_do_is_off_with_a_reason() {
    let cases = [
        ("response_types_supported", value!(["id_token"]), Feature::Hybrid),
        ("response_modes_supported", value!(["query"]), Feature::WebMessage),
        (
            "grant_types_supported",
            value!(["authorization_code"]),
            Feature::Refresh,
        ),
        ("dpop_signing_alg_values_supported", value!(null), Feature::Dpop),
        (
            "dpop_signing_alg_values_supported",
            value!(["RS256"]),
            Feature::Dpop,
        ),
        (
            "pushed_authorization_request_endpoint",
            value!(null),
            Feature::PushedRequests,
        ),
        ("revocation_endpoint", value!(null), Feature::Revocation),
        ("end_session_endpoint", value!(null), Feature::EndSession),
        ("userinfo_endpoint", value!(null), Feature::UserInfo),
    ];
    for (member, value, feature) in cases {
        let mut world = World::empty();
        world.server.discovery[member] = value;
        world.open(&config(Storage::Memory));
        let lacking = world.status(0).lacking;
        assert_eq!(lacking.len(), 1, "{member}");
        assert_eq!((lacking[0].feature, lacking[0].metadata), (feature, member));
        assert!(lacking[0].to_string().contains(member));
    }
    let world = World::new(&config(Storage::Memory));
    assert!(world.status(0).lacking.is_empty());
}

#[test]
fn a_login_that_needs_what_the_server_lacks_fails_with_the_reason() {
    let cases: [(&str, SessionConfig, How); 3] = [
        (
            "response_types_supported",
            config(Storage::Memory).response_type(ResponseType::CodeIdToken),
            How::Redirect,
        ),
        (
            "dpop_signing_alg_values_supported",
            config(Storage::Memory).binding(Binding::Dpop),
            How::Redirect,
        ),
        ("response_modes_supported", config(Storage::Memory), How::Silent),
    ];
    for (member, config, how) in cases {
        let mut world = World::empty();
        world.server.discovery[member] = value!(["code"]);
        world.open(&config);
        let options = LoginOptions {
            how,
            ..LoginOptions::default()
        };
        world.log_in(0, options);
        match world.status(0).fault {
            Some(SessionError::Lacking(lacking)) => assert_eq!(lacking.metadata, member),
            other => panic!("{member}: {other:?}"),
        }
        assert_eq!(world.names(0), ["failed"]);
    }
}

#[test]
fn a_server_without_user_info_or_refresh_tokens_says_so_where_they_are_asked_for() {
    let mut world = World::empty();
    world.server.discovery["userinfo_endpoint"] = value!(null);
    world.server.discovery["grant_types_supported"] = value!(["authorization_code"]);
    world.open(&config(Storage::Memory));
    world.log_in(0, LoginOptions::popup());
    world.wish(0, Wish::UserInfo(Ticket(1)));
    assert!(
        matches!(world.error(0, 1), SessionError::Lacking(lacking) if lacking.feature == Feature::UserInfo)
    );
    world.later(4000.0);
    world.ask(0, 2);
    world.token(0, 2);
    assert!(world.server.refreshes().is_empty(), "by silent authentication");
}

#[test]
fn a_server_that_does_not_answer_fails_what_waits_for_it_and_is_asked_again() {
    let mut world = World::empty();
    world
        .server
        .instead("/.well-known/openid-configuration", Err(NetworkFault::TimedOut));
    world.hold = |_| true;
    world.open(&config(Storage::Memory));
    world.log_in(0, LoginOptions::redirect());
    world.release();
    assert_eq!(world.names(0), ["failed"]);
    let down = LoginError::Network(NetworkFault::TimedOut);
    assert_eq!(world.status(0).fault, Some(SessionError::Login(down)));
    world.log_in(0, LoginOptions::redirect());
    assert_eq!(world.names(0), ["failed", "redirecting"]);
    assert_eq!(world.status(0).fault, None);
}

#[test]
fn an_answer_that_came_back_is_not_lost_when_the_server_tells_about_itself_at_the_second_try() {
    let mut world = World::new(&config(Storage::Memory));
    world.log_in(0, LoginOptions::redirect());
    world
        .server
        .instead("/.well-known/openid-configuration", Err(NetworkFault::TimedOut));
    world.come_back(0);
    // The attempt is read before the server fails to answer: whether this login ends well is told, either way.
    assert!(["authenticated", "failed"].contains(world.names(0).last().expect("an end")));
}

fn invited(query: &str) -> World {
    let mut world = World::empty();
    let mut config = config(Storage::Memory);
    config.third_party_login = ThirdPartyLogin::Followed;
    world.open(&config);
    world.forget();
    world.go(0, &format!("{PAGE}{query}"));
    world
}

const ISS: &str = "iss=https%3A%2F%2Flogin.example.com%2F";

#[test]
fn a_link_from_elsewhere_begins_a_login_where_the_config_says_so() {
    let world = invited(&format!(
        "?{ISS}&login_hint=ada%40example.com&target_link_uri=https%3A%2F%2Fapp.example.com%2Fnotes"
    ));
    assert_eq!(world.names(0), ["redirecting"]);
    let params = decoded_query(&world.tabs[0].left_for[0]);
    assert_eq!(param(&params, "login_hint"), Some("ada@example.com"));
    assert_eq!(param(&params, "redirect_uri"), Some(PAGE));
    let mut world = world;
    world.come_back(0);
    let arrived = world.status(0).arrived.expect("a redirect");
    assert_eq!(arrived.return_to.as_deref(), Some("/notes"));
    let mut world = World::new(&config(Storage::Memory));
    world.go(0, &format!("{PAGE}?{ISS}"));
    assert_eq!(world.names(0), Vec::<&str>::new(), "nobody said so");
}

#[test]
fn a_link_to_another_issuer_begins_nothing_and_a_link_to_another_place_ends_here() {
    for query in [
        "?iss=https%3A%2F%2Fevil.example%2F".to_owned(),
        format!("?{ISS}&{ISS}"),
        "?iss=".to_owned(),
    ] {
        let world = invited(&query);
        assert_eq!(world.names(0), ["failed"], "{query}");
        assert!(world.tabs[0].left_for.is_empty());
    }
    let mut world = invited(&format!("?{ISS}&target_link_uri=https%3A%2F%2Fevil.example%2F"));
    world.come_back(0);
    assert_eq!(world.status(0).arrived.expect("a redirect").return_to, None);
}

/// The tokens of a login that the widget finished.
fn widget_tokens(world: &World) -> TokenSet {
    TokenSet {
        access_token: vestibule_protocol::AccessToken::new("AT-widget"),
        expires_at_s: Some(1_700_003_600),
        refresh_token: None,
        scope: "openid".into(),
        id_token: world.status(0).id_token().expect("somebody").clone(),
        app_state: None,
    }
}

#[test]
fn the_widgets_tokens_become_a_session_that_other_tabs_share() {
    let tokens = widget_tokens(&World::signed_in(&config(Storage::Browser)));
    let mut world = World::new(&config(Storage::Browser));
    world.open(&config(Storage::Browser));
    world.wish(0, Wish::Adopt(Box::new(tokens)));
    assert_eq!(world.names(0), ["authenticated"]);
    assert_eq!(world.names(1), ["restored"]);
    for tab in [0, 1] {
        world.ask(tab, 1);
        assert_eq!(world.token(tab, 1).token.expose(), "AT-widget");
    }
}

#[test]
fn the_widgets_tokens_are_no_session_where_tokens_are_to_be_bound() {
    let tokens = widget_tokens(&World::signed_in(&config(Storage::Browser)));
    let mut world = World::new(&config(Storage::Browser).binding(Binding::Dpop));
    world.wish(0, Wish::Adopt(Box::new(tokens)));
    assert_eq!(world.names(0), ["failed"]);
    let bearer = LoginError::Broken(Broken::TokenType("Bearer".into()));
    assert_eq!(world.status(0).fault, Some(SessionError::Login(bearer)));
    assert!(world.browser.shelf.is_empty());
}
