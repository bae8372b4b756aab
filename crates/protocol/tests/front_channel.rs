//! The ID token beside a code, each really signed: its hashes of what came along, and its agreement with the second one.

use serde_json::{Value, json};
use vestibule_protocol::{
    AccessToken, Algorithm, AuthorizationResponse, Beside, Code, IdToken, IdTokenError, IdTokenJwt,
    IdTokenRules, NonceRule, ResponseMode, ResponseType, authorize, id_token,
};

use crate::support::log_in::with;
use crate::support::{CLIENT, NOW, claims, header, issuer, keys, metadata, sign, transaction, verify};

const CODE: &str = "Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk";
const TOKEN: &str = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y";

fn answer() -> AuthorizationResponse {
    let state = transaction().state().expose().to_owned();
    authorize::from_fragment(&format!("code={CODE}&id_token=x&state={state}"))
        .expect("sound")
        .expect("a response")
}

fn trust(token: &IdTokenJwt, access_token: Option<&AccessToken>) -> Result<IdToken, IdTokenError> {
    let (issuer, attempt) = (issuer(), transaction().with_response_mode(ResponseMode::Fragment));
    let rules = IdTokenRules::new(&issuer, CLIENT, NonceRule::Expect(attempt.nonce()));
    let front = answer()
        .check_as(ResponseType::CodeIdToken, &attempt, &metadata())
        .expect("a code");
    let signature = verify(token, &keys())?;
    let nonce = id_token::match_nonce(&signature, &rules.nonce)?;
    let beside = Beside {
        code: &Code::new(CODE),
        access_token,
        state: attempt.state(),
    };
    IdToken::trust_front_channel(signature, (front.state, nonce), beside, &rules, NOW)
}

/// Good claims, with these over them; null takes one away.
fn token(over: &[(&str, Value)]) -> IdTokenJwt {
    let mut all = claims();
    // The hashes of OpenID Connect Core, appendix A.
    all["c_hash"] = json!("LDktKdoQak3Pk0cnXxCltA");
    all["at_hash"] = json!("77QmUPtjPfzWtF2AnpK9RQ");
    all["s_hash"] = json!(Algorithm::Es256.half_hash(transaction().state().expose()));
    for (name, value) in over {
        match value {
            Value::Null => drop(all.as_object_mut().expect("an object").remove(*name)),
            value => all[*name] = value.clone(),
        }
    }
    sign(&header().to_string(), &all.to_string())
}

#[test]
fn a_good_token_vouches_for_the_code_the_access_token_and_the_state() {
    let access = AccessToken::new(TOKEN);
    assert!(trust(&token(&[]), Some(&access)).is_ok());
    assert!(
        trust(&token(&[("at_hash", Value::Null)]), None).is_ok(),
        "there is nothing to hash"
    );
    assert!(
        trust(&token(&[("s_hash", Value::Null)]), Some(&access)).is_ok(),
        "few servers send it"
    );
}

#[test]
fn a_hash_that_is_missing_wrong_or_of_another_half_is_refused() {
    let access = AccessToken::new(TOKEN);
    let cases: [(&str, Value, IdTokenError); 12] = [
        ("c_hash", Value::Null, IdTokenError::Missing("c_hash")),
        ("c_hash", json!(""), IdTokenError::WrongType("c_hash")),
        (
            "c_hash",
            json!(["LDktKdoQak3Pk0cnXxCltA"]),
            IdTokenError::WrongType("c_hash"),
        ),
        ("c_hash", json!("77QmUPtjPfzWtF2AnpK9RQ"), IdTokenError::CodeHash),
        ("c_hash", json!("LDktKdoQak3Pk0cnXxCltA="), IdTokenError::CodeHash),
        ("c_hash", json!("ldktkdoqak3pk0cnxxclta"), IdTokenError::CodeHash),
        (
            "c_hash",
            json!(Algorithm::Es512.half_hash(CODE)),
            IdTokenError::CodeHash,
        ),
        ("at_hash", Value::Null, IdTokenError::Missing("at_hash")),
        (
            "at_hash",
            json!("LDktKdoQak3Pk0cnXxCltA"),
            IdTokenError::AccessTokenHash,
        ),
        ("at_hash", json!(7), IdTokenError::WrongType("at_hash")),
        ("s_hash", json!("LDktKdoQak3Pk0cnXxCltA"), IdTokenError::StateHash),
        ("s_hash", json!(true), IdTokenError::WrongType("s_hash")),
    ];
    for (name, value, error) in cases {
        let got = trust(&token(&[(name, value.clone())]), Some(&access));
        assert_eq!(got, Err(error), "{name} {value}");
    }
}

#[test]
fn what_every_id_token_is_measured_by_holds_here_too() {
    for (name, value) in [
        ("nonce", json!("old")),
        ("nonce", Value::Null),
        ("iss", json!("https://evil.example/")),
        ("aud", json!("other")),
        ("exp", json!(1)),
    ] {
        assert!(trust(&token(&[(name, value)]), None).is_err(), "{name}");
    }
}

fn agree(back: (&str, Value), front: (&str, Value)) -> Result<(), IdTokenError> {
    let issuer = issuer();
    let rules = IdTokenRules::new(&issuer, CLIENT, NonceRule::ExpectNoNonce);
    let read =
        |(name, value)| IdToken::remembered(&with(name, value), &rules).expect("claims that can be read");
    read(back).agrees_with(&read(front))
}

#[test]
fn two_tokens_of_one_login_may_say_more_or_less_but_nothing_different() {
    for name in ["acr", "org_id", "email", "name", "auth_time"] {
        let (one, other) = if name == "auth_time" {
            (json!(1), json!(2))
        } else {
            (json!("one"), json!("other"))
        };
        assert_eq!(agree((name, one.clone()), (name, one.clone())), Ok(()));
        assert_eq!(agree((name, Value::Null), (name, one.clone())), Ok(()));
        assert_eq!(agree((name, one.clone()), (name, Value::Null)), Ok(()));
        match agree((name, one), (name, other)) {
            Err(IdTokenError::Contradiction(claim)) => assert_eq!(claim, name),
            other => panic!("{name}: {other:?}"),
        }
    }
    let sub = agree(("sub", json!("auth0|1")), ("sub", json!("auth0|2")));
    assert_eq!(sub, Err(IdTokenError::Contradiction("sub")));
}
