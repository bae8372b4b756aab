//! Login tickets: one use, one minute, one client, one page, one browser.

use super::harness::{PASSWORD, World};
use super::steps::{REALM, co_authenticate, code_with, ticket, with};

const TWO_ORIGINS: &str = "[[client]]\nclient_id = 'quickstart'\n\
                           origins = ['http://localhost:8080', 'http://localhost:9090']";

#[tokio::test]
async fn a_ticket_works_once() {
    let world = World::new().await;
    let browser = world.browser();
    let ticket = ticket(&browser, "quickstart").await;
    let request = code_with(&[("login_ticket", &ticket), ("realm", REALM)]);
    assert!(
        browser
            .authorize(&request)
            .await
            .assert(303)
            .query()
            .contains_key("code")
    );
    assert_eq!(
        browser.authorize(&request).await.assert(303).query()["error"],
        "login_required"
    );
}

#[tokio::test]
async fn a_ticket_ends_after_a_minute() {
    let world = World::new().await;
    let browser = world.browser();
    for (seconds, fits) in [(59, true), (60, false)] {
        let ticket = ticket(&browser, "quickstart").await;
        world.clock.advance(seconds);
        let answer = browser
            .authorize(&code_with(&[("login_ticket", &ticket)]))
            .await
            .assert(303)
            .query();
        assert_eq!(answer.contains_key("code"), fits, "{seconds}");
    }
}

#[tokio::test]
async fn a_ticket_is_worthless_in_every_other_hand_and_is_used_up_by_the_attempt() {
    let world = World::configured(TWO_ORIGINS).await;
    let other_client = [("client_id", "legacy")];
    let other_page = [("redirect_uri", "http://localhost:9090/callback")];
    let other_realm = [("realm", "email")];
    for changes in [&other_client[..], &other_page, &other_realm] {
        let browser = world.browser();
        let ticket = ticket(&browser, "quickstart").await;
        let good = code_with(&[("login_ticket", &ticket), ("realm", REALM)]);
        let answer = browser.authorize(&with(&good, changes)).await.assert(303);
        assert_eq!(answer.query()["error"], "login_required", "{changes:?}");
        assert_eq!(
            browser.authorize(&good).await.assert(303).query()["error"],
            "login_required",
            "{changes:?}"
        );
    }
}

#[tokio::test]
async fn a_ticket_is_worthless_without_the_browsers_cookie() {
    let world = World::new().await;
    let (browser, thief) = (world.browser(), world.browser());
    for silent in ["", "none"] {
        let stolen = ticket(&browser, "quickstart").await;
        let request = code_with(&[("login_ticket", &stolen), ("prompt", silent)]);
        assert_eq!(
            thief.authorize(&request).await.assert(303).query()["error"],
            "login_required"
        );
    }
    // A browser that blocks the cookie from another site is in the same place.
    let ticket = ticket(&browser, "quickstart").await;
    browser.clear_cookies();
    let request = code_with(&[
        ("login_ticket", &ticket),
        ("response_mode", "web_message"),
        ("prompt", "none"),
    ]);
    let (message, _) = browser.authorize(&request).await.assert(200).message();
    assert_eq!(message["response"]["error"], "login_required");
}

#[tokio::test]
async fn the_twin_cookie_alone_is_enough() {
    let world = World::new().await;
    let browser = world.browser();
    let ticket = ticket(&browser, "quickstart").await;
    let twin = browser.cookie("did_compat").unwrap();
    browser.clear_cookies();
    browser.set_cookie("did_compat", &twin);
    let answer = browser
        .authorize(&code_with(&[("login_ticket", &ticket)]))
        .await
        .assert(303);
    assert!(answer.query().contains_key("code"));
}

#[tokio::test]
async fn two_widgets_of_one_page_may_log_in_at_the_same_time() {
    let world = World::new().await;
    let browser = world.browser();
    let first = ticket(&browser, "quickstart").await;
    let second = ticket(&browser, "quickstart").await;
    for ticket in [first, second] {
        let answer = browser
            .authorize(&code_with(&[("login_ticket", &ticket)]))
            .await
            .assert(303);
        assert!(answer.query().contains_key("code"));
    }
}

#[tokio::test]
async fn a_ticket_counts_as_a_fresh_login_whatever_session_was_there() {
    let world = World::new().await;
    let browser = world.browser();
    let first = ticket(&browser, "quickstart").await;
    browser
        .authorize(&code_with(&[("login_ticket", &first)]))
        .await
        .assert(303);
    let before = browser.cookie("auth0").unwrap();
    world.clock.advance(3600);
    co_authenticate(&browser, "quickstart", PASSWORD)
        .await
        .assert(200);
    let second = ticket(&browser, "quickstart").await;
    let request = code_with(&[("login_ticket", &second), ("prompt", "login"), ("max_age", "0")]);
    assert!(
        browser
            .authorize(&request)
            .await
            .assert(303)
            .query()
            .contains_key("code")
    );
    assert_ne!(browser.cookie("auth0").unwrap(), before);
}
