//! Access tokens: from memory while they are good, and renewed when they are not.

use vestibule_flow::{
    ApiParameter, LoginError, LoginOptions, Network, NetworkFault, SessionEffect, SessionError, Storage,
    Ticket, TokenRequest, Wish,
};
use vestibule_protocol::TokenType;

use crate::session_world::{World, config, decoded_query, is_request_to, value as param};

fn wanted(audience: Option<&str>, scope: Option<&str>) -> TokenRequest {
    TokenRequest {
        audience: audience.map(str::to_owned),
        scope: scope.map(str::to_owned),
    }
}

fn ask_for(world: &mut World, ticket: u32, wanted: TokenRequest) {
    world.wish(0, Wish::AccessToken(Ticket(ticket), wanted));
}

#[test]
fn a_good_token_comes_from_memory() {
    let mut world = World::signed_in(&config(Storage::Memory));
    for ticket in 0..5 {
        world.ask(0, ticket);
        assert_eq!(world.token(0, ticket), world.token(0, 0));
    }
    let token = world.token(0, 0);
    assert_eq!(token.token_type, TokenType::Bearer);
    assert_eq!(token.scope, "openid profile offline_access");
    assert_eq!(token.expires_at_s, Some(1_700_003_600));
    assert!(world.server.requests.is_empty());
}

#[test]
fn a_token_is_renewed_shortly_before_it_ends() {
    for (life_s, after_s, is_renewed) in [
        (3600, 3569.0, false),
        (3600, 3570.0, true),
        (60, 47.0, false),
        (60, 48.0, true),
        (3600, 1_000_000.0, true),
        (0, 0.0, true),
    ] {
        let mut world = World::new(&config(Storage::Memory));
        world.server.life_s = life_s;
        world.log_in(0, LoginOptions::redirect());
        world.come_back(0);
        world.later(after_s);
        world.ask(0, 1);
        world.token(0, 1);
        assert_eq!(
            world.server.refreshes().len(),
            usize::from(is_renewed),
            "{life_s} {after_s}"
        );
    }
}

#[test]
fn a_token_ends_by_the_servers_clock() {
    for (ahead_s, end) in [
        (40.0, 1_700_003_640),
        (-40.0, 1_700_003_560),
        // A token travels for a moment.
        (1.0, 1_700_003_600),
    ] {
        let mut world = World::new(&config(Storage::Memory));
        world.server.ahead_s = ahead_s;
        world.log_in(0, LoginOptions::redirect());
        world.come_back(0);
        world.ask(0, 1);
        assert_eq!(world.token(0, 1).expires_at_s, Some(end), "{ahead_s}");
        world.later(3571.0);
        world.ask(0, 2);
        assert_eq!(world.server.refreshes().len(), 1, "{ahead_s}");
    }
}

#[test]
fn one_renewal_serves_all_who_ask_meanwhile() {
    for storage in [Storage::Memory, Storage::Tab, Storage::Browser] {
        let mut world = World::signed_in(&config(storage));
        world.later(4000.0);
        world.hold = |effect| is_request_to(effect, "/oauth/token");
        for ticket in 0..20 {
            world.ask(0, ticket);
        }
        world.release();
        for ticket in 0..20 {
            assert_eq!(world.token(0, ticket), world.token(0, 0));
        }
        assert_eq!(world.server.refreshes().len(), 1);
        assert_eq!(world.names(0), ["renewed"]);
    }
}

#[test]
fn each_api_has_a_token_of_its_own() {
    let mut world = World::signed_in(&config(Storage::Memory));
    let other = || wanted(Some("https://other.example.com/"), Some("read:x"));
    ask_for(&mut world, 1, other());
    ask_for(&mut world, 2, TokenRequest::default());
    ask_for(&mut world, 3, other());
    assert_eq!(world.token(0, 1), world.token(0, 3));
    assert_ne!(world.token(0, 1).token, world.token(0, 2).token);
    let refreshes = world.server.refreshes();
    assert_eq!(refreshes.len(), 1);
    assert_eq!(refreshes[0].get("audience"), Some("https://other.example.com/"));
    assert_eq!(refreshes[0].get("scope"), Some("read:x"));
}

#[test]
fn the_usual_token_is_renewed_without_naming_api_or_scope() {
    let mut world = World::signed_in(&config(Storage::Memory));
    world.later(4000.0);
    world.ask(0, 1);
    let refresh = world.server.refreshes()[0];
    assert_eq!(refresh.get("audience"), None);
    assert_eq!(refresh.get("scope"), None);
    assert_eq!(refresh.get("client_id"), Some("app"));
}

