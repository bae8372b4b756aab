//! The Basic profile: `response_type=code` (`oidcc-client-basic-certification-test-plan`).

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::json as value;
use vestibule_flow::{Config, LoginError, Resolved, SessionConfig, SessionError, Storage};
use vestibule_protocol::{Algorithm, Broken, IdTokenError};

use crate::session_world::{ISSUER, NOW_S, World, config, json, value as param};
use crate::{
    accepted, is_proper, judged, keys, left, one_nameless, refused, request, spoilt, two_nameless, user_info,
};

const KEYS: &str = "/.well-known/jwks.json";

fn started() -> World {
    left(&config(Storage::Browser))
}

/// An ID token spoilt as the module says is refused. That it comes for the code takes one request, and no more follow.
fn refuses(module: &str) {
    let (name, value, error) = spoilt(module);
    let mut world = started();
    world.server.claims.insert(name.into(), value);
    refused(&mut world, &error, 1);
}

#[test]
fn oidcc_client_test() {
    let mut world = started();
    is_proper(&request(&world), "code");
    accepted(&mut world);
}

#[test]
fn oidcc_client_test_invalid_iss() {
    refuses("invalid-iss");
}

#[test]
fn oidcc_client_test_missing_sub() {
    refuses("missing-sub");
}

#[test]
fn oidcc_client_test_invalid_aud() {
    refuses("invalid-aud");
}

#[test]
fn oidcc_client_test_missing_aud() {
    refuses("missing-aud");
}

#[test]
fn oidcc_client_test_missing_iat() {
    refuses("missing-iat");
}

#[test]
fn oidcc_client_test_kid_absent_single_jwks() {
    let mut world = started();
    let nameless = keys(&mut world, one_nameless);
    world.server.instead(KEYS, nameless);
    world.server.id_token_header = r#"{"alg":"RS256"}"#;
    accepted(&mut world);
    assert_eq!(judged(&world).len(), 1);
}

/// The suite leaves the choice between refusing and trying each key.
#[test]
fn oidcc_client_test_kid_absent_multiple_jwks() {
    let mut world = started();
    let nameless = keys(&mut world, two_nameless);
    world.server.instead(KEYS, nameless);
    world.server.id_token_header = r#"{"alg":"RS256"}"#;
    refused(&mut world, &IdTokenError::SeveralKeysFit, 1);
    assert!(judged(&world).is_empty(), "no key is tried");
}

#[test]
fn oidcc_client_test_idtoken_sig_rs256() {
    let mut world = started();
    accepted(&mut world);
    let judged = judged(&world);
    assert_eq!(judged.len(), 1);
    assert_eq!(judged[0].algorithm(), Algorithm::Rs256);
}

#[test]
fn oidcc_client_test_idtoken_sig_none() {
    is_unsecured_refused();
}

/// The suite counts a client that refuses `none` as one that it need not ask.
pub(crate) fn is_unsecured_refused() {
    let mut world = started();
    world.server.id_token_header = r#"{"alg":"none"}"#;
    refused(&mut world, &IdTokenError::Algorithm("none".into()), 1);
    assert!(judged(&world).is_empty());

    let mut world = started();
    let nonce = param(&request(&world), "nonce").expect("a nonce").to_owned();
    let claims = value!({
        "iss": ISSUER, "aud": "app", "sub": "auth0|1", "iat": NOW_S, "exp": NOW_S + 3600.0, "nonce": nonce,
    });
    let part = |text: &str| URL_SAFE_NO_PAD.encode(text);
    // As RFC 7519 §6 writes it: the signature is empty.
    let unsecured = format!("{}.{}.", part(r#"{"alg":"none"}"#), part(&claims.to_string()));
    let answer = value!({ "access_token": "AT-1", "token_type": "Bearer", "id_token": unsecured });
    world.server.instead("/oauth/token", json(200, &answer));
    refused(&mut world, &IdTokenError::Algorithm("none".into()), 1);
}

#[test]
fn oidcc_client_test_invalid_sig_rs256() {
    let mut world = started();
    world.server.signature_valid = false;
    refused(&mut world, &IdTokenError::Signature, 1);
    assert_eq!(judged(&world).len(), 1);
}

/// A public client has no secret that such a signature could be checked with.
#[test]
fn oidcc_client_test_invalid_sig_hs256() {
    let mut world = started();
    world.server.id_token_header = r#"{"alg":"HS256"}"#;
    refused(&mut world, &IdTokenError::Algorithm("HS256".into()), 1);
    assert!(judged(&world).is_empty());
}

#[test]
fn oidcc_client_test_userinfo_invalid_sub() {
    let mut world = started();
    accepted(&mut world);
    world.server.userinfo_sub = Some("auth0|1invalid");
    let error = SessionError::Login(LoginError::Broken(Broken::SubjectMismatch));
    assert_eq!(user_info(&mut world, 3), Err(error), "nothing of it comes out");
}

#[test]
fn oidcc_client_test_nonce_invalid() {
    refuses("nonce-invalid");
}

#[test]
fn oidcc_client_test_scope_userinfo_claims() {
    let login = Config::new(ISSUER, "app").scope(SCOPE);
    gets_claims(&SessionConfig::new(login).storage(Storage::Browser));
}

pub(crate) const SCOPE: &str = "openid profile email address phone";

/// The scopes are asked for, and what `/userinfo` tells for them comes out.
pub(crate) fn gets_claims(config: &SessionConfig) {
    let mut world = left(config);
    assert_eq!(param(&request(&world), "scope"), Some(SCOPE));
    accepted(&mut world);
    let told = value!({
        "sub": "auth0|1", "name": "Ada Lovelace", "email": "ada@example.com", "email_verified": true,
        "phone_number": "+44 20 7946 0000", "address": { "locality": "London" },
    });
    world.server.instead("/userinfo", json(200, &told));
    let Ok(Resolved::UserInfo(claims)) = user_info(&mut world, 3) else {
        panic!("no claims");
    };
    for name in ["sub", "name", "email", "phone_number"] {
        let claim = claims.get(name).and_then(|claim| claim.as_str());
        assert_eq!(claim, told[name].as_str(), "{name}");
    }
    for name in ["email_verified", "address"] {
        assert!(claims.get(name).is_some(), "{name}");
    }
}
