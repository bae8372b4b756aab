//! What `/usernamepassword/login` and `/login/callback` refuse, and how.

use serde_json::json;

use super::classic::{body, context, form, log_in, submit};
use super::harness::{PASSWORD, World};
use super::people::wait_at_login;

#[tokio::test]
async fn a_login_without_its_token_session_or_origin_is_refused_whatever_the_password() {
    let world = World::new().await;
    let browser = world.browser();
    let request = wait_at_login(&browser, &[]).await;
    let other_request = wait_at_login(&browser, &[]).await;
    let other_token = context(&browser, &other_request).await["extraParams"]["_csrf"].clone();
    for (changes, status, code) in [
        (json!({ "_csrf": null }), 403, "invalid_csrf"),
        (json!({ "_csrf": "" }), 403, "invalid_csrf"),
        (json!({ "_csrf": other_token }), 403, "invalid_csrf"),
        (
            json!({ "_intstate": null, "state": null }),
            400,
            "session_missing",
        ),
        (json!({ "_intstate": "deprecated" }), 400, "session_missing"),
        (json!({ "client_id": "legacy" }), 400, "invalid_request"),
        (
            json!({ "redirect_uri": "http://localhost:8080/" }),
            400,
            "invalid_request",
        ),
        (json!({ "response_type": "token" }), 400, "invalid_request"),
        (json!({ "connection": "google-oauth2" }), 400, "invalid_request"),
        (json!({ "connection": "nowhere" }), 400, "invalid_request"),
    ] {
        let refused = log_in(&browser, &body(&browser, &request, changes.clone()).await)
            .await
            .assert(status);
        assert_eq!(refused.json()["code"], code, "{changes}");
    }
    let good = body(&browser, &request, json!({})).await;
    // From the app's page, from another browser with the same token, and as a form that needs no preflight.
    browser
        .post_json("/usernamepassword/login", &good)
        .await
        .assert(403);
    let thief = world.browser();
    wait_at_login(&thief, &[]).await;
    assert_eq!(
        log_in(&thief, &good).await.assert(400).json()["code"],
        "session_missing"
    );
    browser
        .submit("/usernamepassword/login", &[("username", "ada")])
        .await
        .assert(415);
}

#[tokio::test]
async fn a_form_of_another_site_another_browser_or_a_later_time_opens_nothing() {
    let world = World::new().await;
    let browser = world.browser();
    let request = wait_at_login(&browser, &[]).await;
    let page = body(&browser, &request, json!({})).await;
    let fields = form(&log_in(&browser, &page).await.assert(200));
    let pairs: Vec<_> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    browser.post_form("/login/callback", &pairs).await.assert(403);
    let thief = world.browser();
    wait_at_login(&thief, &[]).await;
    submit(&thief, &fields).await.assert(400);
    assert_eq!(thief.cookie("auth0"), None);
    let late = form(&log_in(&browser, &page).await.assert(200));
    world.clock.advance(60);
    submit(&browser, &late).await.assert(400);
    assert_eq!(browser.cookie("auth0"), None);
}

#[tokio::test]
async fn every_refusal_has_the_shape_and_code_that_lock_reads() {
    let toml = "[lock_out]\nthreshold = 2\n\
                [[user]]\nemail = 'eve@example.com'\npassword = 'x'\nblocked = true\n\
                [[user]]\nemail = 'bob@example.com'\npassword = 'x'\n\
                [[rule]]\nat = 'login'\nwho = 'bob@example.com'\nerror = 'password_leaked'\ndescription = 'Leaked.'\n";
    let world = World::configured(toml).await;
    let browser = world.browser();
    let request = wait_at_login(&browser, &[]).await;
    for (username, password, status, code) in [
        ("eve@example.com", "x", 401, "unauthorized"),
        ("bob@example.com", "x", 401, "password_leaked"),
        ("ada@example.com", "wrong", 400, "invalid_user_password"),
        ("nobody@example.com", "wrong", 400, "invalid_user_password"),
        ("ada@example.com", "wrong", 400, "invalid_user_password"),
        ("ada@example.com", PASSWORD, 429, "too_many_attempts"),
    ] {
        let changes = json!({ "username": username, "password": password });
        let refused = log_in(&browser, &body(&browser, &request, changes).await)
            .await
            .assert(status)
            .json();
        assert_eq!(
            (&refused["code"], &refused["statusCode"]),
            (&json!(code), &json!(status))
        );
        assert!(refused["description"].is_string());
    }
}
