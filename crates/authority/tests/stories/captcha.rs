//! Captchas of apps: when one is wanted, what the challenge is, and that no answer but the right one passes, once.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::harness::{Answer, Browser, PASSWORD, World};
use super::people::{outbox, sign_up_body};
use super::steps::{PASSWORD_REALM, REALM, co_authenticate};

/// Each step by its key in the configuration, with its challenge, its endpoint, a good body and the status of refusal.
pub fn steps() -> [(&'static str, &'static str, &'static str, Value, u16); 4] {
    [
        (
            "login",
            "/usernamepassword/challenge",
            "/co/authenticate",
            json!({ "client_id": "quickstart", "credential_type": PASSWORD_REALM, "realm": REALM,
                    "username": "ada@example.com", "password": PASSWORD }),
            401,
        ),
        (
            "sign_up",
            "/dbconnections/signup/challenge",
            "/dbconnections/signup",
            sign_up_body(&json!({})),
            400,
        ),
        (
            "change_password",
            "/dbconnections/change_password/challenge",
            "/dbconnections/change_password",
            json!({ "client_id": "quickstart", "connection": REALM, "email": "ada@example.com" }),
            400,
        ),
        (
            "passwordless",
            "/passwordless/challenge",
            "/passwordless/start",
            json!({ "client_id": "quickstart", "connection": "email", "email": "ada@example.com", "send": "code" }),
            400,
        ),
    ]
}

pub async fn always(key: &str, more: &str) -> World {
    World::configured(&format!("[captcha]\n{key} = 'always'\n{more}")).await
}

pub async fn challenge(browser: &Browser, path: &str, body: Value) -> Value {
    browser.post_json(path, &body).await.assert(200).json()
}

/// Reads the picture as a person would.
pub fn read(image: &str) -> String {
    let svg = STANDARD
        .decode(image.strip_prefix("data:image/svg+xml;base64,").unwrap())
        .unwrap();
    let svg = String::from_utf8(svg).unwrap();
    svg.split("</text>")
        .filter_map(|part| part.rsplit_once('>'))
        .filter(|(before, _)| before.contains("<text"))
        .map(|(_, letter)| letter)
        .collect()
}

pub fn with(body: &Value, more: &[(&str, &str)]) -> Value {
    let mut body = body.clone();
    for (name, value) in more {
        body[name] = json!(value);
    }
    body
}

fn code(answer: &Answer) -> Value {
    let body = answer.json();
    if body["code"].is_string() {
        body["code"].clone()
    } else {
        body["error"].clone()
    }
}

#[tokio::test]
async fn nothing_is_wanted_unless_the_configuration_says_so() {
    let world = World::new().await;
    let browser = world.browser();
    for (_, path, endpoint, body, _) in steps() {
        assert_eq!(
            challenge(&browser, path, json!({ "state": "s" })).await,
            json!({ "required": false })
        );
        browser.post_json(endpoint, &body).await.assert(200);
    }
}

#[tokio::test]
async fn each_step_takes_the_answer_to_its_picture_once_and_nothing_else() {
    for (key, path, endpoint, body, refusal) in steps() {
        let world = always(key, "").await;
        let browser = world.browser();
        let asked = challenge(&browser, path, json!({ "state": "of the page" })).await;
        assert_eq!(
            (&asked["required"], &asked["provider"], &asked["type"]),
            (&json!(true), &json!("auth0"), &json!("code"))
        );
        let answer = read(asked["image"].as_str().unwrap());
        let good = with(
            &body,
            &[("state", "of the page"), ("captcha", &answer.to_uppercase())],
        );
        let bad = [
            body.clone(),
            with(&body, &[("captcha", "")]),
            with(&body, &[("captcha", " ")]),
            with(&body, &[("captcha", &answer)]),
            with(&body, &[("captcha", &answer), ("state", "of another page")]),
        ];
        for body in bad {
            let refused = browser.post_json(endpoint, &body).await.assert(refusal);
            assert_eq!(code(&refused), "invalid_captcha", "{key} {body}");
        }
        assert!(outbox(&browser).await.is_empty());
        browser.post_json(endpoint, &good).await.assert(200);
        let again = browser.post_json(endpoint, &good).await.assert(refusal);
        assert_eq!(code(&again), "invalid_captcha", "{key}: an answer counts once");
    }
}

#[tokio::test]
async fn a_wrong_answer_uses_the_picture_up_a_newer_picture_replaces_it_and_time_ends_it() {
    let (_, path, endpoint, body, _) = steps()[0].clone();
    let world = always("login", "").await;
    let browser = world.browser();
    let fresh = async || {
        let asked = challenge(&browser, path, json!({ "state": "s" })).await;
        read(asked["image"].as_str().unwrap())
    };
    let post = async |captcha: &str, status: u16| {
        let body = with(&body, &[("state", "s"), ("captcha", captcha)]);
        browser.post_json(endpoint, &body).await.assert(status);
    };
    let answer = fresh().await;
    post("wrong", 401).await;
    post(&answer, 401).await;
    let older = fresh().await;
    let newer = fresh().await;
    post(&newer, 200).await;
    post(&older, 401).await;
    let late = fresh().await;
    world.clock.advance(300);
    post(&late, 401).await;
}

#[tokio::test]
async fn a_page_without_state_gets_a_picture_as_well_also_when_its_request_then_has_one() {
    let (_, path, endpoint, body, _) = steps()[3].clone();
    let world = always("passwordless", "").await;
    let browser = world.browser();
    for parameters in [json!(null), json!({ "state": "of the transaction" })] {
        let asked = challenge(&browser, path, json!({ "client_id": "quickstart" })).await;
        let mut body = with(&body, &[("captcha", &read(asked["image"].as_str().unwrap()))]);
        body["authParams"] = parameters;
        browser.post_json(endpoint, &body).await.assert(200);
    }
}

#[tokio::test]
async fn a_picture_of_one_step_opens_no_other() {
    let world = World::configured("[captcha]\nlogin = 'always'\nsign_up = 'always'").await;
    let browser = world.browser();
    let [(_, path, _, _, _), (_, _, endpoint, body, _), ..] = steps();
    let asked = challenge(&browser, path, json!({ "state": "s" })).await;
    let body = with(
        &body,
        &[
            ("state", "s"),
            ("captcha", &read(asked["image"].as_str().unwrap())),
        ],
    );
    browser.post_json(endpoint, &body).await.assert(400);
}

#[tokio::test]
async fn a_sum_is_to_be_worked_out() {
    let (_, path, endpoint, body, _) = steps()[1].clone();
    let world = always("sign_up", "image = 'arithmetic'").await;
    let browser = world.browser();
    let asked = challenge(&browser, path, json!({ "state": "s" })).await;
    assert_eq!(asked["type"], "arithmetic");
    let sum = read(asked["image"].as_str().unwrap());
    let sign = sum.find(['+', '-', '×']).unwrap();
    let one: i64 = sum[..sign].parse().unwrap();
    let other: i64 = sum[sign..]
        .trim_start_matches(['+', '-', '×'])
        .trim_end_matches("=?")
        .parse()
        .unwrap();
    let result = match sum[sign..].chars().next() {
        Some('+') => one + other,
        Some('-') => one - other,
        _ => one * other,
    };
    let body = with(&body, &[("state", "s"), ("captcha", &result.to_string())]);
    browser.post_json(endpoint, &body).await.assert(200);
}

#[tokio::test]
async fn a_risky_login_wants_one_after_failures_from_the_same_place_until_somebody_succeeds() {
    let (_, path, endpoint, body, _) = steps()[0].clone();
    let world = World::configured("[captcha]\nlogin = 'risky'\nfailures = 2").await;
    let browser = world.browser();
    for _ in 0..2 {
        assert_eq!(challenge(&browser, path, json!({})).await["required"], false);
        co_authenticate(&browser, "quickstart", "wrong").await.assert(403);
    }
    let refused = co_authenticate(&browser, "quickstart", PASSWORD)
        .await
        .assert(401);
    assert_eq!(refused.json()["error"], "invalid_captcha");
    let asked = challenge(&browser, path, json!({})).await;
    let body = with(&body, &[("captcha", &read(asked["image"].as_str().unwrap()))]);
    browser.post_json(endpoint, &body).await.assert(200);
    assert_eq!(challenge(&browser, path, json!({})).await["required"], false);
}

#[tokio::test]
async fn where_no_login_wants_one_its_members_stay_unknown() {
    let body = with(&steps()[0].3, &[("captcha", "x")]);
    let refused = World::new()
        .await
        .browser()
        .post_json("/co/authenticate", &body)
        .await
        .assert(400);
    assert_eq!(refused.json()["error"], "invalid_request");
}
