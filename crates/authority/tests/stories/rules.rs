//! Rules of the tenant that refuse people: at the login, at `/authorize`, at sign-up, and before a message goes out.

use serde_json::{Value, json};

use super::harness::{Answer, Browser, PASSWORD, World};
use super::people::{follow, log_in, newest_link, outbox, sign_up_body, ticket_of, wait_at_login};
use super::steps::{CODE, REALM, authorize, co_authenticate, with};

fn rule(at: &str, more: &str) -> String {
    format!("[[rule]]\nat = '{at}'\n{more}\n")
}

fn told(answer: &Answer) -> (u16, Value, Value) {
    let body = answer.json();
    let description = body["error_description"].clone();
    (answer.status.as_u16(), body["error"].clone(), description)
}

#[tokio::test]
async fn each_code_of_a_login_can_be_had_and_has_its_usual_status() {
    for (error, status) in [
        ("unauthorized", 401),
        ("password_leaked", 401),
        ("password_change_required", 401),
        ("password_expired", 401),
        ("session_missing", 401),
        ("my_own_code", 401),
        ("blocked_user", 403),
        ("access_denied", 403),
        ("mfa_required", 403),
        ("a0.mfa_required", 401),
        ("a0.mfa_registration_required", 401),
        ("a0.mfa_invalid_code", 401),
        ("invalid_request", 400),
        ("invalid_user_password", 400),
        ("too_many_requests", 429),
        ("too_many_attempts", 429),
        ("temporarily_unavailable", 503),
    ] {
        let toml = rule("login", &format!("error = '{error}'\ndescription = 'So it is.'"));
        let world = World::configured(&toml).await;
        let browser = world.browser();
        let wrong = co_authenticate(&browser, "quickstart", "wrong").await;
        assert_eq!(
            told(&wrong).1,
            "access_denied",
            "a rule tells nothing before the password"
        );
        let refused = co_authenticate(&browser, "quickstart", PASSWORD).await;
        assert_eq!(told(&refused), (status, json!(error), json!("So it is.")));
    }
}

#[tokio::test]
async fn a_rule_may_say_nothing_choose_its_status_and_tell_when_to_come_back() {
    for (more, status, retry_after) in [
        ("error = 'too_many_requests'", 429, None),
        ("error = 'too_many_requests'\nretry_after = 30", 429, Some("30")),
        ("error = 'unauthorized'\nstatus = 503", 503, None),
    ] {
        let world = World::configured(&rule("login", more)).await;
        let refused = co_authenticate(&world.browser(), "quickstart", PASSWORD)
            .await
            .assert(status);
        assert_eq!(refused.header("retry-after"), retry_after);
        assert!(refused.json().get("error_description").is_none());
    }
}

#[tokio::test]
async fn a_rule_is_for_one_person_or_one_connection_and_the_first_that_fits_is_answered() {
    let toml = [
        rule("login", "who = 'eve@example.com'\nerror = 'eve'"),
        rule("login", "connection = 'email'\nerror = 'email'"),
        rule("login", "who = 'ADA'\nerror = 'first'"),
        rule("login", "error = 'second'"),
    ];
    let world = World::configured(&toml.concat()).await;
    let refused = co_authenticate(&world.browser(), "quickstart", PASSWORD).await;
    assert_eq!(refused.json()["error"], "first");
}

#[tokio::test]
async fn the_hosted_page_says_what_the_rule_says_as_text() {
    let toml = rule(
        "login",
        "error = 'unauthorized'\ndescription = '<b>Not</b> on Sundays'",
    );
    let world = World::configured(&toml).await;
    let browser = world.browser();
    let request = wait_at_login(&browser, &[]).await;
    let page = log_in(&browser, &request, "ada", PASSWORD).await.assert(403);
    assert!(page.body.contains("&lt;b&gt;Not&lt;/b&gt; on Sundays"));
}

#[tokio::test]
async fn at_authorize_a_rule_is_answered_to_the_client_also_when_only_a_session_is_there() {
    let toml = rule(
        "authorize",
        "error = 'unauthorized'\ndescription = 'Please verify your email.'",
    );
    let world = World::configured(&toml).await;
    let browser = world.browser();
    let by_ticket = authorize(&browser, &CODE).await.assert(303).query();
    let by_session = browser
        .authorize(&with(&CODE, &[("prompt", "none")]))
        .await
        .assert(303)
        .query();
    for answer in [by_ticket, by_session] {
        assert_eq!(
            (answer["error"].as_str(), answer["state"].as_str()),
            ("unauthorized", "state-1")
        );
        assert_eq!(answer["error_description"], "Please verify your email.");
    }
}

