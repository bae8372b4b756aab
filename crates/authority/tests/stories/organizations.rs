//! Organisations: who may log in to one, by which way, and what tokens say of it.

use super::harness::{Answer, Browser, PASSWORD, World};
use super::people::{log_in, sign_up_body, wait_at_login};
use super::steps::{authorize, claims, code_with, exchange, with};

const BY_ID: (&str, &str) = ("organization", "org_analytical");

#[tokio::test]
async fn a_member_logs_in_to_the_organization_by_its_identifier_or_its_name() {
    let world = World::new().await;
    for asked in ["org_analytical", "analytical-engines", "Analytical-Engines"] {
        let browser = world.browser();
        let scope = ("scope", "openid offline_access");
        let back = authorize(&browser, &code_with(&[("organization", asked), scope]))
            .await
            .assert(303);
        let tokens = exchanged(&browser, &back).await;
        let refresh = [
            ("grant_type", "refresh_token"),
            ("client_id", "quickstart"),
            ("refresh_token", tokens["refresh_token"].as_str().unwrap()),
        ];
        let renewed = browser
            .post_form("/oauth/token", &refresh)
            .await
            .assert(200)
            .json();
        for token in [
            &tokens["id_token"],
            &tokens["access_token"],
            &renewed["id_token"],
            &renewed["access_token"],
        ] {
            let claims = claims(token);
            assert_eq!(claims["org_id"], "org_analytical");
            assert_eq!(claims["org_name"], "analytical-engines");
        }
    }
    let browser = world.browser();
    let back = authorize(&browser, &code_with(&[])).await.assert(303);
    let tokens = exchanged(&browser, &back).await;
    assert_eq!(claims(&tokens["id_token"]).get("org_id"), None);
}

#[tokio::test]
async fn whoever_is_no_member_is_refused_by_every_way_in() {
    let world = World::new().await;
    let browser = world.browser();
    sign_up(&browser).await;
    let state = wait_at_login(&browser, &[BY_ID]).await;
    let back = log_in(&browser, &state, "grace@example.com", "Nanosecond wire 11")
        .await
        .assert(303);
    assert_eq!(back.query()["error"], "access_denied");
    let silent = browser
        .authorize(&code_with(&[BY_ID, ("prompt", "none")]))
        .await
        .assert(303);
    assert_eq!(silent.query()["error"], "access_denied");
}

#[tokio::test]
async fn a_listed_address_counts_only_when_it_was_verified() {
    let world = World::configured(
        "[[organization]]\nid = 'org_analytical'\nname = 'analytical-engines'\n\
         display_name = 'Analytical Engines'\nmembers = ['grace@example.com']",
    )
    .await;
    let browser = world.browser();
    sign_up(&browser).await;
    let enter = || async {
        let state = wait_at_login(&browser, &[BY_ID, ("prompt", "login")]).await;
        log_in(&browser, &state, "grace@example.com", "Nanosecond wire 11")
            .await
            .assert(303)
    };
    assert_eq!(enter().await.query()["error"], "access_denied");
    let verify = |tx: &rusqlite::Transaction<'_>| Ok(tx.execute("UPDATE users SET email_verified = 1", [])?);
    world.state.store.with(verify).unwrap();
    assert!(enter().await.query().contains_key("code"));
}

#[tokio::test]
async fn an_invitation_makes_one_person_a_member_for_good() {
    let world = World::new().await;
    let browser = world.browser();
    sign_up(&browser).await;
    let invited = [BY_ID, ("invitation", "welcome"), ("prompt", "login")];
    let state = wait_at_login(&browser, &invited).await;
    let back = log_in(&browser, &state, "grace@example.com", "Nanosecond wire 11")
        .await
        .assert(303);
    assert!(back.query().contains_key("code"), "{}", back.location());
    let again = browser.authorize(&code_with(&[BY_ID])).await.assert(303);
    assert!(again.query().contains_key("code"));

    let other = world.browser();
    let body = sign_up_body(&serde_json::json!({ "email": "bob@example.com" }));
    other.post_json("/dbconnections/signup", &body).await.assert(200);
    let state = wait_at_login(&other, &invited).await;
    let back = log_in(&other, &state, "bob@example.com", "Nanosecond wire 11")
        .await
        .assert(303);
    assert_eq!(back.query()["error"], "access_denied");
}

#[tokio::test]
async fn only_the_connections_of_the_organization_lead_into_it() {
    let world = World::configured(
        "[[organization]]\nid = 'org_acme'\nname = 'acme'\ndisplay_name = 'Acme'\n\
         connections = ['acme']\nmembers = ['ada@example.com']",
    )
    .await;
    let browser = world.browser();
    authorize(&browser, &code_with(&[])).await.assert(303);
    let acme = ("organization", "acme");
    // The session of another connection does not count.
    let page = browser.authorize(&code_with(&[acme])).await.assert(303);
    assert!(page.location().starts_with("/u/login?state="));
    let state = page.query()["state"].clone();
    let page = browser.get(page.location()).await.assert(200);
    assert!(page.body.contains("Continue with Acme") && !page.body.contains("Continue with Google"));
    assert!(!page.body.contains(r#"type="password""#));
    log_in(&browser, &state, "ada", PASSWORD).await.assert(400);
    let other = with(&code_with(&[acme]), &[("connection", "google-oauth2")]);
    let refused = browser.authorize(&other).await.assert(303);
    assert_eq!(refused.query()["error"], "invalid_request");
    let ticket = authorize(&browser, &code_with(&[acme])).await.assert(303);
    assert_eq!(ticket.query()["error"], "access_denied");
}

async fn sign_up(browser: &Browser) {
    let body = sign_up_body(&serde_json::json!({}));
    browser
        .post_json("/dbconnections/signup", &body)
        .await
        .assert(200);
}

async fn exchanged(browser: &Browser, back: &Answer) -> serde_json::Value {
    browser
        .post_form("/oauth/token", &exchange(&back.query()["code"]))
        .await
        .assert(200)
        .json()
}
