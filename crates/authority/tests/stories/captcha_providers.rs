//! Captchas of providers elsewhere: each has a stand-in here.

use serde_json::json;

use super::captcha::{always, challenge, steps, with};
use super::harness::World;

#[tokio::test]
async fn each_provider_elsewhere_has_a_stand_in_whose_tokens_are_good_once_for_that_provider_and_key() {
    for (provider, name) in [
        ("auth0_v2", "window.turnstile"),
        ("recaptcha_v2", "window.grecaptcha"),
        ("recaptcha_enterprise", "grecaptcha.enterprise"),
        ("hcaptcha", "window.hcaptcha"),
        ("friendly_captcha", "window.friendlyChallenge"),
        ("arkose", "setConfig"),
    ] {
        let (_, path, endpoint, body, _) = steps()[0].clone();
        let world = always("login", &format!("provider = '{provider}'\nsite_key = 'key-1'")).await;
        let browser = world.browser();
        let script = browser
            .get(&format!("/dev/captcha/{provider}.js?onload=x"))
            .await
            .assert(200);
        assert!(
            script.body.contains(name)
                && script
                    .header("content-type")
                    .unwrap()
                    .starts_with("text/javascript")
        );
        let asked = challenge(&browser, path, json!({ "state": "s" })).await;
        assert_eq!(
            (&asked["provider"], &asked["siteKey"]),
            (&json!(provider), &json!("key-1"))
        );
        assert_eq!(asked.get("clientSubdomain").is_some(), provider == "arkose");
        assert!(asked.get("image").is_none());

        let solve = async |kind: &str, key: &str| {
            let answer = browser
                .post_json(&format!("/dev/captcha/{kind}/token"), &json!({ "sitekey": key }))
                .await;
            answer.assert(200).json()["token"].as_str().unwrap().to_owned()
        };
        let other = if provider == "arkose" {
            "hcaptcha"
        } else {
            "arkose"
        };
        let token = solve(provider, "key-1").await;
        for (captcha, status) in [
            ("", 401),
            ("BYPASS_CAPTCHA", 401),
            (solve(provider, "key-2").await.as_str(), 401),
            (solve(other, "key-1").await.as_str(), 401),
            (token.as_str(), 200),
            (token.as_str(), 401),
        ] {
            let body = with(&body, &[("state", "s"), ("captcha", captcha)]);
            browser.post_json(endpoint, &body).await.assert(status);
        }
        let late = solve(provider, "key-1").await;
        world.clock.advance(300);
        let body = with(&body, &[("captcha", &late)]);
        browser.post_json(endpoint, &body).await.assert(401);
    }
}

#[tokio::test]
async fn there_is_no_stand_in_for_the_servers_own_pictures_or_for_nobody() {
    let browser = World::new().await.browser();
    for path in [
        "/dev/captcha/auth0.js",
        "/dev/captcha/nobody.js",
        "/dev/captcha/hcaptcha",
    ] {
        browser.get(path).await.assert(404);
    }
    let token = browser
        .post_json("/dev/captcha/auth0/token", &json!({ "sitekey": "vestibule" }))
        .await;
    token.assert(404);
}
