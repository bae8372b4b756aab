//! `/co/authenticate`: what it takes, and every way in which it refuses.

use serde_json::{Value, json};

use super::harness::{APP, Browser, PASSWORD, World};
use super::steps::{PASSWORD_REALM, REALM, co_authenticate};

const OTP: &str = "http://auth0.com/oauth/grant-type/passwordless/otp";

#[tokio::test]
async fn the_seeded_person_may_come_by_address_in_any_case_and_by_user_name() {
    let world = World::new().await;
    for username in [
        "ada@example.com",
        "ADA@Example.com",
        "ada",
        "Ada",
        "  ada@example.com ",
    ] {
        let body = json!({ "client_id": "quickstart", "credential_type": PASSWORD_REALM, "realm": REALM,
                           "username": username, "password": PASSWORD });
        world
            .browser()
            .post_json("/co/authenticate", &body)
            .await
            .assert(200);
    }
}

#[tokio::test]
async fn the_bare_password_type_takes_the_clients_database() {
    let world = World::new().await;
    let body = json!({ "client_id": "quickstart", "credential_type": "password",
                       "username": "ada@example.com", "password": PASSWORD });
    world
        .browser()
        .post_json("/co/authenticate", &body)
        .await
        .assert(200);
}

#[tokio::test]
async fn a_password_is_compared_to_its_last_space() {
    let world = World::new().await;
    let padded = format!("{PASSWORD} ");
    co_authenticate(&world.browser(), "quickstart", &padded)
        .await
        .assert(403);
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_person_get_the_same_answer() {
    let world = World::new().await;
    let wrong = co_authenticate(&world.browser(), "quickstart", "wrong")
        .await
        .assert(403);
    let body = json!({ "client_id": "quickstart", "credential_type": PASSWORD_REALM, "realm": REALM,
                       "username": "nobody@example.com", "password": "wrong" });
    let unknown = world
        .browser()
        .post_json("/co/authenticate", &body)
        .await
        .assert(403);
    assert_eq!(wrong.json()["error"], "access_denied");
    assert_eq!((wrong.body, wrong.headers), (unknown.body, unknown.headers));
}

#[tokio::test]
async fn every_malformed_request_is_refused_by_its_code() {
    let world = World::new().await;
    let browser = world.browser();
    let good = json!({ "client_id": "quickstart", "credential_type": PASSWORD_REALM, "realm": REALM,
                       "username": "ada@example.com", "password": PASSWORD });
    let cases: &[(Value, u16, &str)] = &[
        (json!({ "client_id": null }), 400, "invalid_request"),
        (json!({ "client_id": 7 }), 400, "invalid_request"),
        (json!({ "client_id": "unknown" }), 401, "unauthorized_client"),
        (json!({ "username": null }), 400, "invalid_request"),
        (json!({ "password": "" }), 400, "invalid_request"),
        (json!({ "realm": null }), 400, "invalid_request"),
        (json!({ "realm": "other" }), 400, "invalid_request"),
        (json!({ "realm": "google-oauth2" }), 400, "invalid_request"),
        (json!({ "realm": "email" }), 400, "invalid_request"),
        (json!({ "otp": "123456" }), 400, "invalid_request"),
        (json!({ "state": "x" }), 400, "invalid_request"),
        (
            json!({ "credential_type": "otp" }),
            400,
            "unsupported_credential_type",
        ),
        (json!({ "credential_type": "password" }), 400, "invalid_request"),
        (
            json!({ "credential_type": OTP, "password": null, "otp": "1" }),
            400,
            "invalid_request",
        ),
    ];
    for (changes, status, code) in cases {
        let mut body = good.clone();
        for (name, value) in changes.as_object().unwrap() {
            match value {
                Value::Null => body.as_object_mut().unwrap().remove(name),
                value => body.as_object_mut().unwrap().insert(name.clone(), value.clone()),
            };
        }
        let answer = browser.post_json("/co/authenticate", &body).await;
        assert_eq!(
            (answer.status.as_u16(), answer.json()["error"].as_str()),
            (*status, Some(*code)),
            "{changes}"
        );
    }
}

#[tokio::test]
async fn a_page_of_another_origin_and_no_page_at_all_are_refused_in_plain_text() {
    let world = World::new().await;
    let origins: [&[(&str, &str)]; 4] = [
        &[("origin", "http://evil.test")],
        &[("origin", "null")],
        &[("origin", "http://localhost:8080/")],
        &[],
    ];
    for origin in origins {
        let answer = post(&world.browser(), origin).await.assert(403);
        assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
        assert_eq!(answer.header("access-control-allow-origin"), None);
    }
    post(&world.browser(), &[("origin", APP)]).await.assert(200);
}

#[tokio::test]
async fn a_client_with_the_switch_off_may_not_authenticate_across_origins() {
    let world =
        World::configured("[[client]]\nclient_id = 'quickstart'\ncross_origin_authentication = false").await;
    let answer = co_authenticate(&world.browser(), "quickstart", PASSWORD)
        .await
        .assert(401);
    assert_eq!(answer.json()["error"], "unauthorized_client");
}

#[tokio::test]
async fn a_connection_that_the_client_may_not_use_is_an_unknown_realm() {
    let world = World::configured("[[client]]\nclient_id = 'quickstart'\nconnections = ['email']").await;
    let answer = co_authenticate(&world.browser(), "quickstart", PASSWORD)
        .await
        .assert(400);
    assert_eq!(answer.json()["error"], "invalid_request");
}

#[tokio::test]
async fn a_blocked_person_learns_it_only_with_the_right_password() {
    let world = World::configured(
        "[[user]]\nemail = 'ada@example.com'\npassword = 'correct horse battery staple'\nblocked = true",
    )
    .await;
    let right = co_authenticate(&world.browser(), "quickstart", PASSWORD)
        .await
        .assert(403);
    assert_eq!(right.json()["error"], "blocked_user");
    let wrong = co_authenticate(&world.browser(), "quickstart", "wrong")
        .await
        .assert(403);
    assert_eq!(wrong.json()["error"], "access_denied");
}

#[tokio::test]
async fn after_too_many_failures_the_right_password_is_refused_too_until_the_lock_ends() {
    let world = World::configured("[lock_out]\nthreshold = 3\nseconds = 600").await;
    let browser = world.browser();
    for _ in 0..3 {
        co_authenticate(&browser, "quickstart", "wrong").await.assert(403);
    }
    let locked = co_authenticate(&browser, "quickstart", PASSWORD)
        .await
        .assert(429);
    assert_eq!(locked.json()["error"], "too_many_attempts");
    assert_eq!(locked.header("retry-after"), Some("600"));
    world.clock.advance(600);
    co_authenticate(&browser, "quickstart", PASSWORD)
        .await
        .assert(200);
}

#[tokio::test]
async fn no_session_comes_of_a_ticket_alone() {
    let world = World::new().await;
    let browser = world.browser();
    co_authenticate(&browser, "quickstart", PASSWORD)
        .await
        .assert(200);
    assert!(browser.cookie("did").is_some());
    assert_eq!(browser.cookie("auth0"), None);
}

async fn post(browser: &Browser, origin: &[(&str, &str)]) -> super::harness::Answer {
    let body = json!({ "client_id": "quickstart", "credential_type": PASSWORD_REALM, "realm": REALM,
                       "username": "ada@example.com", "password": PASSWORD });
    let mut headers = vec![("content-type", "application/json")];
    headers.extend(origin);
    let body = axum::body::Body::from(body.to_string());
    browser
        .send(axum::http::Method::POST, "/co/authenticate", &headers, body)
        .await
}
