//! The way to a played provider and back.

use std::collections::BTreeMap;

use super::harness::{Answer, Browser, CALLBACK, World};
use super::people::{follow, log_in, wait_at_login};
use super::steps::{claims, code_with, exchange};

/// Goes to a provider's page; gives back the path of its form and the parameters that the form carries.
async fn go(browser: &Browser, connection: &str) -> (String, BTreeMap<String, String>) {
    let sent = browser
        .authorize(&code_with(&[("connection", connection)]))
        .await
        .assert(303);
    let sent = browser.get(sent.location()).await.assert(303);
    let path = sent.location().strip_prefix("http://localhost:4400").unwrap();
    let (path, _) = path.split_once('?').unwrap();
    (path.to_owned(), sent.query())
}

async fn choose(
    browser: &Browser,
    page: &(String, BTreeMap<String, String>),
    choice: (&str, &str),
) -> Answer {
    let mut fields: Vec<(&str, &str)> = page
        .1
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    fields.push(choice);
    browser.submit(&page.0, &fields).await
}

#[tokio::test]
async fn each_provider_issues_an_authorization_that_ends_in_tokens_of_its_own_person() {
    let cases = [
        ("google-oauth2", "grace@example.com", "google-oauth2|"),
        ("facebook", "someone.else@example.org", "facebook|"),
        ("acme", "alice@acme.test", "samlp|acme|alice@acme.test"),
    ];
    for (connection, email, sub) in cases {
        let world = World::new().await;
        let browser = world.browser();
        let page = go(&browser, connection).await;
        let chosen = choose(&browser, &page, ("account", email)).await.assert(303);
        assert!(chosen.query().contains_key("code") && chosen.query().contains_key("state"));
        let back = follow(&browser, chosen).await.assert(303);
        assert!(back.location().starts_with(CALLBACK));
        let code = back.query()["code"].clone();
        let tokens = browser
            .post_form("/oauth/token", &exchange(&code))
            .await
            .assert(200)
            .json();
        let claims = claims(&tokens["id_token"]);
        assert_eq!(claims["email"], email);
        assert!(claims["sub"].as_str().unwrap().starts_with(sub), "{claims}");
    }
}

#[tokio::test]
async fn the_same_account_is_the_same_person_next_time() {
    let world = World::new().await;
    let mut subs = Vec::new();
    for _ in 0..2 {
        let browser = world.browser();
        let page = go(&browser, "facebook").await;
        let chosen = choose(&browser, &page, ("account", "ada@example.com")).await;
        follow(&browser, chosen).await.assert(303);
        subs.push(
            world
                .state
                .store
                .user_by_email("facebook", "ada@example.com")
                .unwrap()
                .unwrap()
                .id,
        );
    }
    assert_eq!(subs[0], subs[1]);
}

#[tokio::test]
async fn whoever_cancels_at_the_provider_goes_back_with_access_denied() {
    let world = World::new().await;
    let browser = world.browser();
    let page = go(&browser, "google-oauth2").await;
    let cancelled = choose(&browser, &page, ("action", "cancel")).await.assert(303);
    let back = follow(&browser, cancelled).await.assert(303);
    assert_eq!(back.query()["error"], "access_denied");
    assert_eq!(back.query()["state"], "state-1");
}

#[tokio::test]
async fn the_providers_answer_counts_once_and_only_in_the_browser_that_left() {
    let world = World::new().await;
    let browser = world.browser();
    let page = go(&browser, "google-oauth2").await;
    let chosen = choose(&browser, &page, ("account", "ada@example.com")).await;
    let path = chosen
        .location()
        .strip_prefix("http://localhost:4400")
        .unwrap()
        .to_owned();
    world.browser().get(&path).await.assert(400);
    browser.get(&path).await.assert(400);
}

#[tokio::test]
async fn a_code_or_state_that_was_never_issued_is_refused() {
    let world = World::new().await;
    let browser = world.browser();
    let page = go(&browser, "google-oauth2").await;
    browser.get("/login/callback?code=x&state=y").await.assert(400);
    browser
        .get(&format!("/login/callback?code=forged&state={}", page.1["state"]))
        .await
        .assert(400);
    browser.get("/login/callback").await.assert(400);
}

#[tokio::test]
async fn a_code_of_one_provider_is_worthless_at_another() {
    let world = World::new().await;
    let browser = world.browser();
    let at_facebook = go(&browser, "facebook").await;
    let at_google = go(&browser, "google-oauth2").await;
    let code = choose(&browser, &at_facebook, ("account", "ada@example.com"))
        .await
        .query()["code"]
        .clone();
    browser
        .get(&format!(
            "/login/callback?code={code}&state={}",
            at_google.1["state"]
        ))
        .await
        .assert(400);
}

#[tokio::test]
async fn a_provider_takes_only_the_request_that_this_server_makes() {
    let world = World::new().await;
    let browser = world.browser();
    let (path, good) = go(&browser, "google-oauth2").await;
    for (name, value) in [
        ("client_id", "other"),
        ("response_type", "token"),
        ("redirect_uri", "http://evil.test/"),
        ("state", ""),
    ] {
        let mut params = good.clone();
        params.insert(name.to_owned(), value.to_owned());
        choose(&browser, &(path.clone(), params), ("account", "ada@example.com"))
            .await
            .assert(400);
    }
    let sms = path.replace("google-oauth2", "sms");
    choose(&browser, &(sms, good), ("account", "ada@example.com"))
        .await
        .assert(400);
}

#[tokio::test]
async fn an_enterprise_takes_only_its_own_people_and_their_addresses_lead_there() {
    let world = World::new().await;
    let browser = world.browser();
    let page = go(&browser, "acme").await;
    choose(&browser, &page, ("account", "ada@example.com"))
        .await
        .assert(400);
    let state = wait_at_login(&browser, &[]).await;
    let sent = log_in(&browser, &state, "Carol@ACME.test", "whatever")
        .await
        .assert(303);
    assert!(sent.location().contains("/provider/acme/authorize"));
}
