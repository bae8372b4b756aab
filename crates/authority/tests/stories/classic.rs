//! A hosted login page of Auth0's classic kind: its context, `/usernamepassword/login` and `/login/callback`.

use serde_json::{Value, json};

use super::captcha::read;
use super::harness::{Answer, Browser, CALLBACK, ISSUER, PASSWORD, World};
use super::people::{sign_up_body, wait_at_login};
use super::steps::{CODE, REALM, claims, exchange};

/// What the page's script sends: the context's parameters with what the person typed.
pub async fn body(browser: &Browser, request: &str, changes: Value) -> Value {
    let context = context(browser, request).await;
    let mut body = context["extraParams"].clone();
    let own = json!({ "client_id": context["clientID"], "redirect_uri": context["callbackURL"],
                      "tenant": context["auth0Tenant"], "connection": REALM, "username": "ada@example.com",
                      "password": PASSWORD, "sso": true, "popup_options": {} });
    for changes in [own, changes] {
        for (name, value) in changes.as_object().unwrap() {
            body[name] = value.clone();
        }
    }
    body
}

pub async fn context(browser: &Browser, request: &str) -> Value {
    browser
        .get(&format!("/u/login/context?state={request}"))
        .await
        .assert(200)
        .json()
}

/// The fields of the form that is answered.
pub fn form(answer: &Answer) -> Vec<(String, String)> {
    assert!(answer.body.starts_with(&format!(
        "<form method=\"post\" name=\"hiddenform\" action=\"{ISSUER}login/callback\">"
    )));
    let inputs = answer.body.split("<input type=\"hidden\" name=\"").skip(1);
    inputs
        .map(|input| {
            let (name, rest) = input.split_once("\" value=\"").unwrap();
            let value = rest.split_once('"').unwrap().0;
            (name.to_owned(), value.replace("&quot;", "\""))
        })
        .collect()
}

pub async fn submit(browser: &Browser, fields: &[(String, String)]) -> Answer {
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    browser.submit("/login/callback", &fields).await
}

pub async fn log_in(browser: &Browser, body: &Value) -> Answer {
    browser.post_own_json("/usernamepassword/login", body).await
}

#[tokio::test]
async fn the_form_that_the_page_gets_brings_the_request_to_its_answer() {
    let world = World::new().await;
    let browser = world.browser();
    let request = wait_at_login(&browser, &[]).await;
    let answer = log_in(&browser, &body(&browser, &request, json!({})).await)
        .await
        .assert(200);
    assert!(answer.header("content-type").unwrap().starts_with("text/html"));
    let fields = form(&answer);
    assert_eq!(fields[0], ("wa".to_owned(), "wsignin1.0".to_owned()));
    let context: Value = serde_json::from_str(&fields[2].1).unwrap();
    assert_eq!(
        (&context["connection"], &context["state"]),
        (&json!(REALM), &json!(request))
    );
    let back = submit(&browser, &fields).await.assert(303);
    assert!(back.location().starts_with(CALLBACK));
    let query = back.query();
    assert_eq!(query["state"], "state-1");
    let tokens = browser
        .post_form("/oauth/token", &exchange(&query["code"]))
        .await
        .assert(200)
        .json();
    let claims = claims(&tokens["id_token"]);
    assert_eq!(
        (&claims["email"], &claims["amr"]),
        (&json!("ada@example.com"), &json!(["pwd"]))
    );
    submit(&browser, &fields).await.assert(400);
}

#[tokio::test]
async fn the_context_says_what_the_request_asked_for_and_nothing_to_another_browser() {
    let world = World::new().await;
    let browser = world.browser();
    let request = wait_at_login(&browser, &[("login_hint", "ada@example.com")]).await;
    let told = context(&browser, &request).await;
    assert_eq!(told["clientID"], "quickstart");
    assert_eq!(told["clientName"], "Quickstart");
    assert_eq!(told["callbackURL"], CALLBACK);
    assert_eq!(told["auth0Domain"], "localhost:4400");
    let parameters = &told["extraParams"];
    assert_eq!(parameters, &told["internalOptions"]);
    assert_eq!(parameters["state"], request.as_str());
    assert_eq!(parameters["_intstate"], request.as_str());
    assert_eq!(parameters["login_hint"], "ada@example.com");
    assert_eq!(parameters["response_type"], "code");
    assert!(
        parameters["_csrf"]
            .as_str()
            .is_some_and(|token| token.len() == 43)
    );
    let other = world.browser();
    wait_at_login(&other, &[]).await;
    let refused = other
        .get(&format!("/u/login/context?state={request}"))
        .await
        .assert(400);
    assert_eq!(refused.json()["code"], "session_missing");
    assert_eq!(refused.header("access-control-allow-origin"), None);
}

