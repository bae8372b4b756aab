//! Revocation (RFC 7009).

use serde_json::{Value, json};

use super::harness::{Answer, Browser, World};
use super::steps::{code_with, tokens};

const OFFLINE: [(&str, &str); 1] = [("scope", "openid offline_access")];

#[tokio::test]
async fn a_revoked_refresh_token_takes_its_whole_family_with_it() {
    let world = World::new().await;
    let browser = world.browser();
    for old in [false, true] {
        let first = tokens(&browser, &code_with(&OFFLINE)).await;
        let second = refresh(&browser, &first).await.assert(200).json();
        let revoked = if old { &first } else { &second };
        let answer = revoke(&browser, text(revoked, "refresh_token"), &[])
            .await
            .assert(200);
        assert_eq!(answer.body, "");
        let refused = refresh(&browser, &second).await.assert(400).json();
        assert_eq!(refused["error"], "invalid_grant");
        let access_token = text(&second, "access_token");
        browser
            .get_with_token("/userinfo", access_token)
            .await
            .assert(401);
    }
}

#[tokio::test]
async fn a_revoked_access_token_goes_alone() {
    let world = World::new().await;
    let browser = world.browser();
    let first = tokens(&browser, &code_with(&OFFLINE)).await;
    let hint = [("token_type_hint", "refresh_token")];
    revoke(&browser, text(&first, "access_token"), &hint)
        .await
        .assert(200);
    let refused = browser
        .get_with_token("/userinfo", text(&first, "access_token"))
        .await
        .assert(401);
    assert!(
        refused
            .header("www-authenticate")
            .unwrap()
            .contains("invalid_token")
    );
    let second = refresh(&browser, &first).await.assert(200).json();
    browser
        .get_with_token("/userinfo", text(&second, "access_token"))
        .await
        .assert(200);
}

#[tokio::test]
async fn what_is_not_a_living_token_counts_as_revoked() {
    let world = World::new().await;
    let browser = world.browser();
    let tokens = tokens(&browser, &code_with(&OFFLINE)).await;
    for token in ["unknown", "a.b.c", text(&tokens, "id_token")] {
        revoke(&browser, token, &[("token_type_hint", "other")])
            .await
            .assert(200);
    }
    for _ in 0..2 {
        revoke(&browser, text(&tokens, "refresh_token"), &[])
            .await
            .assert(200);
    }
    world.clock.advance(7200);
    revoke(&browser, text(&tokens, "access_token"), &[])
        .await
        .assert(200);
}

#[tokio::test]
async fn json_is_read_as_well() {
    let world = World::new().await;
    let browser = world.browser();
    let tokens = tokens(&browser, &code_with(&OFFLINE)).await;
    let body = json!({ "client_id": "quickstart", "token": tokens["refresh_token"] });
    browser.post_json("/oauth/revoke", &body).await.assert(200);
    refresh(&browser, &tokens).await.assert(400);
}

#[tokio::test]
async fn a_request_that_is_wrong_is_told_so() {
    let world =
        World::configured("[[client]]\nclient_id = 'other'\norigins = ['http://localhost:8080']").await;
    let browser = world.browser();
    let tokens = tokens(&browser, &code_with(&OFFLINE)).await;
    for (fields, status, error) in [
        (&[("client_id", ""), ("token", "x")][..], 400, "invalid_request"),
        (&[("client_id", "unknown"), ("token", "x")], 401, "invalid_client"),
        (&[("client_secret", "x"), ("token", "x")], 401, "invalid_client"),
        (&[("token", "")], 400, "invalid_request"),
        (
            &[("client_id", "other"), ("token", text(&tokens, "refresh_token"))],
            400,
            "invalid_grant",
        ),
        (
            &[("client_id", "other"), ("token", text(&tokens, "access_token"))],
            400,
            "invalid_grant",
        ),
    ] {
        let fields = super::steps::with(&[("client_id", "quickstart")], fields);
        let answer = browser.post_form("/oauth/revoke", &fields).await.assert(status);
        assert_eq!(answer.json()["error"], error, "{fields:?}");
    }
    refresh(&browser, &tokens).await.assert(200);
}

async fn revoke(browser: &Browser, token: &str, more: &[(&str, &str)]) -> Answer {
    let fields = super::steps::with(&[("client_id", "quickstart"), ("token", token)], more);
    browser.post_form("/oauth/revoke", &fields).await
}

async fn refresh(browser: &Browser, tokens: &Value) -> Answer {
    let fields = [
        ("grant_type", "refresh_token"),
        ("client_id", "quickstart"),
        ("refresh_token", text(tokens, "refresh_token")),
    ];
    browser.post_form("/oauth/token", &fields).await
}

fn text<'a>(tokens: &'a Value, name: &str) -> &'a str {
    tokens[name].as_str().unwrap()
}
