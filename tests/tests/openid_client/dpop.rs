//! Tokens that are bound to a key of the client.

use serde_json::json;

use crate::{plays, plays_with, refused};

#[test]
fn tokens_are_bound_to_a_key_of_each_kind_and_the_api_takes_its_proof() {
    for algorithm in ["ES256", "RS256", "PS256", "Ed25519"] {
        let played = plays_with("dpop.binds", &json!({ "algorithm": algorithm }), "");
        let facts = &played.facts;
        assert_eq!(facts["tokenType"], "dpop", "{algorithm}");
        assert_eq!(facts["boundTo"], facts["thumbprint"], "{algorithm}");
        assert_eq!(facts["profile"]["sub"], facts["claims"]["sub"], "{algorithm}");
        assert_eq!(facts["answer"]["sub"], facts["claims"]["sub"], "{algorithm}");
        // The nonce is learned once and holds for the whole origin.
        assert_eq!(played.statuses("/oauth/token"), [400, 200], "{algorithm}");
        assert_eq!(played.statuses("/api/me"), [200], "{algorithm}");
    }
}

#[test]
fn a_bound_token_is_worth_nothing_without_its_key() {
    let facts = plays("dpop.stolen").facts;
    for theft in ["asBearer", "withAnotherKey"] {
        let refusal = &facts[theft];
        assert_eq!(
            (&refusal["status"], &refusal["scheme"]),
            (&json!(401), &json!("dpop")),
            "{theft}"
        );
        assert_eq!(refusal["error"], "invalid_token", "{theft}");
    }
    assert_eq!(facts["withTheKey"]["error"], "not refused");
}

#[test]
fn an_api_gives_its_nonce_to_whoever_has_none_and_takes_the_next_proof() {
    let played = plays("dpop.firstCall");
    assert_eq!(played.facts["answer"]["scope"], "openid offline_access read:me");
    assert_eq!(played.statuses("/api/me"), [401, 200]);
}

#[test]
fn a_proof_that_comes_again_is_refused() {
    let facts = plays("dpop.replayed").facts;
    assert!(facts["answer"]["sub"].is_string(), "{facts}");
    assert_eq!(facts["status"], 401);
    let challenge = facts["challenge"].as_str().unwrap_or_default();
    assert!(challenge.contains("error=\"invalid_dpop_proof\""), "{challenge}");
}

#[test]
fn a_refresh_token_is_bound_to_the_key_as_well() {
    let facts = plays("dpop.refreshed").facts;
    assert_eq!(facts["withAnotherKey"], refused("invalid_grant"));
    assert_eq!(facts["without"], refused("invalid_grant"));
    assert_eq!(facts["boundTo"], facts["thumbprint"]);
    assert!(facts["answer"]["sub"].is_string(), "{facts}");
}

#[test]
fn a_code_whose_request_named_a_key_is_for_that_key_alone() {
    let facts = plays("dpop.boundCode").facts;
    assert_eq!(facts["withAnotherKey"], refused("invalid_grant"));
    assert_eq!(facts["without"], refused("invalid_grant"));
    assert_eq!(facts["tokenType"], "dpop");
}

#[test]
fn a_client_that_must_push_and_prove_gets_its_tokens_by_doing_both() {
    let played = plays("dpop.pushedAndProved");
    assert_eq!(played.facts["boundTo"], played.facts["thumbprint"]);
    assert_eq!(played.facts["answer"]["client_id"], "strict");
    assert_eq!(played.statuses("/oauth/par"), [400, 201]);
    assert_eq!(played.statuses("/oauth/token"), [200]);
}

#[test]
fn a_request_that_was_pushed_with_a_proof_is_for_that_key_alone() {
    let facts = plays("dpop.pushedWithoutTheKey").facts;
    assert_eq!(facts["without"], refused("invalid_request"));
    assert_eq!(facts["withAnotherKey"], refused("invalid_grant"));
}
