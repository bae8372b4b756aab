//! Refresh tokens: they rotate, they notice a thief, and they do not live for ever.

use serde_json::Value;

use super::harness::{Answer, Browser, World};
use super::steps::{claims, code_with, tokens};

const OFFLINE: [(&str, &str); 1] = [("scope", "openid profile offline_access")];

#[tokio::test]
async fn each_refresh_token_works_once_and_brings_the_next() {
    let world = World::new().await;
    let browser = world.browser();
    let mut current = tokens(&browser, &code_with(&OFFLINE)).await;
    let first = claims(&current["id_token"]);
    for _ in 0..3 {
        world.clock.advance(60);
        let next = refresh(&browser, &current, &[]).await.assert(200).json();
        assert_ne!(next["refresh_token"], current["refresh_token"]);
        let id = claims(&next["id_token"]);
        for name in ["iss", "sub", "aud", "auth_time", "sid"] {
            assert_eq!(id[name], first[name], "{name}");
        }
        assert_eq!(id.get("nonce"), None);
        assert_ne!(id["iat"], first["iat"]);
        current = next;
    }
}

#[tokio::test]
async fn an_old_refresh_token_that_comes_back_ends_the_whole_family() {
    let world = World::new().await;
    let browser = world.browser();
    let first = tokens(&browser, &code_with(&OFFLINE)).await;
    let second = refresh(&browser, &first, &[]).await.assert(200).json();
    let reuse = refresh(&browser, &first, &[]).await.assert(400).json();
    assert_eq!(reuse["error"], "invalid_grant");
    refresh(&browser, &second, &[]).await.assert(400);
    let access_token = second["access_token"].as_str().unwrap();
    browser
        .get_with_token("/userinfo", access_token)
        .await
        .assert(401);
}

#[tokio::test]
async fn a_leeway_forgives_a_lost_answer_for_its_time_only() {
    let world = World::configured("[lifetimes]\nrefresh_leeway = 10").await;
    let browser = world.browser();
    let first = tokens(&browser, &code_with(&OFFLINE)).await;
    refresh(&browser, &first, &[]).await.assert(200);
    world.clock.advance(9);
    let again = refresh(&browser, &first, &[]).await.assert(200).json();
    world.clock.advance(1);
    refresh(&browser, &first, &[]).await.assert(400);
    refresh(&browser, &again, &[]).await.assert(400);
}

#[tokio::test]
async fn an_unused_refresh_token_ends_and_rotation_does_not_extend_the_family() {
    let world = World::configured("[lifetimes]\nrefresh_idle = 100\nrefresh_absolute = 250").await;
    let browser = world.browser();
    let idle = tokens(&browser, &code_with(&OFFLINE)).await;
    let mut used = tokens(&browser, &code_with(&OFFLINE)).await;
    world.clock.advance(99);
    used = refresh(&browser, &used, &[]).await.assert(200).json();
    world.clock.advance(1);
    refresh(&browser, &idle, &[]).await.assert(400);
    world.clock.advance(98);
    used = refresh(&browser, &used, &[]).await.assert(200).json();
    world.clock.advance(52);
    refresh(&browser, &used, &[]).await.assert(400);
}

#[tokio::test]
async fn a_refresh_may_ask_for_less_but_not_for_more_and_asking_wrongly_uses_nothing_up() {
    let world = World::new().await;
    let browser = world.browser();
    let first = tokens(&browser, &code_with(&OFFLINE)).await;
    let more = refresh(&browser, &first, &[("scope", "openid email")])
        .await
        .assert(400)
        .json();
    assert_eq!(more["error"], "invalid_scope");
    let other = refresh(&browser, &first, &[("audience", "https://other.example.com/")])
        .await
        .assert(400)
        .json();
    assert_eq!(other["error"], "invalid_target");
    let less = refresh(&browser, &first, &[("scope", "openid")])
        .await
        .assert(200)
        .json();
    assert_eq!(
        (
            less["scope"].as_str(),
            claims(&less["access_token"])["scope"].as_str()
        ),
        (Some("openid"), Some("openid"))
    );
    let all = refresh(&browser, &less, &[]).await.assert(200).json();
    assert_eq!(all["scope"], "openid profile offline_access");
}

