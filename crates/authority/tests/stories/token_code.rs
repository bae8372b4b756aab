//! The exchange of a code: what fits, what does not, and what a replay costs.

use axum::body::Body;
use axum::http::Method;
use serde_json::json;

use super::harness::{APP, ISSUER, START, VERIFIER, World, form};
use super::steps::{claims, code, code_with, exchange, header, with};

/// Parameters to change, and those to leave out.
type Changes<'a> = &'a [(&'a str, &'a str)];

#[tokio::test]
async fn a_code_brings_tokens_by_form_and_by_json() {
    let world = World::new().await;
    let browser = world.browser();
    let first = code(&browser, &code_with(&[])).await;
    let by_form = browser
        .post_form("/oauth/token", &exchange(&first))
        .await
        .assert(200);
    assert_eq!(by_form.header("cache-control"), Some("no-store"));
    assert_eq!(by_form.header("access-control-allow-origin"), Some(APP));
    let second = code(&browser, &code_with(&[])).await;
    let object: serde_json::Map<_, _> = exchange(&second)
        .into_iter()
        .map(|(name, value)| (name.to_owned(), json!(value)))
        .collect();
    let by_json = browser
        .post_json("/oauth/token", &object.into())
        .await
        .assert(200);
    for answer in [by_form.json(), by_json.json()] {
        assert_eq!(
            (answer["token_type"].as_str(), answer["expires_in"].as_i64()),
            (Some("Bearer"), Some(7200))
        );
        assert_eq!(answer["scope"], "openid profile email");
        assert_eq!(answer.get("refresh_token"), None);
        let id = claims(&answer["id_token"]);
        assert_eq!(
            (id["nonce"].as_str(), id["aud"].as_str()),
            (Some("nonce-1"), Some("quickstart"))
        );
        assert!(id["at_hash"].is_string());
        let access = claims(&answer["access_token"]);
        assert_eq!(header(&answer["access_token"])["typ"], "at+jwt");
        assert_eq!(
            (access["iss"].as_str(), access["client_id"].as_str()),
            (Some(ISSUER), Some("quickstart"))
        );
        assert_eq!(access["exp"], START + 7200);
    }
}

#[tokio::test]
async fn an_exchange_that_does_not_fit_is_refused_and_leaves_the_code_alone() {
    let world = World::new().await;
    let browser = world.browser();
    let code = code(&browser, &code_with(&[])).await;
    let good = exchange(&code);
    let short = &VERIFIER[1..];
    let cases: &[(Changes<'_>, u16, &str)] = &[
        (&[("grant_type", "")], 400, "invalid_request"),
        (&[("grant_type", "password")], 400, "unsupported_grant_type"),
        (
            &[("grant_type", "client_credentials")],
            400,
            "unsupported_grant_type",
        ),
        (&[("client_id", "")], 400, "invalid_request"),
        (&[("client_id", "unknown")], 401, "invalid_client"),
        (&[("client_id", "legacy")], 400, "invalid_grant"),
        (&[("client_secret", "x")], 401, "invalid_client"),
        (&[("client_assertion", "x")], 401, "invalid_client"),
        (&[("code", "")], 400, "invalid_request"),
        (&[("code", "unknown")], 400, "invalid_grant"),
        (&[("redirect_uri", "")], 400, "invalid_request"),
        (
            &[("redirect_uri", "http://localhost:8080/")],
            400,
            "invalid_grant",
        ),
        (&[("code_verifier", "")], 400, "invalid_grant"),
        (&[("code_verifier", short)], 400, "invalid_grant"),
        (
            &[("code_verifier", super::harness::CHALLENGE)],
            400,
            "invalid_grant",
        ),
    ];
    for (changes, status, error) in cases {
        let answer = browser.post_form("/oauth/token", &with(&good, changes)).await;
        let got = (
            answer.status.as_u16(),
            answer.json()["error"].as_str().map(str::to_owned),
        );
        assert_eq!(got, (*status, Some((*error).to_owned())), "{changes:?}");
        assert_eq!(answer.header("cache-control"), Some("no-store"));
    }
    browser.post_form("/oauth/token", &good).await.assert(200);
}

#[tokio::test]
async fn a_verifier_for_a_code_without_challenge_is_refused() {
    let world = World::new().await;
    let browser = world.browser();
    let changes = [
        ("client_id", "legacy"),
        ("code_challenge", ""),
        ("code_challenge_method", ""),
    ];
    let code = code(&browser, &code_with(&changes)).await;
    let with_verifier = with(&exchange(&code), &[("client_id", "legacy")]);
    let answer = browser
        .post_form("/oauth/token", &with_verifier)
        .await
        .assert(400);
    assert_eq!(answer.json()["error"], "invalid_grant");
    let without = with(&with_verifier, &[("code_verifier", "")]);
    browser.post_form("/oauth/token", &without).await.assert(200);
}

#[tokio::test]
async fn a_replayed_code_takes_back_what_its_first_use_brought() {
    let world = World::new().await;
    let browser = world.browser();
    let code = code(&browser, &code_with(&[("scope", "openid offline_access")])).await;
    let tokens = browser
        .post_form("/oauth/token", &exchange(&code))
        .await
        .assert(200)
        .json();
    let access_token = tokens["access_token"].as_str().unwrap();
    browser
        .get_with_token("/userinfo", access_token)
        .await
        .assert(200);
    let replay = browser
        .post_form("/oauth/token", &exchange(&code))
        .await
        .assert(400);
    assert_eq!(replay.json()["error"], "invalid_grant");
    browser
        .get_with_token("/userinfo", access_token)
        .await
        .assert(401);
    let refresh = [
        ("grant_type", "refresh_token"),
        ("client_id", "quickstart"),
        ("refresh_token", tokens["refresh_token"].as_str().unwrap()),
    ];
    browser.post_form("/oauth/token", &refresh).await.assert(400);
}

#[tokio::test]
async fn a_code_ends_after_a_minute() {
    let world = World::new().await;
    let browser = world.browser();
    for (seconds, status) in [(59, 200), (60, 400)] {
        let code = code(&browser, &code_with(&[])).await;
        world.clock.advance(seconds);
        browser
            .post_form("/oauth/token", &exchange(&code))
            .await
            .assert(status);
    }
}

#[tokio::test]
async fn a_client_that_shows_a_secret_in_the_header_is_told_that_it_is_public() {
    let world = World::new().await;
    let browser = world.browser();
    let code = code(&browser, &code_with(&[])).await;
    let headers = [
        ("authorization", "Basic cXVpY2tzdGFydDp4"),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let answer = browser
        .send(
            Method::POST,
            "/oauth/token",
            &headers,
            Body::from(form(&exchange(&code))),
        )
        .await
        .assert(401);
    assert_eq!(answer.json()["error"], "invalid_client");
    assert!(answer.header("www-authenticate").is_some());
}

#[tokio::test]
async fn a_page_of_an_origin_that_the_client_does_not_list_gets_no_tokens() {
    let world = World::new().await;
    let browser = world.browser();
    let code = code(&browser, &code_with(&[])).await;
    let headers = [
        ("origin", "http://evil.test"),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    let answer = browser
        .send(
            Method::POST,
            "/oauth/token",
            &headers,
            Body::from(form(&exchange(&code))),
        )
        .await
        .assert(403);
    assert_eq!(answer.header("access-control-allow-origin"), None);
    browser
        .post_form("/oauth/token", &exchange(&code))
        .await
        .assert(200);
}
