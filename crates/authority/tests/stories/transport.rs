//! What comes over the wire before any endpoint reads it: names, sizes, types, duplicates.

use axum::body::Body;
use axum::http::Method;

use super::harness::{APP, Answer, World};

#[tokio::test]
async fn a_name_that_is_not_loopback_is_misdirected_on_every_path() {
    let world = World::new().await;
    let mut browser = world.browser();
    browser.host = "rebound.evil.test:4400";
    for path in [
        "/",
        "/authorize",
        "/.well-known/openid-configuration",
        "/dev/outbox.json",
        "/nowhere",
    ] {
        browser.get(path).await.assert(421);
    }
}

#[tokio::test]
async fn two_names_at_once_are_misdirected() {
    let world = World::new().await;
    let headers = [("host", "127.0.0.1:4400")];
    world
        .browser()
        .send(Method::GET, "/.well-known/jwks.json", &headers, Body::empty())
        .await
        .assert(421);
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused() {
    let world = World::new().await;
    let body = format!(r#"{{"client_id":"{}"}}"#, "x".repeat(70_000));
    post(&world, "/co/authenticate", "application/json", body)
        .await
        .assert(413);
}

#[tokio::test]
async fn a_body_of_another_type_is_refused() {
    let world = World::new().await;
    for (path, content_type) in [
        ("/co/authenticate", "text/plain"),
        ("/co/authenticate", "application/x-www-form-urlencoded"),
        ("/co/authenticate", ""),
        ("/oauth/token", "multipart/form-data; boundary=x"),
        ("/authorize", "application/json"),
    ] {
        let status = post(&world, path, content_type, "{}".to_owned()).await.status;
        assert!(
            status == 415 || path == "/authorize" && status == 400,
            "{path} {content_type} {status}"
        );
    }
}

#[tokio::test]
async fn a_doubled_parameter_or_member_is_refused() {
    let world = World::new().await;
    let form = "application/x-www-form-urlencoded";
    let twice = "grant_type=refresh_token&client_id=quickstart&client_id=quickstart&refresh_token=x";
    let answer = post(&world, "/oauth/token", form, twice.to_owned())
        .await
        .assert(400);
    assert_eq!(answer.json()["error"], "invalid_request");
    for path in ["/oauth/token", "/co/authenticate"] {
        let twice = r#"{"client_id":"quickstart","client_id":"quickstart"}"#;
        let answer = post(&world, path, "application/json", twice.to_owned())
            .await
            .assert(400);
        assert_eq!(answer.json()["error"], "invalid_request");
    }
}

#[tokio::test]
async fn what_is_not_a_json_object_is_refused() {
    let world = World::new().await;
    for body in ["", "[]", "null", "{", "{\"a\":\"\\ud800\"}", "{}{}", "\u{feff}{}"] {
        let answer = post(&world, "/co/authenticate", "application/json", body.to_owned())
            .await
            .assert(400);
        assert_eq!(answer.json()["error"], "invalid_request", "{body}");
    }
}

#[tokio::test]
async fn deeply_nested_json_is_refused_and_not_followed() {
    let world = World::new().await;
    let deep = "[".repeat(30_000);
    post(&world, "/co/authenticate", "application/json", deep)
        .await
        .assert(400);
}

#[tokio::test]
async fn an_unknown_path_and_a_wrong_method_have_their_own_answers() {
    let world = World::new().await;
    let browser = world.browser();
    for path in [
        "/nowhere",
        "/client/../authorize",
        "/%2e%2e/etc/passwd",
        "/client/%00.js",
    ] {
        assert_eq!(browser.get(path).await.status, 404, "{path}");
    }
    assert_eq!(
        browser.get("/oauth/token").await.assert(405).json()["error"],
        "method_not_allowed"
    );
}

async fn post(world: &World, path: &str, content_type: &str, body: String) -> Answer {
    let headers = [("origin", APP), ("content-type", content_type)];
    world
        .browser()
        .send(Method::POST, path, &headers, Body::from(body))
        .await
}
