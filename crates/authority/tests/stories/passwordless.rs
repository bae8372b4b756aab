//! Logging in by a code or a link.

use serde_json::{Value, json};

use super::harness::{Answer, Browser, CALLBACK, CHALLENGE, World};
use super::people::{newest_link, outbox, ticket_of};
use super::steps::{CODE, claims, exchange, with};

const OTP: &str = "http://auth0.com/oauth/grant-type/passwordless/otp";

pub async fn start(browser: &Browser, body: Value) -> Answer {
    let mut whole = json!({ "client_id": "quickstart" });
    for (name, value) in body.as_object().unwrap() {
        whole[name] = value.clone();
    }
    browser.post_json("/passwordless/start", &whole).await
}

pub async fn start_code(browser: &Browser, email: &str) -> String {
    start(
        browser,
        json!({ "connection": "email", "email": email, "send": "code" }),
    )
    .await
    .assert(200);
    newest_code(browser).await
}

async fn newest_code(browser: &Browser) -> String {
    outbox(browser).await[0]["code"].as_str().unwrap().to_owned()
}

pub async fn redeem(browser: &Browser, realm: &str, username: &str, code: &str) -> Answer {
    let body = json!({
        "client_id": "quickstart", "credential_type": OTP, "realm": realm, "username": username, "otp": code,
    });
    browser.post_json("/co/authenticate", &body).await
}

fn other(code: &str) -> &'static str {
    if code == "000000" { "000001" } else { "000000" }
}

#[tokio::test]
async fn a_code_by_mail_ends_in_tokens_of_a_verified_address() {
    let world = World::new().await;
    let browser = world.browser();
    let code = start_code(&browser, " New@Example.com ").await;
    assert_eq!(code.len(), 6);
    let ticket = redeem(&browser, "email", "new@example.com", &code)
        .await
        .assert(200)
        .json();
    let ticket = ticket["login_ticket"].as_str().unwrap().to_owned();
    let params = with(&CODE, &[("login_ticket", &ticket), ("realm", "email")]);
    let code = browser.authorize(&params).await.assert(303).query()["code"].clone();
    let tokens = browser
        .post_form("/oauth/token", &exchange(&code))
        .await
        .assert(200)
        .json();
    let claims = claims(&tokens["id_token"]);
    assert_eq!(claims["email"], "new@example.com");
    assert_eq!(claims["email_verified"], true);
    assert!(claims["sub"].as_str().unwrap().starts_with("email|"));
}

#[tokio::test]
async fn a_code_is_good_once_and_the_same_address_is_the_same_person() {
    let world = World::new().await;
    let browser = world.browser();
    let code = start_code(&browser, "new@example.com").await;
    redeem(&browser, "email", "NEW@example.com", &code)
        .await
        .assert(200);
    redeem(&browser, "email", "new@example.com", &code)
        .await
        .assert(403);
    let first = world
        .state
        .store
        .user_by_email("email", "new@example.com")
        .unwrap()
        .unwrap()
        .id;
    let code = start_code(&browser, "new@example.com").await;
    redeem(&browser, "email", "new@example.com", &code)
        .await
        .assert(200);
    assert_eq!(
        world
            .state
            .store
            .user_by_email("email", "new@example.com")
            .unwrap()
            .unwrap()
            .id,
        first
    );
}

#[tokio::test]
async fn only_the_newest_code_counts() {
    let world = World::new().await;
    let browser = world.browser();
    let old = start_code(&browser, "new@example.com").await;
    let new = start_code(&browser, "new@example.com").await;
    assert_ne!(old, new);
    redeem(&browser, "email", "new@example.com", &old)
        .await
        .assert(403);
    redeem(&browser, "email", "new@example.com", &new)
        .await
        .assert(200);
}

#[tokio::test]
async fn a_code_dies_after_three_wrong_tries() {
    let world = World::new().await;
    let browser = world.browser();
    let code = start_code(&browser, "new@example.com").await;
    for _ in 0..3 {
        redeem(&browser, "email", "new@example.com", other(&code))
            .await
            .assert(403);
    }
    redeem(&browser, "email", "new@example.com", &code)
        .await
        .assert(403);
}

#[tokio::test]
async fn a_code_ends_after_three_minutes() {
    let world = World::new().await;
    let browser = world.browser();
    let late = start_code(&browser, "new@example.com").await;
    world.clock.advance(180);
    redeem(&browser, "email", "new@example.com", &late)
        .await
        .assert(403);
    let in_time = start_code(&browser, "new@example.com").await;
    world.clock.advance(179);
    redeem(&browser, "email", "new@example.com", &in_time)
        .await
        .assert(200);
}

#[tokio::test]
async fn a_code_by_text_message_is_bound_to_the_domain_of_the_page_that_asked() {
    let world = World::new().await;
    let browser = world.browser();
    let answer = start(
        &browser,
        json!({ "connection": "sms", "phone_number": "+4915112345678" }),
    )
    .await
    .assert(200);
    assert_eq!(answer.json()["phone_number"], "+4915112345678");
    let message = &outbox(&browser).await[0];
    assert_eq!(message["kind"], "sms");
    let code = message["code"].as_str().unwrap();
    assert!(
        message["text"]
            .as_str()
            .unwrap()
            .ends_with(&format!("@localhost #{code}"))
    );
    redeem(&browser, "sms", "+4915112345678", other(code))
        .await
        .assert(403);
    redeem(&browser, "sms", "+4915112345678", code).await.assert(200);
    assert!(
        world
            .state
            .store
            .user_by_phone("sms", "+4915112345678")
            .unwrap()
            .is_some()
    );
}

fn link_body() -> Value {
    json!({
        "connection": "email",
        "email": "new@example.com",
        "send": "link",
        "authParams": {
            "response_type": "code", "redirect_uri": CALLBACK, "scope": "openid", "state": "link-state",
            "code_challenge": CHALLENGE, "code_challenge_method": "S256",
        },
    })
}

#[tokio::test]
async fn a_link_logs_in_by_a_click_once_and_keeps_the_apps_state() {
    let world = World::new().await;
    let browser = world.browser();
    start(&browser, link_body()).await.assert(200);
    let link = newest_link(&browser).await;
    let scanner = world.browser();
    scanner.get(&link).await.assert(200);
    scanner.get(&link).await.assert(200);
    let click = |ticket| [("ticket", ticket)];
    let path = "/passwordless/verify_redirect";
    let back = browser.submit(path, &click(ticket_of(&link))).await.assert(303);
    assert!(back.location().starts_with(CALLBACK));
    assert_eq!(back.query()["state"], "link-state");
    let code = back.query()["code"].clone();
    browser
        .post_form("/oauth/token", &exchange(&code))
        .await
        .assert(200);
    browser.submit(path, &click(ticket_of(&link))).await.assert(410);
    browser.get(&link).await.assert(410);
}

#[tokio::test]
async fn a_link_answers_only_what_authorize_would_and_no_other_site_can_click_it() {
    let world = World::new().await;
    let browser = world.browser();
    let mut body = link_body();
    body["authParams"]["redirect_uri"] = json!("http://evil.test/");
    body["authParams"]["client_id"] = json!("legacy");
    start(&browser, body).await.assert(200);
    let link = newest_link(&browser).await;
    let fields = [("ticket", ticket_of(&link))];
    browser
        .post_form("/passwordless/verify_redirect", &fields)
        .await
        .assert(403);
    let answer = browser
        .submit("/passwordless/verify_redirect", &fields)
        .await
        .assert(400);
    assert_eq!(answer.header("location"), None);
}