#[tokio::test]
async fn a_captcha_of_the_page_is_asked_for_before_the_password() {
    let world = World::configured("[captcha]\nlogin = 'always'").await;
    let browser = world.browser();
    let request = wait_at_login(&browser, &[]).await;
    let refused = log_in(&browser, &body(&browser, &request, json!({})).await)
        .await
        .assert(401);
    assert_eq!(refused.json()["code"], "invalid_captcha");
    let asked = browser
        .post_own_json("/usernamepassword/challenge", &json!({ "state": request }))
        .await
        .json();
    let captcha = read(asked["image"].as_str().unwrap());
    log_in(
        &browser,
        &body(&browser, &request, json!({ "captcha": captcha })).await,
    )
    .await
    .assert(200);
}

#[tokio::test]
async fn the_hosted_page_may_sign_up_reset_and_start_as_an_app_may() {
    let world = World::new().await;
    let browser = world.browser();
    browser
        .post_own_json("/dbconnections/signup", &sign_up_body(&json!({})))
        .await
        .assert(200);
    let reset = json!({ "client_id": "quickstart", "connection": REALM, "email": "ada@example.com" });
    browser
        .post_own_json("/dbconnections/change_password", &reset)
        .await
        .assert(200);
}

#[tokio::test]
async fn it_is_told_who_was_here_last_and_which_network_this_seems_to_be() {
    let world = World::configured(
        "country = 'DE'\ncorporate_network = 'corporate'\n[[connection]]\nname = 'corporate'\nstrategy = 'ad'",
    )
    .await;
    let browser = world.browser();
    assert_eq!(browser.get("/user/ssodata").await.json(), json!({ "sso": false }));
    let network = browser
        .get("/user/ssodata?ldaps=1&client_id=quickstart")
        .await
        .json();
    assert_eq!(
        network,
        json!({ "sso": false, "connection": "corporate", "strategy": "ad" })
    );
    super::steps::tokens(&browser, &CODE).await;
    let told = browser.get("/user/ssodata").await.assert(200);
    assert_eq!(
        told.json(),
        json!({ "sso": true, "last_used_username": "ada@example.com",
                "last_used_connection": { "name": REALM, "strategy": "auth0" } })
    );
    let headers = [("origin", super::harness::APP)];
    let from_app = browser
        .send(
            axum::http::Method::GET,
            "/user/ssodata",
            &headers,
            axum::body::Body::empty(),
        )
        .await;
    assert_eq!(
        from_app.header("access-control-allow-origin"),
        None,
        "no app reads this"
    );
    assert_eq!(
        browser.get("/user/geoloc/country").await.json(),
        json!({ "country_code": "DE" })
    );
}

#[tokio::test]
async fn whoever_needs_a_second_proof_is_asked_for_it_here_and_everywhere_else() {
    let toml = "[[user]]\nemail = 'ada@example.com'\nusername = 'ada'\nsecond_factor = true\n\
                password = 'correct horse battery staple'";
    let world = World::configured(toml).await;
    let browser = world.browser();
    let request = wait_at_login(&browser, &[]).await;
    let refused = log_in(&browser, &body(&browser, &request, json!({})).await)
        .await
        .assert(401);
    assert_eq!(refused.json()["code"], "a0.mfa_required");
    let code = super::people::outbox(&browser).await[0]["code"]
        .as_str()
        .unwrap()
        .to_owned();
    let wrong = body(&browser, &request, json!({ "mfa_code": "000000" })).await;
    assert_eq!(
        log_in(&browser, &wrong).await.assert(401).json()["code"],
        "a0.mfa_invalid_code"
    );
    let right = body(&browser, &request, json!({ "mfa_code": code })).await;
    let fields = form(&log_in(&browser, &right).await.assert(200));
    let query = submit(&browser, &fields).await.assert(303).query();
    let tokens = browser
        .post_form("/oauth/token", &exchange(&query["code"]))
        .await
        .assert(200)
        .json();
    assert_eq!(claims(&tokens["id_token"])["amr"], json!(["pwd", "otp"]));

    let other = world.browser();
    let by_ticket = super::steps::authorize(&other, &CODE).await.assert(303);
    assert!(by_ticket.location().starts_with("/u/second-step?state="));
    let silent = super::steps::with(&CODE, &[("prompt", "none")]);
    let silently = super::steps::authorize(&other, &silent).await.assert(303);
    assert_eq!(silently.query()["error"], "interaction_required");
}
