//! `/dbconnections/signup`.

use serde_json::{Value, json};

use super::harness::{Answer, Browser, World};
use super::people::sign_up_body;
use super::steps::{PASSWORD_REALM, REALM, claims, code_with, exchange};

async fn sign_up(browser: &Browser, changes: Value) -> Answer {
    browser
        .post_json("/dbconnections/signup", &sign_up_body(&changes))
        .await
}

#[tokio::test]
async fn a_new_person_is_answered_by_name_and_can_log_in() {
    let world = World::new().await;
    let browser = world.browser();
    let changes = json!({
        "email": " Grace@Example.com ",
        "username": "hopper",
        "given_name": "Grace",
        "user_metadata": { "plan": "free" },
    });
    let answer = sign_up(&browser, changes).await.assert(200).json();
    assert_eq!(answer["email"], "grace@example.com");
    assert_eq!(answer["email_verified"], false);
    assert_eq!(answer["username"], "hopper");
    assert_eq!(answer["given_name"], "Grace");
    assert_eq!(answer["user_metadata"]["plan"], "free");
    assert_eq!(
        answer["_id"].as_str().unwrap().len(),
        24,
        "the identifier stands without its strategy"
    );
    for username in ["grace@example.com", "Hopper"] {
        let body = json!({
            "client_id": "quickstart", "credential_type": PASSWORD_REALM, "realm": REALM,
            "username": username, "password": "Nanosecond wire 11",
        });
        browser.post_json("/co/authenticate", &body).await.assert(200);
    }
}

#[tokio::test]
async fn profile_members_of_a_sign_up_are_the_claims_of_later_tokens_and_metadata_are_not() {
    let world = World::new().await;
    let browser = world.browser();
    let profile = json!({
        "given_name": "Grace", "family_name": "Hopper", "name": "Rear Admiral Hopper", "nickname": "amazing",
        "picture": "https://img.example.com/grace.png",
    });
    let mut changes = profile.clone();
    changes["user_metadata"] = json!({ "plan": "free" });
    let answer = sign_up(&browser, changes).await.assert(200).json();
    let body = json!({ "client_id": "quickstart", "credential_type": PASSWORD_REALM, "realm": REALM,
                       "username": "grace@example.com", "password": "Nanosecond wire 11" });
    let login = browser.post_json("/co/authenticate", &body).await.json();
    let ticket = login["login_ticket"].as_str().unwrap();
    let back = browser
        .authorize(&code_with(&[("login_ticket", ticket)]))
        .await
        .assert(303)
        .query();
    let tokens = browser
        .post_form("/oauth/token", &exchange(&back["code"]))
        .await
        .assert(200)
        .json();
    let token = tokens["access_token"].as_str().unwrap();
    let userinfo = browser
        .get_with_token("/userinfo", token)
        .await
        .assert(200)
        .json();
    let id_token = claims(&tokens["id_token"]);
    for (name, value) in profile.as_object().unwrap() {
        for told in [&answer, &id_token, &userinfo] {
            assert_eq!(&told[name], value, "{name}");
        }
    }
    for told in [&id_token, &userinfo] {
        assert!(told.get("user_metadata").is_none() && told.get("plan").is_none());
    }
}

#[tokio::test]
async fn a_taken_address_or_name_is_generic_by_default_and_told_when_configured() {
    let taken = [
        (json!({ "email": "ADA@example.com" }), "user_exists"),
        (json!({ "username": "Ada" }), "username_exists"),
    ];
    for (toml, reveals) in [("", false), ("reveal_user_exists = true", true)] {
        let world = World::configured(toml).await;
        for (changes, code) in &taken {
            let answer = sign_up(&world.browser(), changes.clone())
                .await
                .assert(400)
                .json();
            assert_eq!(answer["code"], if reveals { code } else { "invalid_signup" });
        }
    }
}

#[tokio::test]
async fn a_weak_password_is_refused_in_the_shape_that_clients_read() {
    let world = World::new().await;
    let cases = [
        ("Short1", "PasswordStrengthError"),
        ("Password1", "PasswordDictionaryError"),
        ("my-Grace-77", "PasswordNoUserInfoError"),
    ];
    for (password, name) in cases {
        let answer = sign_up(&world.browser(), json!({ "password": password }))
            .await
            .assert(400);
        assert_eq!(answer.json()["name"], name);
        assert_eq!(answer.json()["code"], "invalid_password");
        assert!(!answer.body.contains(password));
    }
}

#[tokio::test]
async fn every_malformed_sign_up_is_refused_by_its_code() {
    let world = World::new().await;
    let many: Value = (0..11)
        .map(|index| (format!("k{index}"), json!("v")))
        .collect::<serde_json::Map<_, _>>()
        .into();
    let cases = [
        (json!({ "client_id": "nobody" }), "invalid_request"),
        (json!({ "client_id": null }), "invalid_request"),
        (json!({ "connection": "nowhere" }), "invalid_request"),
        (json!({ "connection": "google-oauth2" }), "invalid_request"),
        (json!({ "email": "grace" }), "invalid_request"),
        (json!({ "email": null }), "invalid_request"),
        (json!({ "password": null }), "invalid_password"),
        (json!({ "username": "has space" }), "invalid_request"),
        (json!({ "username": "a@b.example" }), "invalid_request"),
        (json!({ "given_name": "x".repeat(151) }), "invalid_request"),
        (json!({ "nickname": "x".repeat(301) }), "invalid_request"),
        (json!({ "name": " " }), "invalid_request"),
        (json!({ "user_metadata": ["x"] }), "invalid_request"),
        (json!({ "user_metadata": { "a": 1 } }), "invalid_request"),
        (
            json!({ "user_metadata": { "a": "x".repeat(501) } }),
            "invalid_request",
        ),
        (json!({ "user_metadata": many }), "invalid_request"),
    ];
    for (changes, code) in cases {
        let answer = sign_up(&world.browser(), changes.clone())
            .await
            .assert(400)
            .json();
        assert_eq!(answer["code"], code, "{changes}");
    }
}

#[tokio::test]
async fn a_connection_may_be_closed_or_ask_for_a_user_name() {
    let name = "[[connection]]\nname = 'Username-Password-Authentication'\n";
    let closed = World::configured(&format!("{name}sign_up = false")).await;
    let answer = sign_up(&closed.browser(), json!({})).await.assert(400).json();
    assert_eq!(answer["code"], "public_signup_disabled");
    let asks = World::configured(&format!("{name}requires_username = true")).await;
    sign_up(&asks.browser(), json!({})).await.assert(400);
    sign_up(&asks.browser(), json!({ "username": "hopper" }))
        .await
        .assert(200);
}

#[tokio::test]
async fn a_page_of_another_origin_signs_nobody_up() {
    let world = World::new().await;
    let headers = [
        ("content-type", "application/json"),
        ("origin", "http://evil.test"),
    ];
    let body = sign_up_body(&json!({})).to_string();
    let method = axum::http::Method::POST;
    world
        .browser()
        .send(method, "/dbconnections/signup", &headers, body.into())
        .await
        .assert(403);
    assert!(
        world
            .state
            .store
            .user_by_email(REALM, "grace@example.com")
            .unwrap()
            .is_none()
    );
}
