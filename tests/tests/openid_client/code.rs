//! The code with PKCE.

use serde_json::json;
use vestibule_tests::ADA;

use crate::{plays, plays_with, refused};

#[test]
fn a_code_with_pkce_becomes_tokens_and_the_profile_is_of_the_same_person() {
    let played = plays("code.becomesTokens");
    let facts = &played.facts;
    assert_eq!(facts["claims"]["iss"], played.issuer);
    assert_eq!(facts["claims"]["aud"], "quickstart");
    assert_eq!(facts["claims"]["email"], ADA.email);
    assert_eq!(facts["profile"]["sub"], facts["claims"]["sub"]);
    assert_eq!(facts["profile"]["email"], ADA.email);
    assert_eq!(facts["tokenType"], "bearer");
    assert_eq!(facts["scope"], "openid profile email offline_access");
    assert_eq!(
        played.statuses("/.well-known/jwks.json"),
        [200],
        "nobody checked the signature"
    );
}

#[test]
fn a_signature_on_an_elliptic_curve_is_as_good() {
    let played = plays_with("code.becomesTokens", &json!({}), "key_algorithm = \"ES256\"");
    assert_eq!(played.facts["claims"]["email"], ADA.email);
    assert_eq!(played.statuses("/.well-known/jwks.json"), [200]);
}

#[test]
fn the_metadata_of_oauth_say_the_same_as_those_of_openid_connect() {
    let played = plays("code.byTheOtherMetadata");
    assert_eq!(played.statuses("/.well-known/oauth-authorization-server"), [200]);
    assert_eq!(played.facts["claims"]["email"], ADA.email);
}

#[test]
fn a_code_that_is_used_twice_is_refused_and_takes_its_tokens_with_it() {
    let facts = plays("code.usedTwice").facts;
    assert_eq!(facts["again"], refused("invalid_grant"));
    assert_eq!(facts["profile"]["error"], "invalid_token");
    assert_eq!(facts["refresh"], refused("invalid_grant"));
}

#[test]
fn a_verifier_that_is_not_the_requests_is_refused_and_uses_nothing_up() {
    let facts = plays("code.withAnotherVerifier").facts;
    assert_eq!(facts["refused"], refused("invalid_grant"));
    assert_eq!(facts["claims"]["email"], ADA.email);
}

#[test]
fn a_person_who_cancels_is_an_answer_that_the_client_understands() {
    assert_eq!(plays("code.cancelled").facts, json!({ "error": "access_denied" }));
}

#[test]
fn a_silent_request_finds_the_session_and_is_refused_where_there_is_none() {
    let facts = plays("code.silent").facts;
    assert_eq!(facts["refused"], json!({ "error": "login_required" }));
    assert_eq!(facts["again"]["sub"], facts["claims"]["sub"]);
    assert_eq!(facts["again"]["sid"], facts["claims"]["sid"]);
}

#[test]
fn a_login_that_must_not_be_old_says_when_it_was() {
    let facts = plays("code.notOlderThan").facts;
    assert!(facts["claims"]["auth_time"].is_u64(), "{facts}");
}
