//! Pushed authorization requests (RFC 9126).

use serde_json::{Value, json};

use super::harness::{Answer, Browser, PASSWORD, World};
use super::people::log_in;
use super::proofs::{ClientKey, prove};
use super::steps::{authorize, code_with, exchange, with};

#[tokio::test]
async fn a_pushed_request_is_answered_like_any_other() {
    let world = World::new().await;
    let browser = world.browser();
    let pushed = push(&browser, &[("state", "state-2")]).await.assert(201).json();
    assert_eq!(pushed["expires_in"], 60);
    let uri = uri(&pushed);
    assert!(uri.starts_with("urn:ietf:params:oauth:request_uri:"));
    let waits = go(&browser, "quickstart", &uri).await.assert(303);
    let back = log_in(&browser, &waits.query()["state"], "ada", PASSWORD)
        .await
        .assert(303);
    assert_eq!(back.query()["state"], "state-2");
    browser
        .post_form("/oauth/token", &exchange(&back.query()["code"]))
        .await
        .assert(200);
}

#[tokio::test]
async fn what_stands_beside_a_pushed_request_does_not_count() {
    let world = World::new().await;
    let browser = world.browser();
    authorize(&browser, &code_with(&[])).await.assert(303);
    let uri = uri(&push(&browser, &[]).await.assert(201).json());
    let beside = [
        ("client_id", "quickstart"),
        ("request_uri", uri.as_str()),
        ("state", "another"),
        ("redirect_uri", "http://evil.test/"),
    ];
    let back = browser.authorize(&beside).await.assert(303);
    assert_eq!(back.query()["state"], "state-1");
}

#[tokio::test]
async fn a_pushed_request_works_once_for_its_client_and_for_a_minute() {
    let world = World::new().await;
    let browser = world.browser();
    authorize(&browser, &code_with(&[])).await.assert(303);
    let first = uri(&push(&browser, &[]).await.assert(201).json());
    // Another client's attempt fails and uses nothing up.
    go(&browser, "legacy", &first).await.assert(400);
    go(&browser, "quickstart", &first).await.assert(303);
    go(&browser, "quickstart", &first).await.assert(400);
    let second = uri(&push(&browser, &[]).await.assert(201).json());
    world.clock.advance(60);
    go(&browser, "quickstart", &second).await.assert(400);
    let told = browser
        .authorize(&code_with(&[("request_uri", &second)]))
        .await
        .assert(303);
    assert_eq!(told.query()["error"], "invalid_request_uri");
}

#[tokio::test]
async fn a_request_that_would_fail_is_refused_when_it_is_pushed() {
    let world = World::new().await;
    let browser = world.browser();
    for (changes, status, error) in [
        (&[("client_id", "")][..], 400, "invalid_request"),
        (&[("client_id", "unknown")], 401, "invalid_client"),
        (&[("client_secret", "x")], 401, "invalid_client"),
        (&[("redirect_uri", "http://evil.test/")], 400, "invalid_request"),
        (&[("redirect_uri", "")], 400, "invalid_request"),
        (&[("request_uri", "urn:x")], 400, "invalid_request"),
        (&[("response_type", "none")], 400, "unsupported_response_type"),
        (&[("response_type", "token")], 400, "unauthorized_client"),
        (&[("code_challenge", "")], 400, "invalid_request"),
        (&[("scope", "openid \"x\"")], 400, "invalid_scope"),
        (
            &[("audience", "https://other.example.com/")],
            400,
            "access_denied",
        ),
        (
            &[("resource", "https://other.example.com/")],
            400,
            "invalid_target",
        ),
        (&[("prompt", "none login")], 400, "invalid_request"),
    ] {
        let answer = push(&browser, changes).await.assert(status);
        assert_eq!(answer.json()["error"], error, "{changes:?}");
    }
    browser.get("/oauth/par").await.assert(405);
}

#[tokio::test]
async fn json_is_read_as_well() {
    let world = World::new().await;
    let browser = world.browser();
    let body: serde_json::Map<String, Value> = code_with(&[])
        .into_iter()
        .map(|(name, value)| (name.to_owned(), json!(value)))
        .collect();
    browser
        .post_json("/oauth/par", &Value::Object(body))
        .await
        .assert(201);
}

#[tokio::test]
async fn a_client_that_must_push_is_refused_without() {
    let world = World::new().await;
    let browser = world.browser();
    let answer = browser
        .authorize(&code_with(&[("client_id", "strict")]))
        .await
        .assert(303);
    assert_eq!(answer.query()["error"], "invalid_request");
    let uri = uri(&push(&browser, &[("client_id", "strict")])
        .await
        .assert(201)
        .json());
    let answer = go(&browser, "strict", &uri).await.assert(303);
    assert!(answer.location().starts_with("/u/login?state="));
}

#[tokio::test]
async fn a_proof_at_the_push_binds_the_code() {
    let world = World::new().await;
    let browser = world.browser();
    authorize(&browser, &code_with(&[])).await.assert(303);
    let (key, thief) = (ClientKey::ec(1), ClientKey::ec(2));
    let pushed = prove(&browser, &key, "/oauth/par", &code_with(&[]))
        .await
        .assert(201)
        .json();
    let back = go(&browser, "quickstart", &uri(&pushed)).await.assert(303);
    let fields = back.query();
    let fields = exchange(&fields["code"]);
    let refused = prove(&browser, &thief, "/oauth/token", &fields).await.assert(400);
    assert_eq!(refused.json()["error"], "invalid_grant");
    prove(&browser, &key, "/oauth/token", &fields).await.assert(200);
    let thumbprint = thief.thumbprint();
    let both = code_with(&[("dpop_jkt", &thumbprint)]);
    let refused = prove(&browser, &key, "/oauth/par", &both).await.assert(400);
    assert_eq!(refused.json()["error"], "invalid_dpop_proof");
}

async fn push(browser: &Browser, changes: &[(&str, &str)]) -> Answer {
    browser.post_form("/oauth/par", &code_with(changes)).await
}

async fn go(browser: &Browser, client_id: &str, uri: &str) -> Answer {
    let params = with(&[("client_id", client_id)], &[("request_uri", uri)]);
    browser.authorize(&params).await
}

fn uri(pushed: &Value) -> String {
    pushed["request_uri"].as_str().unwrap().to_owned()
}
