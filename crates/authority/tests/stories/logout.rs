//! Logging out, and where one may be sent afterwards.

use super::harness::{APP, World, form};
use super::steps::{authorize, code_with, tokens};

#[tokio::test]
async fn logging_out_ends_the_session_and_leads_to_a_listed_target() {
    let world = World::new().await;
    for query in [
        form(&[("client_id", "quickstart"), ("returnTo", APP)]),
        form(&[
            ("client_id", "quickstart"),
            ("returnTo", "http://localhost:8080/"),
            ("federated", ""),
        ]),
        form(&[("returnTo", APP)]),
    ] {
        let browser = world.browser();
        authorize(&browser, &code_with(&[])).await.assert(303);
        let session = browser.cookie("auth0").unwrap();
        let answer = browser.get(&format!("/v2/logout?{query}")).await.assert(303);
        assert!(answer.location().starts_with(APP));
        assert_eq!(
            (browser.cookie("auth0"), browser.cookie("auth0_compat")),
            (None, None)
        );
        // The old cookie is worth nothing, even to whoever kept it.
        browser.set_cookie("auth0", &session);
        let silent = browser
            .authorize(&code_with(&[("prompt", "none")]))
            .await
            .assert(303);
        assert_eq!(silent.query()["error"], "login_required");
    }
}

#[tokio::test]
async fn a_target_that_is_not_listed_is_refused_and_nobody_is_logged_out() {
    let world = World::new().await;
    let browser = world.browser();
    authorize(&browser, &code_with(&[])).await.assert(303);
    for (client_id, target) in [
        ("quickstart", "http://evil.test/"),
        ("quickstart", "http://localhost:8080/callback"),
        ("quickstart", "http://localhost:8080//evil.test"),
        ("quickstart", "//evil.test"),
        ("unknown", APP),
    ] {
        let query = form(&[("client_id", client_id), ("returnTo", target)]);
        let answer = browser.get(&format!("/v2/logout?{query}")).await.assert(400);
        assert_eq!(answer.header("location"), None, "{target}");
    }
    assert!(browser.cookie("auth0").is_some());
}

#[tokio::test]
async fn without_a_target_a_page_says_that_one_is_logged_out() {
    let world = World::new().await;
    let browser = world.browser();
    authorize(&browser, &code_with(&[])).await.assert(303);
    let answer = browser.get("/v2/logout").await.assert(200);
    assert!(answer.header("content-type").unwrap().starts_with("text/html"));
    assert_eq!(browser.cookie("auth0"), None);
}

#[tokio::test]
async fn the_standard_way_takes_the_client_from_the_id_token_and_returns_the_state() {
    let world = World::new().await;
    let browser = world.browser();
    let tokens = tokens(&browser, &code_with(&[])).await;
    world.clock.advance(1_000_000);
    let hint = tokens["id_token"].as_str().unwrap();
    let query = form(&[
        ("id_token_hint", hint),
        ("post_logout_redirect_uri", APP),
        ("state", "a b"),
    ]);
    let answer = browser.get(&format!("/oidc/logout?{query}")).await.assert(303);
    assert_eq!(answer.location(), "http://localhost:8080?state=a+b");
    let query = form(&[
        ("id_token_hint", hint),
        ("post_logout_redirect_uri", "http://evil.test/"),
    ]);
    browser.get(&format!("/oidc/logout?{query}")).await.assert(400);
}

#[tokio::test]
async fn a_client_is_only_sent_to_its_own_targets() {
    let world =
        World::configured("[[client]]\nclient_id = 'other'\norigins = ['http://localhost:9090']").await;
    let query = form(&[("client_id", "quickstart"), ("returnTo", "http://localhost:9090")]);
    world
        .browser()
        .get(&format!("/v2/logout?{query}"))
        .await
        .assert(400);
}