#[tokio::test]
async fn whoever_comes_by_a_provider_or_a_link_is_refused_as_well() {
    let toml = rule("login", "error = 'unauthorized'\ndescription = 'No.'");
    let world = World::configured(&toml).await;
    let browser = world.browser();
    let provider = browser
        .authorize(&with(&CODE, &[("connection", "facebook")]))
        .await;
    let page = follow(&browser, provider).await.assert(200);
    let field = |name: &str| {
        let rest = page
            .body
            .split_once(&format!("name=\"{name}\" value=\""))
            .unwrap()
            .1;
        rest.split_once('"').unwrap().0.to_owned()
    };
    let (redirect_uri, state) = (field("redirect_uri"), field("state"));
    let fields = [
        ("client_id", "vestibule"),
        ("response_type", "code"),
        ("redirect_uri", &redirect_uri),
        ("state", &state),
        ("account", "ada@example.com"),
    ];
    let chosen = browser
        .submit("/provider/facebook/authorize", &fields)
        .await
        .assert(303);
    assert_eq!(follow(&browser, chosen).await.query()["error"], "unauthorized");

    let body = json!({ "client_id": "quickstart", "connection": "email", "email": "ada@example.com",
                       "send": "link", "authParams": CODE.into_iter().collect::<std::collections::BTreeMap<_, _>>() });
    browser.post_json("/passwordless/start", &body).await.assert(200);
    let link = newest_link(&browser).await;
    let refused = browser
        .submit("/passwordless/verify_redirect", &[("ticket", ticket_of(&link))])
        .await
        .assert(403);
    assert!(refused.body.contains("No."));
}

#[tokio::test]
async fn at_sign_up_a_rule_answers_in_the_words_of_that_endpoint_and_makes_nobody() {
    let toml = rule(
        "signup",
        "who = 'grace@example.com'\nerror = 'extensibility_error'\nname = 'ExtensibilityError'\n\
         description = 'Domain not allowed'\nfriendly_message = 'Use your work address.'",
    );
    let world = World::configured(&toml).await;
    let answer = world
        .browser()
        .post_json("/dbconnections/signup", &sign_up_body(&json!({})))
        .await
        .assert(400);
    assert_eq!(
        answer.json(),
        json!({ "code": "extensibility_error", "name": "ExtensibilityError", "statusCode": 400,
                "description": "Domain not allowed", "friendly_message": "Use your work address." })
    );
    assert!(
        world
            .state
            .store
            .user_by_email(REALM, "grace@example.com")
            .unwrap()
            .is_none()
    );
    let other = sign_up_body(&json!({ "email": "hopper@example.com" }));
    world
        .browser()
        .post_json("/dbconnections/signup", &other)
        .await
        .assert(200);
}

#[tokio::test]
async fn before_a_message_goes_out_a_rule_may_refuse_it() {
    let toml = [
        rule("change_password", "error = 'too_many_requests'\nretry_after = 60"),
        rule(
            "passwordless",
            "who = '+4915112345678'\nerror = 'sms_provider_error'\n\
             description = '21211 is not a valid phone number'",
        ),
    ];
    let world = World::configured(&toml.concat()).await;
    let browser = world.browser();
    let reset = json!({ "client_id": "quickstart", "connection": REALM, "email": "ada@example.com" });
    let refused = post(&browser, "/dbconnections/change_password", &reset)
        .await
        .assert(429);
    assert_eq!(refused.header("retry-after"), Some("60"));
    let start = json!({ "client_id": "quickstart", "connection": "sms", "phone_number": "+4915112345678" });
    let refused = post(&browser, "/passwordless/start", &start).await.assert(400);
    assert_eq!(refused.json()["error"], "sms_provider_error");
    assert!(outbox(&browser).await.is_empty());
}

async fn post(browser: &Browser, path: &str, body: &Value) -> Answer {
    browser.post_json(path, body).await
}
