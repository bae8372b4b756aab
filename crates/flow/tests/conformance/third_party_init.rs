//! A login that a third party begins (`oidcc-client-test-3rd-party-init-login-test-plan`).

use vestibule_flow::{SessionConfig, Storage, ThirdPartyLogin};

use crate::session_world::{ISSUER, PAGE, World, config};
use crate::{accepted, is_proper, request};

/// Somebody is sent to the client's `initiate_login_uri`, which is the page where the config says so.
fn sent(third_party_login: ThirdPartyLogin, issuer: &str) -> World {
    let mut world = World::new(&SessionConfig {
        third_party_login,
        ..config(Storage::Browser)
    });
    world.forget();
    let iss = vestibule_protocol::form::encode(&[("iss".to_owned(), issuer.to_owned())]);
    world.go(0, &format!("{PAGE}?{iss}"));
    world
}

#[test]
fn oidcc_client_test_3rd_party_init_login() {
    let mut world = sent(ThirdPartyLogin::Followed, ISSUER);
    assert_eq!(world.names(0), ["redirecting"]);
    is_proper(&request(&world), "code");
    world.forget();
    accepted(&mut world);

    let world = sent(ThirdPartyLogin::Followed, &format!("{ISSUER}1"));
    assert_eq!(world.names(0), ["failed"]);
    assert!(world.tabs[0].left_for.is_empty(), "no login at another issuer");

    let world = sent(ThirdPartyLogin::default(), ISSUER);
    assert!(world.names(0).is_empty(), "nobody said that the page is one");
    assert!(world.tabs[0].left_for.is_empty());
}