#[tokio::test]
async fn a_refresh_token_reaches_every_api_of_the_client_with_that_apis_scope() {
    let world = World::new().await;
    let browser = world.browser();
    let mut current = tokens(&browser, &code_with(&OFFLINE)).await;
    for (audience, scope, path) in [
        ("https://api.example.com/", "read:me", "/api/me"),
        ("https://reports.example.com/", "read:reports", "/api/reports"),
        ("https://api.example.com/", "read:me", "/api/me"),
    ] {
        current = refresh(&browser, &current, &[("audience", audience)])
            .await
            .assert(200)
            .json();
        assert_eq!(current["scope"], format!("openid profile offline_access {scope}"));
        let access = claims(&current["access_token"]);
        assert_eq!(access["aud"][0], audience);
        let token = current["access_token"].as_str().unwrap();
        browser.get_with_token(path, token).await.assert(200);
        let other = if path == "/api/me" {
            "/api/reports"
        } else {
            "/api/me"
        };
        browser.get_with_token(other, token).await.assert(401);
    }
    let narrow = [
        ("audience", "https://api.example.com/"),
        ("scope", "openid read:me"),
    ];
    current = refresh(&browser, &current, &narrow).await.assert(200).json();
    assert_eq!(current["scope"], "openid read:me");
    let foreign = [
        ("audience", "https://api.example.com/"),
        ("scope", "openid read:reports"),
    ];
    let refused = refresh(&browser, &current, &foreign).await.assert(400).json();
    assert_eq!(refused["error"], "invalid_scope");
    // Without an audience it is that of the login again.
    let plain = refresh(&browser, &current, &[]).await.assert(200).json();
    assert_eq!(plain["scope"], "openid profile offline_access");
}

#[tokio::test]
async fn a_client_limited_to_some_apis_refreshes_for_no_other() {
    let world = World::configured(
        "[[client]]\nclient_id = 'quickstart'\nrefresh_audiences = ['https://reports.example.com/']",
    )
    .await;
    let browser = world.browser();
    let first = tokens(&browser, &code_with(&OFFLINE)).await;
    let refused = refresh(&browser, &first, &[("audience", "https://api.example.com/")])
        .await
        .assert(400)
        .json();
    assert_eq!(refused["error"], "invalid_target");
    refresh(&browser, &first, &[("resource", "https://reports.example.com/")])
        .await
        .assert(200);
}

#[tokio::test]
async fn a_refresh_token_is_worthless_to_another_client_and_survives_its_attempt() {
    let world = World::new().await;
    let browser = world.browser();
    let first = tokens(&browser, &code_with(&OFFLINE)).await;
    refresh(&browser, &first, &[("client_id", "legacy")])
        .await
        .assert(400);
    refresh(&browser, &first, &[]).await.assert(200);
}

#[tokio::test]
async fn an_unknown_refresh_token_and_a_missing_one_are_refused() {
    let world = World::new().await;
    let browser = world.browser();
    let fields = [("grant_type", "refresh_token"), ("client_id", "quickstart")];
    let missing = browser
        .post_form("/oauth/token", &fields)
        .await
        .assert(400)
        .json();
    assert_eq!(missing["error"], "invalid_request");
    let unknown = serde_json::json!({ "refresh_token": "unknown" });
    assert_eq!(
        refresh(&browser, &unknown, &[]).await.assert(400).json()["error"],
        "invalid_grant"
    );
}

async fn refresh(browser: &Browser, tokens: &Value, changes: &[(&str, &str)]) -> Answer {
    let fields = [
        ("grant_type", "refresh_token"),
        ("client_id", "quickstart"),
        ("refresh_token", tokens["refresh_token"].as_str().unwrap()),
    ];
    browser
        .post_form("/oauth/token", &super::steps::with(&fields, changes))
        .await
}
