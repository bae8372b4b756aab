//! Asking for a code or a link: what is refused, what is not told, and how often it may be done.

use serde_json::{Value, json};

use super::harness::World;
use super::passwordless::{redeem, start, start_code};
use super::people::outbox;

#[tokio::test]
async fn every_malformed_start_is_refused_by_its_code_and_sends_nothing() {
    let world = World::new().await;
    let browser = world.browser();
    let mail = |more: Value| {
        let mut body = json!({ "connection": "email", "email": "new@example.com", "send": "code" });
        body.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        body
    };
    let sms = |number: &str| json!({ "connection": "sms", "phone_number": number, "send": "code" });
    let cases = [
        (mail(json!({ "client_id": "nobody" })), "bad.client_id"),
        (mail(json!({ "connection": "nowhere" })), "bad.connection"),
        (
            mail(json!({ "connection": "Username-Password-Authentication" })),
            "bad.connection",
        ),
        (mail(json!({ "connection": null })), "bad.connection"),
        (mail(json!({ "email": "new" })), "bad.email"),
        (mail(json!({ "email": null })), "bad.email"),
        (mail(json!({ "send": "pigeon" })), "bad.request"),
        (mail(json!({ "send": 1 })), "bad.request"),
        (mail(json!({ "authParams": "scope=openid" })), "bad.authParams"),
        (
            mail(json!({ "authParams": { "scope": ["openid"] } })),
            "bad.authParams",
        ),
        (sms("015112345678"), "bad.phone_number"),
        (sms("+49 151"), "bad.phone_number"),
        (sms("+1234567890123456"), "bad.phone_number"),
        (
            json!({ "connection": "sms", "phone_number": "+49151", "send": "link" }),
            "bad.request",
        ),
    ];
    for (body, code) in cases {
        let answer = start(&browser, body.clone()).await.assert(400);
        assert_eq!(answer.json()["error"], code, "{body}");
    }
    assert!(outbox(&browser).await.is_empty());
}

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_answer() {
    let world = World::new().await;
    let browser = world.browser();
    let code = start_code(&browser, "known@example.com").await;
    redeem(&browser, "email", "known@example.com", &code)
        .await
        .assert(200);
    let mut shapes = Vec::new();
    for email in ["known@example.com", "fresh@example.com"] {
        let body = json!({ "connection": "email", "email": email, "send": "code" });
        let mut answer = start(&browser, body).await.assert(200).json();
        assert_eq!(answer["_id"].as_str().unwrap().len(), 24);
        answer["_id"] = json!(null);
        answer["email"] = json!(null);
        shapes.push(answer);
    }
    assert_eq!(shapes[0], shapes[1]);
}

#[tokio::test]
async fn fifty_starts_an_hour_are_enough_for_one_network_address() {
    let world = World::new().await;
    let browser = world.browser();
    for index in 0..50 {
        start_code(&browser, &format!("p{index}@example.com")).await;
    }
    let body = json!({ "connection": "email", "email": "p51@example.com", "send": "code" });
    let refused = start(&browser, body).await.assert(429);
    assert_eq!(refused.json()["error"], "too_many_requests");
    assert_eq!(refused.header("x-ratelimit-remaining"), Some("0"));
    world.clock.advance(3600);
    start_code(&browser, "p51@example.com").await;
}

#[tokio::test]
async fn the_number_of_starts_an_hour_can_be_configured() {
    let world = World::configured("[rate_limits]\npasswordless = 1").await;
    let browser = world.browser();
    let body = json!({ "connection": "email", "email": "new@example.com", "send": "code" });
    start(&browser, body.clone()).await.assert(200);
    start(&browser, body).await.assert(429);
}
