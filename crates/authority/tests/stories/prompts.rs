//! What a client may want of a session: the same person, a choice, a fresh login, or nobody to be asked.

use super::harness::{PASSWORD, World};
use super::people::{follow, log_in, sign_up_body};
use super::steps::{authorize, claims, code_with, exchange, tokens};

#[tokio::test]
async fn nobody_is_asked_with_prompt_none_and_each_need_has_its_error() {
    let world = World::new().await;
    let browser = world.browser();
    let tokens = tokens(&browser, &code_with(&[])).await;
    let mut foreign = claims(&tokens["id_token"]);
    foreign["sub"] = "auth0|somebody".into();
    let foreign = world.state.keys.sign("JWT", &foreign).unwrap();
    let own = tokens["id_token"].as_str().unwrap();
    for (changes, error) in [
        (&[][..], None),
        (&[("id_token_hint", own)], None),
        (&[("id_token_hint", own), ("login_hint", "bob@example.com")], None),
        (&[("login_hint", "ADA@example.com")], None),
        (&[("login_hint", "ada")], None),
        (&[("acr_values", "urn:unknown")], None),
        (&[("acr_values", "urn:vestibule:login urn:vestibule:mfa")], None),
        (&[("max_age", "0")], Some("login_required")),
        (&[("id_token_hint", &foreign)], Some("login_required")),
        (
            &[("login_hint", "bob@example.com")],
            Some("account_selection_required"),
        ),
        (
            &[("acr_values", "urn:vestibule:mfa")],
            Some("interaction_required"),
        ),
        (&[("client_id", "partner")], Some("consent_required")),
        (&[("id_token_hint", "x")], Some("invalid_request")),
    ] {
        let mut all = vec![("prompt", "none")];
        all.extend(changes);
        let answer = browser.authorize(&code_with(&all)).await.assert(303).query();
        assert_eq!(answer.get("error").map(String::as_str), error, "{changes:?}");
        assert_eq!(answer.contains_key("code"), error.is_none(), "{changes:?}");
    }
    // A hint of an earlier login lasts longer than its token.
    world.clock.advance(100_000);
    let old = [("prompt", "none"), ("id_token_hint", own)];
    let answer = browser.authorize(&code_with(&old)).await.assert(303).query();
    assert!(answer.contains_key("code"));
}

#[tokio::test]
async fn a_person_who_is_to_choose_may_go_on_or_take_another_account() {
    let world = World::new().await;
    let browser = world.browser();
    for changes in [
        [("prompt", "select_account")],
        [("login_hint", "bob@example.com")],
    ] {
        authorize(&browser, &code_with(&[])).await.assert(303);
        world.clock.advance(10);
        let page = browser.authorize(&code_with(&changes)).await.assert(303);
        assert!(page.location().starts_with("/u/account?state="), "{changes:?}");
        let state = page.query()["state"].clone();
        let page = browser.get(page.location()).await.assert(200);
        assert!(page.body.contains("ada@example.com") && page.body.contains("Ada Lovelace"));
        browser
            .post_form("/u/account", &[("state", &state)])
            .await
            .assert(403);
        let back = browser
            .submit("/u/account", &[("state", &state)])
            .await
            .assert(303);
        assert!(back.query().contains_key("code"), "{}", back.location());
        browser
            .submit("/u/account", &[("state", &state)])
            .await
            .assert(400);

        let page = browser.authorize(&code_with(&changes)).await.assert(303);
        let state = page.query()["state"].clone();
        browser.get(&format!("/u/login?state={state}")).await.assert(200);
        let back = log_in(&browser, &state, "ada", PASSWORD).await.assert(303);
        assert!(back.query().contains_key("code"));
    }
}

#[tokio::test]
async fn whoever_asks_to_log_in_again_gets_a_new_time_of_login() {
    let world = World::new().await;
    let browser = world.browser();
    for changes in [[("prompt", "login")], [("max_age", "0")]] {
        authorize(&browser, &code_with(&[])).await.assert(303);
        world.clock.advance(100);
        let page = browser.authorize(&code_with(&changes)).await.assert(303);
        assert!(page.location().starts_with("/u/login?state="), "{changes:?}");
        let back = log_in(&browser, &page.query()["state"], "ada", PASSWORD)
            .await
            .assert(303);
        let tokens = browser
            .post_form("/oauth/token", &exchange(&back.query()["code"]))
            .await
            .assert(200)
            .json();
        assert_eq!(claims(&tokens["id_token"])["auth_time"], world.state.now());
    }
}

#[tokio::test]
async fn whoever_logs_in_as_somebody_else_than_the_hint_says_is_refused() {
    let world = World::new().await;
    let browser = world.browser();
    let body = sign_up_body(&serde_json::json!({}));
    browser
        .post_json("/dbconnections/signup", &body)
        .await
        .assert(200);
    let tokens = tokens(&browser, &code_with(&[])).await;
    let hint = tokens["id_token"].as_str().unwrap();
    browser.clear_cookies();
    let page = browser
        .authorize(&code_with(&[("id_token_hint", hint)]))
        .await
        .assert(303);
    let state = page.query()["state"].clone();
    let back = log_in(&browser, &state, "grace@example.com", "Nanosecond wire 11")
        .await
        .assert(303);
    assert_eq!(back.query()["error"], "login_required");
}

#[tokio::test]
async fn a_login_with_consent_on_top_asks_for_both() {
    let world = World::new().await;
    let browser = world.browser();
    authorize(&browser, &code_with(&[])).await.assert(303);
    let page = browser
        .authorize(&code_with(&[("prompt", "login consent")]))
        .await
        .assert(303);
    let state = page.query()["state"].clone();
    let next = log_in(&browser, &state, "ada", PASSWORD).await.assert(303);
    assert_eq!(next.location(), format!("/u/consent?state={state}"));
    follow(&browser, next).await.assert(200);
    let fields = [("state", state.as_str()), ("action", "allow")];
    let back = browser.submit("/u/consent", &fields).await.assert(303);
    assert!(back.query().contains_key("code"));
}