#[test]
fn a_scope_that_the_server_cuts_down_is_told_and_not_asked_for_again_and_again() {
    let mut world = World::signed_in(&config(Storage::Memory));
    world.server.scope = Some("read:x");
    for ticket in 0..3 {
        ask_for(&mut world, ticket, wanted(None, Some("read:x write:x")));
        assert_eq!(world.token(0, ticket).scope, "read:x");
    }
    assert_eq!(world.server.refreshes().len(), 1);
}

#[test]
fn a_server_that_gives_no_new_refresh_token_leaves_the_old_one_good() {
    let mut world = World::new(&config(Storage::Browser));
    world.server.rotates = false;
    world.log_in(0, LoginOptions::redirect());
    world.come_back(0);
    for ticket in 0..3 {
        world.later(4000.0);
        world.ask(0, ticket);
        world.token(0, ticket);
    }
    let tokens: Vec<_> = world
        .server
        .refreshes()
        .iter()
        .map(|sent| sent.get("refresh_token"))
        .collect();
    assert_eq!(tokens.len(), 3);
    assert!(tokens.iter().all(|token| *token == tokens[0]));
}

#[test]
fn a_server_that_sends_no_id_token_again_renews_all_the_same() {
    let mut world = World::signed_in(&config(Storage::Memory));
    world.server.sends_id_token_again = false;
    world.later(4000.0);
    world.ask(0, 1);
    world.token(0, 1);
}

#[test]
fn a_browser_that_knows_it_is_offline_sends_nothing() {
    let mut world = World::signed_in(&config(Storage::Memory));
    world.later(4000.0);
    world.browser.network = Network::Offline;
    world.ask(0, 1);
    let unreachable = LoginError::Network(NetworkFault::Unreachable);
    assert_eq!(world.error(0, 1), SessionError::Login(unreachable));
    assert!(world.server.requests.is_empty());
    world.browser.network = Network::Perhaps;
    world.ask(0, 2);
    world.token(0, 2);
}

#[test]
fn without_a_refresh_token_the_token_comes_by_silent_authentication() {
    let mut world = World::new(&config(Storage::Memory));
    world.server.gives_refresh = false;
    world.log_in(0, LoginOptions::redirect());
    world.come_back(0);
    world.forget();
    ask_for(
        &mut world,
        1,
        wanted(Some("https://other.example.com/"), Some("read:x")),
    );
    world.token(0, 1);
    assert_eq!(world.names(0), ["renewed"]);
    let url = world.tabs[0].effects.iter().find_map(|effect| match effect {
        SessionEffect::Do(vestibule_flow::Effect::WebMessage { url, .. }) => Some(url.expose().to_owned()),
        _ => None,
    });
    let url = url.expect("a frame");
    assert!(
        url.contains("prompt=none") && url.contains("scope=openid+read%3Ax"),
        "{url}"
    );
    ask_for(&mut world, 2, TokenRequest::default());
    assert_ne!(world.token(0, 2), world.token(0, 1), "the login's token stays");
}

#[test]
fn the_server_is_asked_about_itself_again_when_it_had_not_told() {
    let mut world = World::signed_in(&config(Storage::Tab));
    world
        .server
        .instead("/.well-known/openid-configuration", Err(NetworkFault::TimedOut));
    world.go(0, crate::session_world::PAGE);
    world.later(4000.0);
    world.ask(0, 1);
    world.token(0, 1);
}

#[test]
fn a_server_that_takes_resources_is_told_the_api_by_that_name_at_login_and_at_renewal() {
    let mut by_resource = config(Storage::Memory);
    by_resource.api_parameter = ApiParameter::Resource;
    by_resource.login.audience = Some("https://api.example.com/".into());
    let mut world = World::signed_in(&by_resource);
    world.log_in(0, LoginOptions::redirect());
    let params = decoded_query(world.tabs[0].left_for.last().expect("it left"));
    assert_eq!(param(&params, "resource"), Some("https://api.example.com/"));
    assert_eq!(param(&params, "audience"), None);

    let mut world = World::signed_in(&by_resource);
    let other = wanted(Some("https://other.example.com/"), None);
    world.wish(0, Wish::AccessToken(Ticket(1), other));
    let refreshes = world.server.refreshes();
    let sent = refreshes.last().expect("it was renewed");
    assert_eq!(sent.get("resource"), Some("https://other.example.com/"));
    assert_eq!(sent.get("audience"), None);
}
