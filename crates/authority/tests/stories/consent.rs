//! Consent: what clients of somebody else are allowed, by whom, and for how long that is remembered.

use super::harness::{Answer, Browser, PASSWORD, World};
use super::people::log_in;
use super::steps::{authorize, code_with, exchange, with};

const PARTNER: [(&str, &str); 1] = [("client_id", "partner")];

#[tokio::test]
async fn a_client_of_somebody_else_is_shown_with_what_it_wants_and_the_answer_is_remembered() {
    let world = World::new().await;
    let browser = world.browser();
    authorize(&browser, &code_with(&[])).await.assert(303);
    let page = browser.authorize(&code_with(&PARTNER)).await.assert(303);
    assert!(
        page.location().starts_with("/u/consent?state="),
        "{}",
        page.location()
    );
    let state = page.query()["state"].clone();
    let page = browser.get(page.location()).await.assert(200);
    for text in [
        "Partner",
        "ada@example.com",
        r#"data-scope="profile""#,
        r#"data-scope="email""#,
    ] {
        assert!(page.body.contains(text), "{text}");
    }
    let back = allow(&browser, &state).await.assert(303);
    assert!(back.query().contains_key("code"));
    allow(&browser, &state).await.assert(400);

    for (changes, asks) in [
        (&[][..], false),
        (&[("prompt", "none")], false),
        (&[("scope", "openid")], false),
        (&[("prompt", "consent")], true),
        (&[("scope", "openid profile email phone")], true),
        (
            &[("audience", "https://api.example.com/"), ("scope", "openid")],
            true,
        ),
    ] {
        let params = with(&code_with(&PARTNER), changes);
        let answer = browser.authorize(&params).await.assert(303);
        assert_eq!(answer.location().starts_with("/u/consent"), asks, "{changes:?}");
    }
}

#[tokio::test]
async fn after_a_login_the_page_follows_and_a_refusal_goes_back() {
    let world = World::new().await;
    let browser = world.browser();
    let page = browser.authorize(&code_with(&PARTNER)).await.assert(303);
    let state = page.query()["state"].clone();
    // Nobody allows anything before they have logged in.
    allow(&browser, &state).await.assert(400);
    browser
        .get(&format!("/u/consent?state={state}"))
        .await
        .assert(400);
    let next = log_in(&browser, &state, "ada", PASSWORD).await.assert(303);
    assert_eq!(next.location(), format!("/u/consent?state={state}"));
    let fields = [("state", state.as_str()), ("action", "allow")];
    browser.post_form("/u/consent", &fields).await.assert(403);
    let fields = [("state", state.as_str()), ("action", "deny")];
    let back = browser.submit("/u/consent", &fields).await.assert(303);
    assert_eq!(back.query()["error"], "access_denied");
    let page = browser.authorize(&code_with(&PARTNER)).await.assert(303);
    assert!(
        page.location().starts_with("/u/consent?state="),
        "a refusal is not remembered"
    );
}

#[tokio::test]
async fn a_session_that_the_request_does_not_count_on_allows_nothing() {
    let world = World::new().await;
    let browser = world.browser();
    authorize(&browser, &code_with(&[])).await.assert(303);
    let params = with(&code_with(&PARTNER), &[("prompt", "login")]);
    let page = browser.authorize(&params).await.assert(303);
    assert!(page.location().starts_with("/u/login?state="));
    allow(&browser, &page.query()["state"]).await.assert(400);
}

#[tokio::test]
async fn what_was_allowed_before_stays_allowed() {
    let world = World::new().await;
    let browser = world.browser();
    authorize(&browser, &code_with(&[])).await.assert(303);
    for scope in ["openid email", "openid phone"] {
        let params = with(&code_with(&PARTNER), &[("scope", scope)]);
        let page = browser.authorize(&params).await.assert(303);
        allow(&browser, &page.query()["state"]).await.assert(303);
    }
    let both = [("scope", "openid email phone"), ("prompt", "none")];
    let params = with(&code_with(&PARTNER), &both);
    let back = browser.authorize(&params).await.assert(303);
    assert!(back.query().contains_key("code"), "{}", back.location());
}

#[tokio::test]
async fn a_ticket_brings_the_session_but_not_the_consent() {
    let world = World::new().await;
    let browser = world.browser();
    let silent = with(&code_with(&PARTNER), &[("prompt", "none")]);
    let answer = authorize(&browser, &silent).await.assert(303);
    assert_eq!(answer.query()["error"], "consent_required");
    let page = browser.authorize(&code_with(&PARTNER)).await.assert(303);
    assert!(page.location().starts_with("/u/consent?state="));
}

#[tokio::test]
async fn a_refresh_token_reaches_no_api_that_the_person_was_not_asked_about() {
    let world = World::new().await;
    let browser = world.browser();
    authorize(&browser, &code_with(&[])).await.assert(303);
    let changes = [
        ("scope", "openid offline_access read:me"),
        ("audience", "https://api.example.com/"),
    ];
    let params = with(&code_with(&PARTNER), &changes);
    let page = browser.authorize(&params).await.assert(303);
    let back = allow(&browser, &page.query()["state"]).await.assert(303);
    let fields = back.query();
    let fields = with(&exchange(&fields["code"]), &PARTNER);
    let tokens = browser
        .post_form("/oauth/token", &fields)
        .await
        .assert(200)
        .json();
    let refresh = [
        ("grant_type", "refresh_token"),
        ("client_id", "partner"),
        ("refresh_token", tokens["refresh_token"].as_str().unwrap()),
    ];
    let elsewhere = with(&refresh, &[("audience", "https://reports.example.com/")]);
    let refused = browser.post_form("/oauth/token", &elsewhere).await.assert(400);
    assert_eq!(refused.json()["error"], "invalid_target");
    browser.post_form("/oauth/token", &refresh).await.assert(200);
}

async fn allow(browser: &Browser, state: &str) -> Answer {
    let fields = [("state", state), ("action", "allow")];
    browser.submit("/u/consent", &fields).await
}
