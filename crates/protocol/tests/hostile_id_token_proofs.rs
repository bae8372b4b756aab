//! Hostile cases B, step 8 and refreshes: which attempt and which log-in an ID token belongs to.

use serde_json::{Value, json};
use vestibule_protocol::{
    IdToken, IdTokenError, IdTokenJwt, IdTokenRules, NonceRule, Transaction, authorize, id_token,
};

use crate::support::log_in::{sound, trust, with};
use crate::support::{
    CLIENT, ISSUER, NOW, claims, header, issuer, keys, metadata, sign, transaction, verify,
};

#[test]
fn b28_the_nonce_is_this_attempts() {
    let other = Transaction::new([7; 96], 0);
    let cases = [
        (with("nonce", Value::Null), IdTokenError::NonceMissing),
        (with("nonce", json!("wrong")), IdTokenError::NonceMismatch),
        (with("nonce", json!("")), IdTokenError::NonceMismatch),
        (
            with("nonce", json!(other.nonce().expose())),
            IdTokenError::NonceMismatch,
        ),
        (
            with("nonce", json!([transaction().nonce().expose()])),
            IdTokenError::WrongType("nonce"),
        ),
        (with("nonce", json!(1)), IdTokenError::WrongType("nonce")),
    ];
    for (token, error) in cases {
        assert_eq!(trust(&token).unwrap_err(), error);
    }
}

#[test]
fn proofs_of_different_tokens_and_attempts_do_not_add_up() {
    let (issuer, attempt) = (issuer(), transaction());
    let rules = IdTokenRules::new(&issuer, CLIENT, NonceRule::Expect(attempt.nonce()));
    let state_of = |attempt: &Transaction| {
        let query = format!("code=c&state={}", attempt.state().expose());
        let response = authorize::from_query(&query).expect("sound").expect("a response");
        response.check(attempt, &metadata()).expect("a code").state
    };
    let signature = verify(&sound(), &keys()).expect("signed");
    let nonce = id_token::match_nonce(&signature, &rules.nonce).expect("the attempt's");
    let another = verify(&with("sub", json!("auth0|2")), &keys()).expect("signed");
    let mixed = IdToken::trust(another, state_of(&attempt), nonce.clone(), &rules, NOW);
    assert_eq!(mixed.unwrap_err(), IdTokenError::ProofOfAnotherToken);
    let foreign = Transaction::new([7; 96], 0).with_issuer(ISSUER);
    let mixed = IdToken::trust(signature.clone(), state_of(&foreign), nonce, &rules, NOW);
    assert_eq!(mixed.unwrap_err(), IdTokenError::ProofOfAnotherAttempt);
    let nameless = verify(&with("nonce", Value::Null), &keys()).expect("signed");
    let no_nonce = id_token::match_nonce(&nameless, &NonceRule::ExpectNoNonce).expect("no nonce");
    let mixed = IdToken::trust(nameless, state_of(&attempt), no_nonce, &rules, NOW);
    assert_eq!(mixed.unwrap_err(), IdTokenError::NonceMissing);
}

#[test]
fn a_direct_grant_has_no_nonce_and_refuses_one() {
    let issuer = issuer();
    let rules = IdTokenRules::new(&issuer, CLIENT, NonceRule::ExpectNoNonce);
    let direct = |token: &IdTokenJwt| IdToken::trust_direct_grant(verify(token, &keys())?, &rules, NOW);
    direct(&with("nonce", Value::Null)).expect("sound");
    assert_eq!(direct(&sound()).unwrap_err(), IdTokenError::NonceUnexpected);
}

#[test]
fn b33_and_b35_a_refreshed_token_goes_on_from_the_original() {
    let (issuer, attempt) = (issuer(), transaction());
    let rules = IdTokenRules {
        max_age_s: Some(1),
        ..IdTokenRules::new(&issuer, CLIENT, NonceRule::Expect(attempt.nonce()))
    };
    let original = trust(&with("auth_time", json!(1_699_999_000))).expect("sound");
    let refreshed = |name: &str, value: Value| {
        let mut all = claims();
        all["auth_time"] = json!(1_699_999_000);
        match value {
            Value::Null => drop(all.as_object_mut().expect("an object").remove(name)),
            value => all[name] = value,
        }
        let signature = verify(&sign(&header().to_string(), &all.to_string()), &keys())?;
        IdToken::trust_refreshed(signature, &original, &rules, NOW).map(|_| ())
    };
    assert_eq!(refreshed("iat", json!(1_700_000_000)), Ok(()));
    assert_eq!(refreshed("nonce", Value::Null), Ok(()));
    assert_eq!(refreshed("auth_time", Value::Null), Ok(()));
    for (name, value) in [
        ("sub", json!("auth0|2")),
        ("auth_time", json!(1_699_999_001)),
        ("nonce", json!("another")),
        ("azp", json!(CLIENT)),
        ("org_id", json!("org_1")),
    ] {
        assert_eq!(refreshed(name, value), Err(IdTokenError::NotContinued(name)));
    }
    let foreign = refreshed("iss", json!("https://other.example/")).unwrap_err();
    assert!(matches!(foreign, IdTokenError::Issuer(_)));
}
