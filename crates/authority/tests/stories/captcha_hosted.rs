//! Captchas of the hosted pages: a picture in each form that wants one, and no way round it.

use super::captcha::read;
use super::harness::{Answer, PASSWORD, World};
use super::people::{outbox, wait_at_login};

fn image(page: &Answer) -> String {
    let rest = page
        .body
        .split_once("data-part=\"captcha\" src=\"")
        .unwrap_or_else(|| panic!("{}", page.body))
        .1;
    rest.split_once('"').unwrap().0.to_owned()
}

#[tokio::test]
async fn the_login_page_asks_whoever_the_provider_is_and_asks_anew_after_every_try() {
    let world = World::configured("[captcha]\nprovider = 'hcaptcha'\nlogin = 'always'").await;
    let browser = world.browser();
    let request = wait_at_login(&browser, &[]).await;
    let page = browser
        .get(&format!("/u/login?state={request}"))
        .await
        .assert(200);
    let submit = async |password: &str, captcha: &str, status: u16| {
        let fields = [
            ("state", request.as_str()),
            ("username", "ada"),
            ("password", password),
            ("captcha", captcha),
        ];
        browser.submit("/u/login", &fields).await.assert(status)
    };
    let first = read(&image(&page));
    submit(PASSWORD, "", 400).await;
    let page = submit(PASSWORD, &first, 400).await;
    assert!(
        page.body.contains("Here is a new picture."),
        "the picture before counts no more"
    );
    let page = submit("wrong", &read(&image(&page)), 401).await;
    submit(PASSWORD, &read(&image(&page)), 303).await;
}

#[tokio::test]
async fn sign_up_and_reset_and_codes_ask_as_well() {
    let all = "[captcha]\nsign_up = 'always'\nchange_password = 'always'\npasswordless = 'always'";
    for (path, connection, fields) in [
        (
            "/u/signup",
            "",
            [("email", "grace@example.com"), ("password", "Nanosecond wire 11")],
        ),
        (
            "/u/forgot-password",
            "",
            [("email", "ada@example.com"), ("password", "")],
        ),
        (
            "/u/passwordless",
            "email",
            [("email", "ada@example.com"), ("password", "")],
        ),
    ] {
        let browser = World::configured(all).await.browser();
        let request = wait_at_login(&browser, &[("connection", connection)]).await;
        let page = browser.get(&format!("{path}?state={request}")).await.assert(200);
        let answer = read(&image(&page));
        let mut fields = [&fields[..], &[("state", request.as_str())]].concat();
        let refused = browser.submit(path, &fields).await.assert(400);
        assert!(refused.body.contains("Type what the picture shows.") && outbox(&browser).await.is_empty());
        fields.push(("captcha", &answer));
        browser.submit(path, &fields).await.assert(400);
        let page = browser.get(&format!("{path}?state={request}")).await.assert(200);
        let answer = read(&image(&page));
        fields.pop();
        fields.push(("captcha", &answer));
        let passed = browser.submit(path, &fields).await;
        assert!(
            passed.status.is_success() || passed.status.is_redirection(),
            "{path} {passed:?}"
        );
    }
}

#[tokio::test]
async fn another_code_wants_another_picture() {
    let world = World::configured("[captcha]\npasswordless = 'always'").await;
    let browser = world.browser();
    let request = wait_at_login(&browser, &[("connection", "email")]).await;
    let page = browser
        .get(&format!("/u/passwordless?state={request}"))
        .await
        .assert(200);
    let answer = read(&image(&page));
    let fields = [
        ("state", request.as_str()),
        ("email", "ada@example.com"),
        ("captcha", &answer),
    ];
    browser.submit("/u/passwordless", &fields).await.assert(303);
    let again = browser
        .submit("/u/code", &[("state", &request), ("action", "again")])
        .await
        .assert(303);
    assert!(again.location().starts_with("/u/passwordless"));
    assert_eq!(outbox(&browser).await.len(), 1);
}
