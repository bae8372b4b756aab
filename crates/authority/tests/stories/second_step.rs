//! A second proof: asked for by `acr_values`, given by a code, told by `acr` and `amr`.

use serde_json::json;

use super::harness::{Answer, Browser, PASSWORD, START, World};
use super::people::{follow, log_in, outbox, wait_at_login};
use super::steps::{authorize, claims, code_with, exchange};

const MFA: &str = "urn:vestibule:mfa";
const AUTH0: &str = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";

#[tokio::test]
async fn a_login_that_wants_two_proofs_asks_for_a_code_and_says_so_in_the_token() {
    for class in [MFA, AUTH0] {
        let world = World::new().await;
        let browser = world.browser();
        let state = wait_at_login(&browser, &[("acr_values", class)]).await;
        let next = log_in(&browser, &state, "ada", PASSWORD).await.assert(303);
        assert_eq!(next.location(), format!("/u/second-step?state={state}"));
        let page = follow(&browser, next).await.assert(200);
        assert!(page.body.contains("one-time-code") && page.body.contains("ada@example.com"));
        let back = give(&browser, &state, &newest_code(&browser).await)
            .await
            .assert(303);
        let token = id_token(&browser, &back).await;
        assert_eq!(
            (&token["acr"], &token["amr"]),
            (&json!(class), &json!(["pwd", "otp"]))
        );
        // The session remembers it.
        let silent = [("prompt", "none"), ("acr_values", class)];
        let back = browser.authorize(&code_with(&silent)).await.assert(303);
        assert_eq!(id_token(&browser, &back).await["acr"], class);
    }
}

#[tokio::test]
async fn a_session_is_stepped_up_without_the_password_and_under_a_new_cookie() {
    let world = World::new().await;
    let browser = world.browser();
    let first = authorize(&browser, &code_with(&[])).await.assert(303);
    let before = id_token(&browser, &first).await;
    assert_eq!(
        (&before["acr"], &before["amr"]),
        (&json!("urn:vestibule:login"), &json!(["pwd"]))
    );
    let cookie = browser.cookie("auth0");
    world.clock.advance(60);
    let next = browser
        .authorize(&code_with(&[("acr_values", MFA)]))
        .await
        .assert(303);
    assert!(next.location().starts_with("/u/second-step?state="));
    let state = next.query()["state"].clone();
    browser.get(next.location()).await.assert(200);
    let back = give(&browser, &state, &newest_code(&browser).await)
        .await
        .assert(303);
    let after = id_token(&browser, &back).await;
    assert_eq!((&after["acr"], &after["sid"]), (&json!(MFA), &before["sid"]));
    assert_eq!(after["auth_time"], START);
    assert_ne!(browser.cookie("auth0"), cookie);
}

#[tokio::test]
async fn a_wrong_code_is_told_and_three_kill_it_until_a_new_one_is_sent() {
    let world = World::new().await;
    let browser = world.browser();
    let state = at_second_step(&browser).await;
    let code = newest_code(&browser).await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..3 {
        give(&browser, &state, wrong).await.assert(401);
    }
    give(&browser, &state, &code).await.assert(401);
    let fields = [("state", state.as_str()), ("action", "again")];
    let again = browser.submit("/u/second-step", &fields).await.assert(303);
    let sent = outbox(&browser).await.len();
    // Coming back to the page sends nothing more.
    browser.get(again.location()).await.assert(200);
    assert_eq!(outbox(&browser).await.len(), sent);
    let code = newest_code(&browser).await;
    let spaced = format!(" {} {} ", &code[..3], &code[3..]);
    give(&browser, &state, &spaced).await.assert(303);
}

#[tokio::test]
async fn a_code_ends_in_time_and_the_page_is_only_for_whoever_logged_in() {
    let world = World::new().await;
    let browser = world.browser();
    let state = at_second_step(&browser).await;
    let code = newest_code(&browser).await;
    let fields = [("state", state.as_str()), ("code", code.as_str())];
    browser.post_form("/u/second-step", &fields).await.assert(403);
    world
        .browser()
        .submit("/u/second-step", &fields)
        .await
        .assert(400);
    world.clock.advance(180);
    give(&browser, &state, &code).await.assert(401);

    let nobody = world.browser();
    let state = wait_at_login(&nobody, &[("acr_values", MFA)]).await;
    nobody
        .get(&format!("/u/second-step?state={state}"))
        .await
        .assert(400);
}

#[tokio::test]
async fn whoever_gives_up_goes_back_with_access_denied() {
    let world = World::new().await;
    let browser = world.browser();
    let state = at_second_step(&browser).await;
    let fields = [("state", state.as_str()), ("action", "cancel")];
    let back = browser.submit("/u/second-step", &fields).await.assert(303);
    assert_eq!(back.query()["error"], "access_denied");
}

#[tokio::test]
async fn a_ticket_alone_is_one_proof() {
    let world = World::new().await;
    let browser = world.browser();
    let silent = code_with(&[("acr_values", MFA), ("prompt", "none")]);
    let answer = authorize(&browser, &silent).await.assert(303);
    assert_eq!(answer.query()["error"], "interaction_required");
    let visible = code_with(&[("acr_values", MFA)]);
    let answer = authorize(&browser, &visible).await.assert(303);
    assert!(answer.location().starts_with("/u/second-step?state="));
}

async fn at_second_step(browser: &Browser) -> String {
    let state = wait_at_login(browser, &[("acr_values", MFA)]).await;
    let next = log_in(browser, &state, "ada", PASSWORD).await.assert(303);
    follow(browser, next).await.assert(200);
    state
}

async fn give(browser: &Browser, state: &str, code: &str) -> Answer {
    let fields = [("state", state), ("code", code)];
    browser.submit("/u/second-step", &fields).await
}

async fn newest_code(browser: &Browser) -> String {
    outbox(browser).await[0]["code"].as_str().unwrap().to_owned()
}

async fn id_token(browser: &Browser, back: &Answer) -> serde_json::Value {
    let tokens = browser
        .post_form("/oauth/token", &exchange(&back.query()["code"]))
        .await
        .assert(200)
        .json();
    claims(&tokens["id_token"])
}
