//! Codes on a hosted login page of Auth0's classic kind: `/passwordless/verify` and `/passwordless/verify_redirect`.

use serde_json::{Value, json};

use super::harness::{Answer, Browser, CALLBACK, World, form};
use super::people::{outbox, wait_at_login};

/// Has a code sent to Ada and reads it.
async fn code(browser: &Browser) -> String {
    let start = json!({ "client_id": "quickstart", "connection": "email", "send": "code", "email": "ada@example.com" });
    browser
        .post_own_json("/passwordless/start", &start)
        .await
        .assert(200);
    outbox(browser).await[0]["code"].as_str().unwrap().to_owned()
}

fn given(code: &str) -> Value {
    json!({ "client_id": "quickstart", "connection": "email", "email": "ada@example.com", "verification_code": code })
}

async fn verify(browser: &Browser, code: &str) -> Answer {
    browser.post_own_json("/passwordless/verify", &given(code)).await
}

async fn token(browser: &Browser, request: &str) -> String {
    let context = browser
        .get(&format!("/u/login/context?state={request}"))
        .await
        .assert(200)
        .json();
    context["extraParams"]["_csrf"].as_str().unwrap().to_owned()
}

async fn go_on(browser: &Browser, request: &str, token: &str, code: &str) -> Answer {
    let query = form(&[
        ("client_id", "quickstart"),
        ("connection", "email"),
        ("email", "ada@example.com"),
        ("verification_code", code),
        ("state", request),
        ("_intstate", request),
        ("_csrf", token),
        ("protocol", "oauth2"),
    ]);
    browser
        .get(&format!("/passwordless/verify_redirect?{query}"))
        .await
}

#[tokio::test]
async fn a_code_that_was_verified_brings_the_request_to_its_answer_once() {
    let world = World::new().await;
    let browser = world.browser();
    let request = wait_at_login(&browser, &[]).await;
    let token = token(&browser, &request).await;
    let code = code(&browser).await;
    verify(&browser, &code).await.assert(200);
    let back = go_on(&browser, &request, &token, &code).await.assert(303);
    assert!(back.location().starts_with(CALLBACK) && back.query().contains_key("code"));
    verify(&browser, &code).await.assert(401);
    go_on(&browser, &request, &token, &code).await.assert(400);
}

#[tokio::test]
async fn nothing_opens_without_the_verification_the_token_or_the_browser_that_had_both() {
    let world = World::new().await;
    let browser = world.browser();
    let request = wait_at_login(&browser, &[]).await;
    let good = token(&browser, &request).await;
    let code = code(&browser).await;
    go_on(&browser, &request, &good, &code).await.assert(410);
    verify(&browser, "000000").await.assert(401);
    verify(&browser, &code).await.assert(200);
    go_on(&browser, &request, "", &code).await.assert(400);
    go_on(&browser, &request, "wrong", &code).await.assert(400);
    let thief = world.browser();
    let other = wait_at_login(&thief, &[]).await;
    let others = token(&thief, &other).await;
    go_on(&thief, &request, &good, &code).await.assert(400);
    go_on(&thief, &other, &others, &code).await.assert(410);
    world.clock.advance(60);
    go_on(&browser, &request, &good, &code).await.assert(410);
    assert_eq!((browser.cookie("auth0"), thief.cookie("auth0")), (None, None));
}

#[tokio::test]
async fn only_pages_of_the_server_verify() {
    let world = World::new().await;
    let browser = world.browser();
    wait_at_login(&browser, &[]).await;
    let code = code(&browser).await;
    browser
        .post_json("/passwordless/verify", &given(&code))
        .await
        .assert(403);
    let fresh = world.browser();
    verify(&fresh, &code).await.assert(400);
    verify(&browser, &code).await.assert(200);
}

#[tokio::test]
async fn wrong_codes_lock_out_here_as_everywhere() {
    let world = World::configured("[lock_out]\nthreshold = 2").await;
    let browser = world.browser();
    wait_at_login(&browser, &[]).await;
    let code = code(&browser).await;
    for _ in 0..2 {
        verify(&browser, "000000").await.assert(401);
    }
    let locked = verify(&browser, &code).await.assert(429);
    assert_eq!(locked.json()["error"], "too_many_attempts");
}
