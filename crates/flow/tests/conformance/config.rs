//! The Config profile: what the provider tells about itself (`oidcc-client-config-certification-test-plan`).

use serde_json::json as value;
use vestibule_flow::{LoginOptions, Storage};
use vestibule_protocol::{Broken, MetadataError};

use crate::basic::is_unsecured_refused;
use crate::session_world::{ISSUER, World, config, decoded_query};
use crate::{
    OTHER_MODULUS, accepted, is_logged_in, is_proper, is_refused, judged, keys, left, mismatch, rotated,
};

const DISCOVERY: &str = "/.well-known/openid-configuration";
const KEYS: &str = "/.well-known/jwks.json";

#[test]
fn oidcc_client_test_discovery_openid_config() {
    let mut world = World::empty();
    let elsewhere = format!("{ISSUER}elsewhere");
    world.server.discovery["authorization_endpoint"] = value!(elsewhere);
    world.open(&config(Storage::Browser));
    let asked = world.server.sent_to(DISCOVERY);
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].url, format!("{ISSUER}.well-known/openid-configuration"));
    world.log_in(0, LoginOptions::redirect());
    let url = world.tabs[0].left_for.last().expect("the tab left");
    assert!(
        url.starts_with(&format!("{elsewhere}?")),
        "what it tells is used: {url}"
    );
    is_proper(&decoded_query(url), "code");
    world.forget();
    accepted(&mut world);
}

#[test]
fn oidcc_client_test_discovery_jwks_uri_keys() {
    let mut world = left(&config(Storage::Browser));
    accepted(&mut world);
    let asked = world.server.sent_to(KEYS);
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].url, format!("{ISSUER}.well-known/jwks.json"));
    let judged = judged(&world);
    assert_eq!(judged.len(), 1);
    assert!(
        judged[0].key_json().contains("ofgW"),
        "by the key that it published"
    );
}

#[test]
fn oidcc_client_test_discovery_issuer_mismatch() {
    let mut world = World::empty();
    let another = format!("{ISSUER}1");
    world.server.discovery["issuer"] = value!(another);
    world.open(&config(Storage::Browser));
    world.forget();
    world.log_in(0, LoginOptions::redirect());
    let error = MetadataError::Issuer(mismatch(ISSUER, &another));
    is_refused(&mut world, Broken::Metadata(error));
    assert!(world.tabs[0].left_for.is_empty(), "nobody is sent there");
    assert_eq!(
        world.server.sent_to(DISCOVERY).len(),
        world.server.requests.len(),
        "nothing else of it is asked for"
    );
}

#[test]
fn oidcc_client_test_idtoken_sig_none() {
    is_unsecured_refused();
}

#[test]
fn oidcc_client_test_signing_key_rotation_just_before_signing() {
    let mut world = left(&config(Storage::Browser));
    let old = keys(&mut world, |key| vec![key.clone()]);
    let new = keys(&mut world, rotated);
    world.server.instead(KEYS, old);
    world.server.instead(KEYS, new);
    world.server.id_token_header = r#"{"alg":"RS256","kid":"new"}"#;
    accepted(&mut world);
    is_judged_by_the_new_key(&world);
}

/// Both logins are the same page's, which knows the old key when the new one comes.
#[test]
fn oidcc_client_test_signing_key_rotation() {
    let mut world = World::new(&config(Storage::Browser));
    world.log_in(0, LoginOptions::popup());
    assert_eq!(world.names(0).last(), Some(&"authenticated"));
    assert_eq!(judged(&world).len(), 1);
    assert_eq!(world.server.sent_to(KEYS).len(), 1);

    world
        .server
        .requests
        .retain(|sent| sent.url.ends_with("jwks.json"));
    world.tabs[0].events.clear();
    world.tabs[0].effects.clear();
    let new = keys(&mut world, rotated);
    world.server.instead(KEYS, new);
    world.server.id_token_header = r#"{"alg":"RS256","kid":"new"}"#;
    world.log_in(0, LoginOptions::popup());
    is_logged_in(&mut world);
    is_judged_by_the_new_key(&world);
}

/// The keys were asked for twice, and the ID token was judged once.
fn is_judged_by_the_new_key(world: &World) {
    assert_eq!(world.server.sent_to(KEYS).len(), 2);
    let judged = judged(world);
    assert_eq!(judged.len(), 1);
    assert!(judged[0].key_json().contains(OTHER_MODULUS));
}
