//! `/userinfo` and the example API: which access token opens them.

use serde_json::json;

use super::harness::{ISSUER, START, World};
use super::steps::{claims, code_with, tokens};

const API: [(&str, &str); 2] = [
    ("audience", "https://api.example.com/"),
    ("scope", "openid email read:me"),
];

#[tokio::test]
async fn the_api_accepts_a_token_for_its_audience_and_scope() {
    let world = World::new().await;
    let browser = world.browser();
    let tokens = tokens(&browser, &code_with(&API)).await;
    let me = browser
        .get_with_token("/api/me", tokens["access_token"].as_str().unwrap())
        .await
        .assert(200)
        .json();
    assert_eq!(me["sub"], claims(&tokens["id_token"])["sub"]);
}

#[tokio::test]
async fn userinfo_tells_what_the_scope_covers_of_the_id_tokens_subject() {
    let world = World::new().await;
    let browser = world.browser();
    let tokens = tokens(&browser, &code_with(&API)).await;
    let info = browser
        .get_with_token("/userinfo", tokens["access_token"].as_str().unwrap())
        .await
        .assert(200)
        .json();
    assert_eq!(info["sub"], claims(&tokens["id_token"])["sub"]);
    assert_eq!(info["email"], "ada@example.com");
    assert_eq!(info.get("name"), None);
}

#[tokio::test]
async fn whoever_brings_no_token_is_challenged_without_an_error() {
    let world = World::new().await;
    for path in ["/api/me", "/userinfo", "/api/me?access_token=x"] {
        let answer = world.browser().get(path).await.assert(401);
        assert_eq!(answer.header("www-authenticate"), Some("Bearer"), "{path}");
    }
}

#[tokio::test]
async fn every_token_that_does_not_fit_is_refused() {
    let world = World::new().await;
    let browser = world.browser();
    let good = tokens(&browser, &code_with(&API)).await;
    let access = good["access_token"].as_str().unwrap();
    let real = claims(&good["access_token"]);
    let resigned = |changes: serde_json::Value| {
        let mut claims = real.clone();
        for (name, value) in changes.as_object().unwrap() {
            claims[name] = value.clone();
        }
        world.state.keys.sign("at+jwt", &claims).unwrap()
    };
    assert_eq!(
        browser
            .get_with_token("/api/me", &resigned(json!({})))
            .await
            .status,
        200
    );

    let (head, signature) = access.rsplit_once('.').unwrap();
    let (header, payload) = head.split_once('.').unwrap();
    let cases = [
        ("garbage", "x".to_owned()),
        ("the ID token", good["id_token"].as_str().unwrap().to_owned()),
        ("no signature", format!("{head}.")),
        (
            "another payload",
            format!(
                "{header}.{}.{signature}",
                payload.replace(&payload[10..14], "AAAA")
            ),
        ),
        (
            "alg none",
            format!("eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJub25lIn0.{payload}."),
        ),
        ("another type", world.state.keys.sign("JWT", &real).unwrap()),
        (
            "another issuer",
            resigned(json!({ "iss": "http://127.0.0.1:4400/" })),
        ),
        (
            "an issuer without its slash",
            resigned(json!({ "iss": ISSUER.trim_end_matches('/') })),
        ),
        (
            "another audience",
            resigned(json!({ "aud": "https://other.example.com/" })),
        ),
        ("no audience", resigned(json!({ "aud": null }))),
        ("expired now", resigned(json!({ "exp": START }))),
        ("an expiry that is no number", resigned(json!({ "exp": "never" }))),
        ("an unknown grant", resigned(json!({ "grant": "unknown" }))),
    ];
    for (what, token) in cases {
        let answer = browser.get_with_token("/api/me", &token).await;
        assert_eq!(answer.status, 401, "{what}");
        assert!(
            answer
                .header("www-authenticate")
                .unwrap()
                .contains(r#"error="invalid_token""#),
            "{what}"
        );
    }
}

#[tokio::test]
async fn a_token_without_the_scope_is_told_which_one_is_missing() {
    let world = World::new().await;
    let browser = world.browser();
    let changes = [("audience", "https://api.example.com/"), ("scope", "openid")];
    let tokens = tokens(&browser, &code_with(&changes)).await;
    let answer = browser
        .get_with_token("/api/me", tokens["access_token"].as_str().unwrap())
        .await
        .assert(403);
    assert_eq!(
        answer.header("www-authenticate"),
        Some(r#"Bearer error="insufficient_scope", scope="read:me""#)
    );
}

#[tokio::test]
async fn a_token_that_was_asked_for_without_audience_does_not_open_the_api() {
    let world = World::new().await;
    let browser = world.browser();
    let tokens = tokens(&browser, &code_with(&[("scope", "openid read:me")])).await;
    let token = tokens["access_token"].as_str().unwrap();
    browser.get_with_token("/api/me", token).await.assert(401);
    browser.get_with_token("/userinfo", token).await.assert(200);
}

#[tokio::test]
async fn an_access_token_ends_in_time() {
    let world = World::new().await;
    let browser = world.browser();
    let tokens = tokens(&browser, &code_with(&API)).await;
    let token = tokens["access_token"].as_str().unwrap();
    world.clock.advance(7199);
    browser.get_with_token("/api/me", token).await.assert(200);
    world.clock.advance(1);
    browser.get_with_token("/api/me", token).await.assert(401);
}
