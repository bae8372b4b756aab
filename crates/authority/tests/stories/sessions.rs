//! Sessions at the server: what a browser that logged in before may get without asking the person again.

use vestibule_authority::authorize::{self, Authenticated};
use vestibule_authority::config::Transport;

use super::harness::{ISSUER, PASSWORD, START, World};
use super::steps::{authorize, claims, code_with, exchange};

#[tokio::test]
async fn a_session_answers_silently_and_keeps_the_time_of_the_login() {
    let world = World::new().await;
    let browser = world.browser();
    authorize(&browser, &code_with(&[])).await.assert(303);
    world.clock.advance(3600);
    let silent = code_with(&[("prompt", "none"), ("response_mode", "web_message")]);
    let (message, _) = browser.authorize(&silent).await.assert(200).message();
    let code = message["response"]["code"].as_str().unwrap().to_owned();
    let tokens = browser
        .post_form("/oauth/token", &exchange(&code))
        .await
        .assert(200)
        .json();
    assert_eq!(claims(&tokens["id_token"])["auth_time"], START);
}

#[tokio::test]
async fn a_session_is_not_enough_when_the_request_wants_the_person() {
    let world = World::new().await;
    let browser = world.browser();
    authorize(&browser, &code_with(&[])).await.assert(303);
    world.clock.advance(100);
    for changes in [
        &[("prompt", "login")][..],
        &[("prompt", "login consent")],
        &[("max_age", "99")],
        &[("max_age", "0")],
        &[("connection", "google-oauth2")],
    ] {
        let answer = browser.authorize(&code_with(changes)).await.assert(303);
        assert!(
            answer.location().starts_with("/u/login?state="),
            "{changes:?} {}",
            answer.location()
        );
    }
    for changes in [
        &[("max_age", "99"), ("prompt", "none")],
        &[("connection", "facebook"), ("prompt", "none")],
    ] {
        let answer = browser.authorize(&code_with(changes)).await.assert(303);
        assert_eq!(answer.query()["error"], "login_required", "{changes:?}");
    }
    let answer = browser
        .authorize(&code_with(&[("max_age", "100")]))
        .await
        .assert(303);
    assert!(answer.query().contains_key("code"));
}

#[tokio::test]
async fn a_session_ends_in_time_and_an_invented_one_never_begins() {
    let world = World::configured("[lifetimes]\nsession = 1000").await;
    let browser = world.browser();
    authorize(&browser, &code_with(&[])).await.assert(303);
    world.clock.advance(1000);
    let silent = code_with(&[("prompt", "none")]);
    assert_eq!(
        browser.authorize(&silent).await.assert(303).query()["error"],
        "login_required"
    );
    browser.set_cookie("auth0", "invented");
    assert_eq!(
        browser.authorize(&silent).await.assert(303).query()["error"],
        "login_required"
    );
}

#[tokio::test]
async fn a_login_never_goes_on_under_the_session_that_the_browser_brought() {
    let world = World::new().await;
    let (victim, attacker) = (world.browser(), world.browser());
    authorize(&attacker, &code_with(&[])).await.assert(303);
    let planted = attacker.cookie("auth0").unwrap();
    victim.set_cookie("auth0", &planted);
    authorize(&victim, &code_with(&[])).await.assert(303);
    assert_ne!(victim.cookie("auth0").unwrap(), planted);
    let silent = code_with(&[("prompt", "none")]);
    assert_eq!(
        attacker.authorize(&silent).await.assert(303).query()["error"],
        "login_required"
    );
}

#[tokio::test]
async fn a_new_password_ends_the_persons_sessions_grants_and_tickets() {
    let world = World::new().await;
    let browser = world.browser();
    let ticket = super::steps::ticket(&browser, "quickstart").await;
    let code = super::steps::code(&browser, &code_with(&[])).await;
    let user = world
        .state
        .store
        .user_by_email(super::steps::REALM, "ada@example.com")
        .unwrap()
        .unwrap();
    world
        .state
        .store
        .set_password(&user.id, "new hash", START)
        .unwrap();
    let refused = browser
        .post_form("/oauth/token", &exchange(&code))
        .await
        .assert(400);
    assert_eq!(refused.json()["error"], "invalid_grant");
    for changes in [[("prompt", "none")], [("login_ticket", ticket.as_str())]] {
        let answer = browser.authorize(&code_with(&changes)).await.assert(303);
        assert_eq!(answer.query()["error"], "login_required", "{changes:?}");
    }
}

#[tokio::test]
async fn a_blocked_person_gets_no_answer_from_a_ticket_that_was_won_before() {
    let world = World::new().await;
    let browser = world.browser();
    let ticket = super::steps::ticket(&browser, "quickstart").await;
    world
        .state
        .store
        .with(|tx| Ok(tx.execute("UPDATE users SET blocked = 1", [])?))
        .unwrap();
    let answer = browser
        .authorize(&code_with(&[("login_ticket", &ticket)]))
        .await
        .assert(303);
    assert_eq!(answer.query()["error"], "unauthorized");
}

#[tokio::test]
async fn a_waiting_request_is_answered_once_and_only_to_the_browser_that_made_it() {
    let world = World::new().await;
    let browser = world.browser();
    let page = browser.authorize(&code_with(&[])).await.assert(303);
    let id = page
        .location()
        .strip_prefix("/u/login?state=")
        .unwrap()
        .to_owned();
    let fields = [
        ("state", id.as_str()),
        ("username", "ada@example.com"),
        ("password", PASSWORD),
    ];
    let stranger = world.browser().submit("/u/login", &fields).await;
    assert_eq!(
        (stranger.status.is_client_error(), stranger.header("location")),
        (true, None)
    );
    let answer = browser.submit("/u/login", &fields).await.assert(303);
    assert!(answer.query().contains_key("code"), "{}", answer.location());
    let again = browser.submit("/u/login", &fields).await;
    assert_eq!(
        (again.status.is_client_error(), again.header("location")),
        (true, None)
    );
}

#[tokio::test]
async fn the_persons_refusal_reaches_the_client_as_its_error() {
    let world = World::new().await;
    let browser = world.browser();
    let page = browser.authorize(&code_with(&[])).await.assert(303);
    let id = page
        .location()
        .strip_prefix("/u/login?state=")
        .unwrap()
        .to_owned();
    let visit = visit(&world, &browser).await;
    let response = authorize::refuse(&world.state, &visit, &id, "access_denied", "The person gave up.");
    let location = response.headers()["location"].to_str().unwrap();
    assert!(
        location.starts_with("http://localhost:8080/callback?error=access_denied"),
        "{location}"
    );
    let nobody = Authenticated {
        user_id: "auth0|nobody".to_owned(),
        connection: "email".to_owned(),
        amr: "otp",
    };
    assert_eq!(
        authorize::resume(&world.state, &visit, &id, &nobody).status(),
        400
    );
}

/// A visit with the browser's cookies, as an extractor would make it.
async fn visit(world: &World, browser: &super::harness::Browser) -> vestibule_authority::http::Visit {
    use axum::extract::FromRequestParts as _;
    assert_eq!(world.state.config.transport, Transport::Http);
    let request = axum::http::Request::get(ISSUER)
        .header("host", "localhost:4400")
        .header("cookie", format!("did={}", browser.cookie("did").unwrap()));
    let (mut parts, ()) = request.body(()).unwrap().into_parts();
    vestibule_authority::http::Visit::from_request_parts(&mut parts, &world.state)
        .await
        .unwrap()
}
