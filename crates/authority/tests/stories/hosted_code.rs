//! The hosted pages of a request for a connection with codes: the address or number, the code, the way back.

use super::harness::{Answer, Browser, CALLBACK, World};
use super::people::{follow, outbox, wait_at_login};
use super::steps::{claims, exchange};

const EMAIL: [(&str, &str); 2] = [("connection", "email"), ("login_hint", "ada@example.com")];
const SMS: [(&str, &str); 2] = [("connection", "sms"), ("login_hint", "+442079460958")];

#[tokio::test]
async fn a_code_by_mail_leads_back_to_the_app_with_tokens_of_that_connection() {
    let world = World::new().await;
    let browser = world.browser();
    let (state, page) = arrive(&browser, &EMAIL).await;
    assert!(
        page.body.contains(r#"value="ada@example.com""#),
        "the hint is filled in"
    );
    assert!(outbox(&browser).await.is_empty(), "the page alone sends nothing");
    let page = ask_for_code(&browser, &state, "email", "ada@example.com").await;
    assert!(page.body.contains("one-time-code") && page.body.contains("ada@example.com"));
    let back = give(&browser, &state, &newest_code(&browser).await)
        .await
        .assert(303);
    assert!(back.location().starts_with(CALLBACK));
    assert_eq!(back.query()["state"], "state-1");
    let tokens = browser
        .post_form("/oauth/token", &exchange(&back.query()["code"]))
        .await
        .assert(200)
        .json();
    let token = claims(&tokens["id_token"]);
    assert!(token["sub"].as_str().unwrap().starts_with("email|"));
    assert_eq!(
        (&token["email"], &token["email_verified"]),
        (&"ada@example.com".into(), &true.into())
    );
    assert_eq!(token["amr"], serde_json::json!(["otp"]));
}

#[tokio::test]
async fn a_code_by_text_message_goes_to_a_number_however_it_is_spaced() {
    let world = World::new().await;
    let browser = world.browser();
    let (state, page) = arrive(&browser, &SMS).await;
    assert!(
        page.body.contains(r#"type="tel" value="+442079460958""#),
        "{}",
        page.body
    );
    ask_for_code(&browser, &state, "phone", "+44 (20) 7946-0958").await;
    let message = &outbox(&browser).await[0];
    let code = message["code"].as_str().unwrap();
    assert_eq!(
        (&message["kind"], &message["to"]),
        (&"sms".into(), &"+442079460958".into())
    );
    let bound = format!("@localhost #{code}");
    assert!(
        message["text"].as_str().unwrap().ends_with(&bound),
        "it is typed on a page of this server"
    );
    let spaced = format!(" {} {} ", &code[..3], &code[3..]);
    let back = give(&browser, &state, &spaced).await.assert(303);
    assert!(back.query().contains_key("code"));
}

#[tokio::test]
async fn in_a_popup_the_answer_is_posted_to_the_page_that_opened_it() {
    let world = World::new().await;
    let browser = world.browser();
    let popup = [EMAIL[0], EMAIL[1], ("response_mode", "web_message")];
    let (state, _) = arrive(&browser, &popup).await;
    ask_for_code(&browser, &state, "email", "ada@example.com").await;
    let answer = give(&browser, &state, &newest_code(&browser).await)
        .await
        .assert(200);
    assert_eq!(answer.message().0["response"]["state"], "state-1");
}

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_pages() {
    let world = World::new().await;
    let known = world.browser();
    let (state, _) = arrive(&known, &EMAIL).await;
    ask_for_code(&known, &state, "email", "known@example.com").await;
    give(&known, &state, &newest_code(&known).await).await.assert(303);
    let mut pages = Vec::new();
    for address in ["known@example.com", "fresh@example.com"] {
        let browser = world.browser();
        let (state, _) = arrive(&browser, &EMAIL).await;
        let sent = ask_for_code(&browser, &state, "email", address).await;
        let wrong = another_than(&newest_code(&browser).await);
        let refused = give(&browser, &state, wrong).await.assert(401);
        let anonymous = |page: Answer| page.body.replace(address, "someone").replace(&state, "state");
        pages.push((anonymous(sent), anonymous(refused)));
    }
    assert_eq!(pages[0], pages[1]);
}

#[tokio::test]
async fn what_is_no_address_or_number_is_told_at_the_field_and_sends_nothing() {
    let world = World::new().await;
    let browser = world.browser();
    for (connection, field, typed) in [(EMAIL, "email", "nobody<"), (SMS, "phone", "020 7946 0958")] {
        let (state, _) = arrive(&browser, &connection).await;
        for text in [typed, ""] {
            let fields = [("state", state.as_str()), (field, text)];
            let page = browser.submit("/u/passwordless", &fields).await.assert(400);
            assert!(
                page.body.contains(&format!(r#"id="{field}-error""#)),
                "{}",
                page.body
            );
            assert!(!page.body.contains("nobody<"));
        }
        // Before a code was sent there is none to type.
        give(&browser, &state, "000000").await.assert(303);
    }
    assert!(outbox(&browser).await.is_empty());
}

#[tokio::test]
async fn three_wrong_codes_kill_it_until_a_new_one_is_sent_and_loading_anew_sends_none() {
    let world = World::new().await;
    let browser = world.browser();
    let (state, _) = arrive(&browser, &EMAIL).await;
    ask_for_code(&browser, &state, "email", "ada@example.com").await;
    let code = newest_code(&browser).await;
    for _ in 0..3 {
        give(&browser, &state, another_than(&code)).await.assert(401);
    }
    give(&browser, &state, &code).await.assert(401);
    let fields = [("state", state.as_str()), ("action", "again")];
    let again = browser.submit("/u/code", &fields).await.assert(303);
    let sent = outbox(&browser).await.len();
    assert_eq!(sent, 2);
    browser.get(again.location()).await.assert(200);
    assert_eq!(outbox(&browser).await.len(), sent);
    give(&browser, &state, &newest_code(&browser).await)
        .await
        .assert(303);
}

#[tokio::test]
async fn codes_of_the_page_count_with_those_of_passwordless_start() {
    let world = World::configured("[rate_limits]\npasswordless = 2").await;
    let browser = world.browser();
    let start = serde_json::json!({
        "client_id": "quickstart", "connection": "email", "email": "ada@example.com", "send": "code",
    });
    browser.post_json("/passwordless/start", &start).await.assert(200);
    let (state, _) = arrive(&browser, &EMAIL).await;
    ask_for_code(&browser, &state, "email", "ada@example.com").await;
    let again = [("state", state.as_str()), ("action", "again")];
    browser.submit("/u/code", &again).await.assert(429);
    let other = [("state", state.as_str()), ("email", "bob@example.com")];
    let page = browser.submit("/u/passwordless", &other).await.assert(429);
    assert!(page.body.contains("Too many codes") && page.body.contains("bob@example.com"));
    // What was sent before goes on working.
    give(&browser, &state, &newest_code(&browser).await)
        .await
        .assert(303);
}

#[tokio::test]
async fn wrong_codes_lock_out_here_and_at_co_authenticate_together() {
    let world = World::configured("[lock_out]\nthreshold = 2").await;
    let browser = world.browser();
    let (state, _) = arrive(&browser, &EMAIL).await;
    ask_for_code(&browser, &state, "email", "Ada@example.com").await;
    let code = newest_code(&browser).await;
    let embedded = serde_json::json!({
        "client_id": "quickstart",
        "credential_type": "http://auth0.com/oauth/grant-type/passwordless/otp",
        "realm": "email",
        "username": "ADA@example.com",
        "otp": another_than(&code),
    });
    browser.post_json("/co/authenticate", &embedded).await.assert(403);
    give(&browser, &state, another_than(&code)).await.assert(401);
    let locked = give(&browser, &state, &code).await.assert(429);
    assert!(locked.body.contains("Too many attempts"));
}

#[tokio::test]
async fn whoever_cancels_goes_back_with_access_denied_and_another_address_can_be_taken() {
    let world = World::new().await;
    let browser = world.browser();
    let (state, _) = arrive(&browser, &EMAIL).await;
    let page = ask_for_code(&browser, &state, "email", "bob@example.com").await;
    assert!(page.body.contains(&format!("/u/passwordless?state={state}")));
    let page = browser.get(&format!("/u/passwordless?state={state}")).await;
    assert!(
        page.body.contains(r#"value="bob@example.com""#),
        "what was typed is kept"
    );
    let fields = [("state", state.as_str()), ("action", "cancel")];
    let back = browser.submit("/u/code", &fields).await.assert(303);
    assert_eq!(back.query()["error"], "access_denied");

    let (state, _) = arrive(&browser, &SMS).await;
    let fields = [("state", state.as_str()), ("action", "cancel")];
    let back = browser.submit("/u/passwordless", &fields).await.assert(303);
    assert_eq!(back.query()["error"], "access_denied");
}

#[tokio::test]
async fn the_pages_serve_only_requests_for_codes_and_only_their_browser() {
    let world = World::new().await;
    let browser = world.browser();
    let (state, _) = arrive(&browser, &EMAIL).await;
    let fields = [("state", state.as_str()), ("email", "ada@example.com")];
    browser.post_form("/u/passwordless", &fields).await.assert(403);
    world
        .browser()
        .submit("/u/passwordless", &fields)
        .await
        .assert(400);
    let guess = [("state", state.as_str()), ("code", "000000")];
    browser.post_form("/u/code", &guess).await.assert(403);

    let state = wait_at_login(&browser, &[("connection", "Username-Password-Authentication")]).await;
    for path in ["/u/passwordless", "/u/code"] {
        let page = browser.get(&format!("{path}?state={state}")).await;
        assert!(page.status.is_client_error(), "{path}: {}", page.status);
    }
    assert!(outbox(&browser).await.is_empty());
}

/// Goes to the page by a request with some changes; gives back the name of the request and the page.
async fn arrive(browser: &Browser, changes: &[(&str, &str)]) -> (String, Answer) {
    let state = wait_at_login(browser, changes).await;
    let page = follow(browser, browser.get(&format!("/u/login?state={state}")).await)
        .await
        .assert(200);
    assert!(page.body.contains(r#"action="/u/passwordless""#), "{}", page.body);
    (state, page)
}

/// Has a code sent, and gives back the page that asks for it.
async fn ask_for_code(browser: &Browser, state: &str, field: &str, address: &str) -> Answer {
    let fields = [("state", state), (field, address)];
    let sent = browser.submit("/u/passwordless", &fields).await.assert(303);
    follow(browser, sent).await.assert(200)
}

async fn give(browser: &Browser, state: &str, code: &str) -> Answer {
    let fields = [("state", state), ("code", code)];
    browser.submit("/u/code", &fields).await
}

async fn newest_code(browser: &Browser) -> String {
    outbox(browser).await[0]["code"].as_str().unwrap().to_owned()
}

fn another_than(code: &str) -> &'static str {
    if code == "000000" { "000001" } else { "000000" }
}
