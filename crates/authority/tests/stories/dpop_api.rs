//! DPoP at the APIs and `/userinfo`: a bound token is worth nothing without its key.

use axum::body::Body;
use axum::http::Method;
use serde_json::{Value, json};

use super::harness::{Answer, Browser, World};
use super::proofs::{ClientKey, claims_for, nonce, prove, with_token};
use super::steps::{code, code_with, exchange, tokens};

const API: [(&str, &str); 2] = [
    ("audience", "https://api.example.com/"),
    ("scope", "openid email read:me"),
];

#[tokio::test]
async fn a_bound_token_opens_the_api_with_a_proof_by_get_and_by_post() {
    let world = World::new().await;
    let (browser, key) = (world.browser(), ClientKey::ec(1));
    let token = bound(&browser, &key).await;
    for (method, path) in [
        (Method::GET, "/api/me"),
        (Method::POST, "/api/me"),
        (Method::GET, "/userinfo"),
    ] {
        let nonce = nonce(&browser).await;
        let proof = key.proof(&with_token(claims_for(method.as_str(), path, &nonce), &token));
        let answer = ask(&browser, method, path, &format!("DPoP {token}"), &proof)
            .await
            .assert(200);
        assert!(answer.header("dpop-nonce").is_some());
    }
}

#[tokio::test]
async fn an_api_asks_for_a_nonce_by_a_challenge() {
    let world = World::new().await;
    let (browser, key) = (world.browser(), ClientKey::ec(1));
    let token = bound(&browser, &key).await;
    let claims = with_token(claims_for("GET", "/api/me", "invented"), &token);
    let answer = ask(
        &browser,
        Method::GET,
        "/api/me",
        &format!("DPoP {token}"),
        &key.proof(&claims),
    )
    .await
    .assert(401);
    let challenge = answer.header("www-authenticate").unwrap();
    assert!(
        challenge.starts_with(r#"DPoP error="use_dpop_nonce""#),
        "{challenge}"
    );
    assert!(
        challenge.contains(r#"algs="ES256 RS256 PS256 EdDSA Ed25519""#),
        "{challenge}"
    );
    assert!(answer.header("dpop-nonce").is_some());
}

#[tokio::test]
async fn a_bound_token_without_the_right_proof_is_refused() {
    let world = World::new().await;
    let (browser, key, thief) = (world.browser(), ClientKey::ec(1), ClientKey::ec(2));
    let token = bound(&browser, &key).await;
    let unbound = tokens(&browser, &code_with(&API)).await;
    let unbound = unbound["access_token"].as_str().unwrap();
    let nonce = nonce(&browser).await;
    let claims = |token: &str| with_token(claims_for("GET", "/api/me", &nonce), token);
    let without_hash = claims_for("GET", "/api/me", &nonce);
    let mut stale = claims(&token);
    stale["htm"] = json!("POST");
    let dpop = format!("DPoP {token}");
    let cases = [
        (
            "as a bearer token",
            format!("Bearer {token}"),
            key.proof(&claims(&token)),
            "invalid_token",
        ),
        (
            "without a proof",
            dpop.clone(),
            String::new(),
            "invalid_dpop_proof",
        ),
        (
            "with another key",
            dpop.clone(),
            thief.proof(&claims(&token)),
            "invalid_token",
        ),
        (
            "with no hash",
            dpop.clone(),
            key.proof(&without_hash),
            "invalid_dpop_proof",
        ),
        (
            "with another's hash",
            dpop.clone(),
            key.proof(&claims(unbound)),
            "invalid_dpop_proof",
        ),
        (
            "with another method",
            dpop,
            key.proof(&stale),
            "invalid_dpop_proof",
        ),
        (
            "an unbound token",
            format!("DPoP {unbound}"),
            key.proof(&claims(unbound)),
            "invalid_token",
        ),
    ];
    for (what, authorization, proof, error) in cases {
        let answer = ask(&browser, Method::GET, "/api/me", &authorization, &proof)
            .await
            .assert(401);
        let challenge = answer.header("www-authenticate").unwrap();
        assert!(
            challenge.starts_with(&format!(r#"DPoP error="{error}""#)) && challenge.contains("algs="),
            "{what}: {challenge}"
        );
    }
}

#[tokio::test]
async fn whoever_brings_no_token_learns_of_both_schemes() {
    let world = World::new().await;
    let answer = world.browser().get("/api/me").await.assert(401);
    let challenges: Vec<_> = answer
        .headers
        .get_all("www-authenticate")
        .iter()
        .map(|value| value.to_str().unwrap())
        .collect();
    assert_eq!(
        challenges,
        ["Bearer", r#"DPoP algs="ES256 RS256 PS256 EdDSA Ed25519""#]
    );
}

#[tokio::test]
async fn a_proof_counts_once_at_an_api_too() {
    let world = World::new().await;
    let (browser, key) = (world.browser(), ClientKey::ec(1));
    let token = bound(&browser, &key).await;
    let nonce = nonce(&browser).await;
    let proof = key.proof(&with_token(claims_for("GET", "/api/me", &nonce), &token));
    let authorization = format!("DPoP {token}");
    ask(&browser, Method::GET, "/api/me", &authorization, &proof)
        .await
        .assert(200);
    ask(&browser, Method::GET, "/api/me", &authorization, &proof)
        .await
        .assert(401);
}

/// A bound token for the API.
async fn bound(browser: &Browser, key: &ClientKey) -> String {
    let code = code(browser, &code_with(&API)).await;
    let tokens: Value = prove(browser, key, "/oauth/token", &exchange(&code))
        .await
        .assert(200)
        .json();
    tokens["access_token"].as_str().unwrap().to_owned()
}

async fn ask(browser: &Browser, method: Method, path: &str, authorization: &str, proof: &str) -> Answer {
    let mut headers = vec![("authorization", authorization)];
    if !proof.is_empty() {
        headers.push(("dpop", proof));
    }
    browser.send(method, path, &headers, Body::empty()).await
}
