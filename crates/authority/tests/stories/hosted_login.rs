//! The hosted login page, in the redirect and in the popup.

use super::harness::{CALLBACK, PASSWORD, World};
use super::people::{follow, log_in, wait_at_login};

#[tokio::test]
async fn a_person_logs_in_on_the_page_and_comes_back_to_the_app_with_a_code() {
    let world = World::new().await;
    let browser = world.browser();
    let state = wait_at_login(&browser, &[("login_hint", "ada@example.com")]).await;
    let page = browser.get(&format!("/u/login?state={state}")).await.assert(200);
    assert!(
        page.body.contains(r#"value="ada@example.com""#),
        "the hint is filled in"
    );
    let back = log_in(&browser, &state, "ada@example.com", PASSWORD)
        .await
        .assert(303);
    assert!(back.location().starts_with(CALLBACK));
    assert_eq!(back.query()["state"], "state-1");
    assert!(back.query().contains_key("code"));
}

#[tokio::test]
async fn in_a_popup_the_code_is_posted_to_the_page_that_opened_it() {
    let world = World::new().await;
    let browser = world.browser();
    let state = wait_at_login(&browser, &[("response_mode", "web_message")]).await;
    let answer = log_in(&browser, &state, "ada", PASSWORD).await.assert(200);
    let (message, target) = answer.message();
    assert_eq!(message["response"]["state"], "state-1");
    assert_eq!(target, "http://localhost:8080");
}

#[tokio::test]
async fn a_wrong_password_keeps_the_user_name_and_never_the_password() {
    let world = World::new().await;
    let browser = world.browser();
    let state = wait_at_login(&browser, &[]).await;
    let known = log_in(&browser, &state, "ada@example.com", "hunter2<")
        .await
        .assert(401);
    assert!(known.body.contains("ada@example.com") && !known.body.contains("hunter2"));
    let unknown = log_in(&browser, &state, "nobody@example.com", "hunter2<")
        .await
        .assert(401);
    assert_eq!(known.body.replace("ada@", "nobody@"), unknown.body);
    log_in(&browser, &state, "ada@example.com", PASSWORD)
        .await
        .assert(303);
}

#[tokio::test]
async fn whoever_cancels_goes_back_with_access_denied() {
    let world = World::new().await;
    let browser = world.browser();
    let state = wait_at_login(&browser, &[]).await;
    let back = browser
        .submit("/u/login", &[("state", &state), ("action", "cancel")])
        .await
        .assert(303);
    assert_eq!(back.query()["error"], "access_denied");
    log_in(&browser, &state, "ada@example.com", PASSWORD)
        .await
        .assert(400);
}

#[tokio::test]
async fn the_page_serves_only_the_browser_that_was_sent_there() {
    let world = World::new().await;
    let state = wait_at_login(&world.browser(), &[]).await;
    let other = world.browser();
    other.get(&format!("/u/login?state={state}")).await.assert(400);
    log_in(&other, &state, "ada@example.com", PASSWORD)
        .await
        .assert(400);
    other.get("/u/login").await.assert(400);
}

#[tokio::test]
async fn a_form_that_another_site_posts_is_refused() {
    let world = World::new().await;
    let browser = world.browser();
    let state = wait_at_login(&browser, &[]).await;
    let fields = [
        ("state", state.as_str()),
        ("username", "ada"),
        ("password", PASSWORD),
    ];
    browser.post_form("/u/login", &fields).await.assert(403);
}

#[tokio::test]
async fn a_page_may_post_on_to_the_app_but_to_no_one_else_and_is_never_framed() {
    let world = World::new().await;
    let browser = world.browser();
    let state = wait_at_login(&browser, &[]).await;
    let page = browser.get(&format!("/u/login?state={state}")).await;
    let policy = page.header("content-security-policy").unwrap();
    assert!(
        policy.contains("form-action 'self' http://localhost:8080"),
        "{policy}"
    );
    assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe-inline"));
    assert!(
        !page.body.contains("<style") && !page.body.contains(" style=") && !page.body.contains("onclick")
    );
}

#[tokio::test]
async fn the_screen_hint_leads_to_the_sign_up_page_and_a_new_account_logs_in_at_once() {
    let world = World::new().await;
    let browser = world.browser();
    let state = wait_at_login(&browser, &[("screen_hint", "signup")]).await;
    let page = follow(&browser, browser.get(&format!("/u/login?state={state}")).await)
        .await
        .assert(200);
    assert!(page.body.contains("Create your account") && page.body.contains("At least 8 characters"));
    let fields = |password| {
        [
            ("state", state.as_str()),
            ("email", "bob@example.com"),
            ("password", password),
        ]
    };
    let weak = browser.submit("/u/signup", &fields("weakword")).await.assert(400);
    assert!(weak.body.contains(r#"data-state="broken""#) && !weak.body.contains("weakword"));
    let back = browser
        .submit("/u/signup", &fields("Better one 1"))
        .await
        .assert(303);
    assert!(back.query().contains_key("code"));
}

#[tokio::test]
async fn a_taken_address_is_told_on_the_page_only_when_the_configuration_says_so() {
    for (toml, told) in [("", false), ("reveal_user_exists = true", true)] {
        let world = World::configured(toml).await;
        let browser = world.browser();
        let state = wait_at_login(&browser, &[]).await;
        let fields = [
            ("state", state.as_str()),
            ("email", "ada@example.com"),
            ("password", "Better one 1"),
        ];
        let page = browser.submit("/u/signup", &fields).await.assert(400);
        assert_eq!(page.body.contains("This address has an account"), told);
    }
}
