//! Forgotten passwords: the request, the mail and the page behind its link.

use serde_json::json;

use super::harness::{Answer, Browser, PASSWORD, World};
use super::people::{newest_link, outbox, ticket_of};
use super::steps::{CODE, REALM, co_authenticate, tokens, with};

const NEW: &str = "Analytical engine 2";

async fn ask(browser: &Browser, email: &str) -> Answer {
    let body = json!({ "client_id": "quickstart", "connection": REALM, "email": email });
    browser.post_json("/dbconnections/change_password", &body).await
}

async fn set(browser: &Browser, link: &str, password: &str) -> Answer {
    browser
        .submit(
            "/u/reset-password",
            &[("ticket", ticket_of(link)), ("password", password)],
        )
        .await
}

#[tokio::test]
async fn the_new_password_works_the_old_one_does_not_and_every_session_is_over() {
    let world = World::new().await;
    let browser = world.browser();
    tokens(&browser, &CODE).await;
    browser
        .authorize(&with(&CODE, &[("prompt", "none")]))
        .await
        .assert(303);
    ask(&browser, "Ada@example.com").await.assert(200);
    let link = newest_link(&browser).await;
    let page = browser.get(&link).await.assert(200);
    assert!(page.body.contains(r#"autocomplete="new-password""#) && page.body.contains("ada@example.com"));
    set(&browser, &link, NEW).await.assert(200);
    co_authenticate(&browser, "quickstart", PASSWORD)
        .await
        .assert(403);
    let silent = browser
        .authorize(&with(&CODE, &[("prompt", "none")]))
        .await
        .assert(303);
    assert_eq!(silent.query()["error"], "login_required");
    co_authenticate(&browser, "quickstart", NEW).await.assert(200);
}

#[tokio::test]
async fn a_link_is_good_once_and_not_for_ever() {
    let world = World::new().await;
    let browser = world.browser();
    ask(&browser, "ada@example.com").await.assert(200);
    let link = newest_link(&browser).await;
    set(&browser, &link, NEW).await.assert(200);
    set(&browser, &link, "Another one 3").await.assert(410);
    browser.get(&link).await.assert(410);
    ask(&browser, "ada@example.com").await.assert(200);
    let late = newest_link(&browser).await;
    world.clock.advance(3600);
    set(&browser, &late, "Another one 3").await.assert(410);
    co_authenticate(&browser, "quickstart", NEW).await.assert(200);
}

#[tokio::test]
async fn opening_the_link_and_a_refused_password_use_nothing_up() {
    let world = World::new().await;
    let browser = world.browser();
    ask(&browser, "ada@example.com").await.assert(200);
    let link = newest_link(&browser).await;
    browser.get(&link).await.assert(200);
    let weak = set(&browser, &link, "weakword").await.assert(400);
    assert!(weak.body.contains(r#"data-state="broken""#) && !weak.body.contains("weakword"));
    set(&browser, &link, NEW).await.assert(200);
}

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_answer_and_each_a_mail() {
    let world = World::new().await;
    let browser = world.browser();
    let known = ask(&browser, "ada@example.com").await.assert(200);
    let unknown = ask(&browser, "nobody@example.com").await.assert(200);
    assert_eq!(known.body, unknown.body);
    assert_eq!(known.headers, unknown.headers);
    assert!(known.header("content-type").unwrap().starts_with("text/html"));
    let mails = outbox(&browser).await;
    assert_eq!(
        (mails[0]["to"].as_str(), mails[1]["to"].as_str()),
        (Some("nobody@example.com"), Some("ada@example.com"))
    );
    assert_eq!(mails[0]["links"], json!([]), "nobody's mail opens nothing");
}

#[tokio::test]
async fn too_many_mails_to_one_address_are_refused_with_the_time_to_wait() {
    let world = World::new().await;
    let browser = world.browser();
    for _ in 0..10 {
        ask(&browser, "ada@example.com").await.assert(200);
    }
    let refused = ask(&browser, "ada@example.com").await.assert(429);
    assert_eq!(refused.json()["error"], "too_many_requests");
    assert_eq!(refused.header("retry-after"), Some("600"));
    ask(&browser, "bob@example.com").await.assert(200);
    world.clock.advance(600);
    ask(&browser, "ada@example.com").await.assert(200);
}

#[tokio::test]
async fn every_malformed_request_for_a_mail_is_refused() {
    let world = World::new().await;
    let browser = world.browser();
    for changes in [
        json!({ "client_id": "nobody" }),
        json!({ "connection": "email" }),
        json!({ "connection": null }),
        json!({ "email": "ada" }),
        json!({ "email": null }),
    ] {
        let mut body = json!({ "client_id": "quickstart", "connection": REALM, "email": "ada@example.com" });
        for (name, value) in changes.as_object().unwrap() {
            body[name] = value.clone();
        }
        let answer = browser
            .post_json("/dbconnections/change_password", &body)
            .await
            .assert(400);
        assert_eq!(answer.json()["error"], "invalid_request", "{changes}");
    }
    assert!(outbox(&browser).await.is_empty());
}

#[tokio::test]
async fn the_forgot_password_page_sends_the_same_mail() {
    let world = World::new().await;
    let browser = world.browser();
    let there = browser.get("/.well-known/change-password").await.assert(303);
    browser.get(there.location()).await.assert(200);
    browser
        .submit("/u/forgot-password", &[("email", "ada")])
        .await
        .assert(400);
    browser
        .submit("/u/forgot-password", &[("email", "ada@example.com")])
        .await
        .assert(200);
    set(&browser, &newest_link(&browser).await, NEW).await.assert(200);
}

#[tokio::test]
async fn links_carry_the_name_under_which_the_server_was_called() {
    let world = World::new().await;
    let mut browser = world.browser();
    browser.host = "127.0.0.1:4400";
    ask(&browser, "ada@example.com").await.assert(200);
    let link = outbox(&browser).await[0]["links"][0].as_str().unwrap().to_owned();
    assert!(
        link.starts_with("http://127.0.0.1:4400/u/reset-password?ticket="),
        "{link}"
    );
}
