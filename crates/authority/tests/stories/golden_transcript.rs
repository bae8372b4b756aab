//! The wire transcript of auth0-js 10.2.1, replayed request by request.

use axum::body::Body;
use axum::http::Method;
use serde_json::json;

use super::harness::{APP, CALLBACK, World};
use super::steps::{self, PASSWORD_REALM, REALM, claims};

/// base64url of `{"name":"auth0.js","version":"10.2.1"}`.
const CLIENT_INFO: &str = "eyJuYW1lIjoiYXV0aDAuanMiLCJ2ZXJzaW9uIjoiMTAuMi4xIn0";

const AUTHORIZE: [(&str, &str); 9] = [
    ("client_id", "legacy"),
    ("response_type", "token id_token"),
    ("redirect_uri", CALLBACK),
    ("scope", "openid profile email"),
    ("audience", "https://api.example.com/"),
    ("realm", REALM),
    ("state", "s123456789012345678901234567890s"),
    ("nonce", "n123456789012345678901234567890n"),
    ("auth0Client", CLIENT_INFO),
];

#[tokio::test]
async fn auth0_js_logs_in_by_cross_origin_authentication_and_a_redirect() {
    let world = World::new().await;
    let browser = world.browser();
    let asked = [
        ("origin", APP),
        ("access-control-request-method", "POST"),
        ("access-control-request-headers", "auth0-client,content-type"),
    ];
    let preflight = browser
        .send(Method::OPTIONS, "/co/authenticate", &asked, Body::empty())
        .await
        .assert(204);
    assert_eq!(preflight.header("access-control-allow-origin"), Some(APP));
    assert_eq!(preflight.header("access-control-allow-credentials"), Some("true"));
    let allowed = preflight.header("access-control-allow-headers").unwrap();
    assert!(
        ["auth0-client", "content-type"]
            .iter()
            .all(|name| allowed.contains(name)),
        "{allowed}"
    );

    let headers = [
        ("origin", APP),
        ("content-type", "application/json"),
        ("auth0-client", CLIENT_INFO),
    ];
    let body = json!({
        "client_id": "legacy",
        "username": "ada@example.com",
        "password": "correct horse battery staple",
        "realm": REALM,
        "credential_type": PASSWORD_REALM,
    });
    let answer = browser
        .send(
            Method::POST,
            "/co/authenticate",
            &headers,
            Body::from(body.to_string()),
        )
        .await
        .assert(200)
        .json();
    assert!(
        ["login_ticket", "co_verifier", "co_id"]
            .iter()
            .all(|name| answer[name].is_string()),
        "{answer}"
    );

    let ticket = answer["login_ticket"].as_str().unwrap();
    let landing = browser
        .authorize(&steps::with(&AUTHORIZE, &[("login_ticket", ticket)]))
        .await
        .assert(303);
    let fragment = landing.fragment();
    assert!(landing.location().starts_with(CALLBACK));
    assert_eq!(fragment["state"], AUTHORIZE[6].1);
    assert_eq!(
        (fragment["token_type"].as_str(), fragment["expires_in"].as_str()),
        ("Bearer", "7200")
    );
    assert_eq!(claims(&json!(fragment["id_token"]))["nonce"], AUTHORIZE[7].1);
    browser
        .get_with_token("/userinfo", &fragment["access_token"])
        .await
        .assert(200);
}

#[tokio::test]
async fn auth0_js_checks_the_session_in_a_hidden_frame() {
    let world = World::new().await;
    let browser = world.browser();
    let silent = steps::with(
        &AUTHORIZE,
        &[
            ("realm", ""),
            ("response_mode", "web_message"),
            ("prompt", "none"),
        ],
    );
    let (nobody, target) = browser.authorize(&silent).await.assert(200).message();
    assert_eq!(
        (nobody["response"]["error"].as_str(), target.as_str()),
        (Some("login_required"), APP)
    );

    steps::authorize(&browser, &AUTHORIZE).await.assert(303);
    let (message, target) = browser.authorize(&silent).await.assert(200).message();
    assert_eq!(target, APP);
    assert_eq!(message["type"], "authorization_response");
    assert_eq!(message["response"]["state"], AUTHORIZE[6].1);
    assert!(message["response"]["access_token"].is_string());
    assert!(
        message["response"]
            .as_object()
            .unwrap()
            .values()
            .all(serde_json::Value::is_string)
    );
}

#[tokio::test]
async fn auth0_js_logs_out() {
    let world = World::new().await;
    let browser = world.browser();
    steps::authorize(&browser, &AUTHORIZE).await.assert(303);
    let path = format!(
        "/v2/logout?client_id=legacy&returnTo=http%3A%2F%2Flocalhost%3A8080&auth0Client={CLIENT_INFO}"
    );
    let answer = browser.get(&path).await.assert(303);
    assert_eq!(answer.location(), APP);
    assert_eq!(browser.cookie("auth0"), None);
}
