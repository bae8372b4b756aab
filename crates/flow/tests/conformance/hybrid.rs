//! The Hybrid profile, for each type that has a code (`oidcc-client-hybrid-certification-test-plan`).

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use vestibule_flow::{Config, FrontChannelTokens, LoginError, SessionConfig, SessionError, Storage};
use vestibule_protocol::ResponseType::{self, CodeIdToken, CodeIdTokenToken, CodeToken};
use vestibule_protocol::{Algorithm, Broken, IdTokenError};

use crate::basic::{SCOPE, gets_claims};
use crate::session_world::{ISSUER, Params, World, config, value as param};
use crate::{
    accepted, is_proper, judged, keys, left, one_nameless, refused, request, spoilt, two_nameless, user_info,
};

const KEYS: &str = "/.well-known/jwks.json";
const TYPES: [ResponseType; 3] = [CodeIdToken, CodeToken, CodeIdTokenToken];

fn hybrid(config: SessionConfig, response_type: ResponseType) -> SessionConfig {
    SessionConfig {
        front_channel_tokens: FrontChannelTokens::DangerAccepted,
        ..config.response_type(response_type)
    }
}

fn started(response_type: ResponseType) -> World {
    left(&hybrid(config(Storage::Browser), response_type))
}

/// How often the code is redeemed before a bad ID token is seen: one beside the code keeps the code from being sent.
fn redeemed(response_type: ResponseType) -> usize {
    usize::from(response_type == CodeToken)
}

/// How many ID tokens a login has.
fn id_tokens(response_type: ResponseType) -> usize {
    2 - redeemed(response_type)
}

fn refuses(module: &str, types: &[ResponseType]) {
    for response_type in types {
        let (name, value, error) = spoilt(module);
        let mut world = started(*response_type);
        world.server.front_claims.insert(name.into(), value.clone());
        world.server.claims.insert(name.into(), value);
        refused(&mut world, &error, redeemed(*response_type));
    }
}

/// The ID token beside the code names no key. Whether its signature is valid is for the world to say.
fn without_kid(params: &mut Params) {
    for (name, value) in params {
        if name == "id_token" {
            let (_, rest) = value.split_once('.').expect("three parts");
            *value = format!("{}.{rest}", URL_SAFE_NO_PAD.encode(r#"{"alg":"RS256"}"#));
        }
    }
}

#[test]
fn oidcc_client_test() {
    for response_type in TYPES {
        let mut world = started(response_type);
        is_proper(&request(&world), response_type.as_str());
        accepted(&mut world);
    }
}

#[test]
fn oidcc_client_test_invalid_iss() {
    refuses("invalid-iss", &TYPES);
}

#[test]
fn oidcc_client_test_missing_sub() {
    refuses("missing-sub", &TYPES);
}

#[test]
fn oidcc_client_test_invalid_aud() {
    refuses("invalid-aud", &TYPES);
}

#[test]
fn oidcc_client_test_missing_iat() {
    refuses("missing-iat", &TYPES);
}

#[test]
fn oidcc_client_test_kid_absent_single_jwks() {
    for response_type in TYPES {
        let mut world = started(response_type);
        let nameless = keys(&mut world, one_nameless);
        world.server.instead(KEYS, nameless);
        world.server.id_token_header = r#"{"alg":"RS256"}"#;
        world.server.twist = without_kid;
        accepted(&mut world);
        assert_eq!(judged(&world).len(), id_tokens(response_type));
    }
}

/// The suite leaves the choice between refusing and trying each key.
#[test]
fn oidcc_client_test_kid_absent_multiple_jwks() {
    for response_type in TYPES {
        let mut world = started(response_type);
        let nameless = keys(&mut world, two_nameless);
        world.server.instead(KEYS, nameless);
        world.server.id_token_header = r#"{"alg":"RS256"}"#;
        world.server.twist = without_kid;
        refused(&mut world, &IdTokenError::SeveralKeysFit, redeemed(response_type));
        assert!(judged(&world).is_empty(), "no key is tried");
    }
}

#[test]
fn oidcc_client_test_invalid_chash() {
    refuses("invalid-chash", &[CodeIdToken, CodeIdTokenToken]);
}

#[test]
fn oidcc_client_test_missing_chash() {
    refuses("missing-chash", &[CodeIdToken, CodeIdTokenToken]);
}

#[test]
fn oidcc_client_test_invalid_athash() {
    refuses("invalid-athash", &[CodeIdTokenToken]);
}

#[test]
fn oidcc_client_test_missing_athash() {
    refuses("missing-athash", &[CodeIdTokenToken]);
}

#[test]
fn oidcc_client_test_idtoken_sig_rs256() {
    for response_type in TYPES {
        let mut world = started(response_type);
        accepted(&mut world);
        let judged = judged(&world);
        assert_eq!(judged.len(), id_tokens(response_type), "each ID token is judged");
        assert!(
            judged
                .iter()
                .all(|question| question.algorithm() == Algorithm::Rs256)
        );
    }
}

#[test]
fn oidcc_client_test_invalid_sig_rs256() {
    for response_type in TYPES {
        let mut world = started(response_type);
        world.server.signature_valid = false;
        refused(&mut world, &IdTokenError::Signature, redeemed(response_type));
    }
}

#[test]
fn oidcc_client_test_userinfo_invalid_sub() {
    for response_type in TYPES {
        let mut world = started(response_type);
        accepted(&mut world);
        world.server.userinfo_sub = Some("auth0|1invalid");
        let error = SessionError::Login(LoginError::Broken(Broken::SubjectMismatch));
        assert_eq!(user_info(&mut world, 3), Err(error), "nothing of it comes out");
    }
}

#[test]
fn oidcc_client_test_nonce_unless_code_flow() {
    for response_type in TYPES {
        let mut world = started(response_type);
        let sent = request(&world);
        world.log_in(0, vestibule_flow::LoginOptions::redirect());
        let again = request(&world);
        let nonces = [&sent, &again].map(|request| param(request, "nonce").expect("a nonce"));
        assert_ne!(nonces[0], nonces[1], "each login has its own");
        world.forget();
        accepted(&mut world);
    }
}

#[test]
fn oidcc_client_test_nonce_invalid() {
    refuses("nonce-invalid", &TYPES);
}

#[test]
fn oidcc_client_test_scope_userinfo_claims() {
    for response_type in TYPES {
        let login = Config::new(ISSUER, "app").scope(SCOPE);
        let config = SessionConfig::new(login).storage(Storage::Browser);
        gets_claims(&hybrid(config, response_type));
    }
}
