//! RP-initiated logout: who is asked, who is not, and where one may be sent.

use axum::http::StatusCode;

use super::harness::{APP, Answer, Browser, World, form};
use super::steps::{authorize, claims, code_with, tokens};

#[tokio::test]
async fn an_id_token_of_the_person_ends_the_session_at_once_however_old_it_is() {
    for post in [false, true] {
        let world = World::configured("[lifetimes]\nsession = 2000000").await;
        let browser = world.browser();
        let tokens = tokens(&browser, &code_with(&[])).await;
        world.clock.advance(1_000_000);
        let params = [
            ("id_token_hint", tokens["id_token"].as_str().unwrap()),
            ("post_logout_redirect_uri", APP),
            ("state", "a b"),
            ("ui_locales", "de fr"),
        ];
        let answer = if post {
            browser.post_form("/oidc/logout", &params).await
        } else {
            log_out(&browser, &params).await
        };
        assert_eq!(answer.assert(303).location(), "http://localhost:8080?state=a+b");
        assert_eq!(browser.cookie("auth0"), None);
    }
}

#[tokio::test]
async fn the_name_of_the_session_is_as_good_as_an_id_token() {
    let world = World::new().await;
    let browser = world.browser();
    let tokens = tokens(&browser, &code_with(&[])).await;
    let claims = claims(&tokens["id_token"]);
    let params = [
        ("client_id", "quickstart"),
        ("logout_hint", claims["sid"].as_str().unwrap()),
        ("post_logout_redirect_uri", APP),
    ];
    log_out(&browser, &params).await.assert(303);
    assert_eq!(browser.cookie("auth0"), None);
}

#[tokio::test]
async fn without_a_sign_of_the_person_the_person_is_asked() {
    let world = World::new().await;
    let foreign = foreign_id_token(&world).await;
    for params in [
        &[][..],
        &[("client_id", "quickstart")],
        &[("client_id", "quickstart"), ("post_logout_redirect_uri", APP)],
        &[("client_id", "quickstart"), ("logout_hint", "ada@example.com")],
        &[("id_token_hint", foreign.as_str())],
    ] {
        let browser = world.browser();
        authorize(&browser, &code_with(&[])).await.assert(303);
        let page = log_out(&browser, params).await.assert(200);
        assert!(page.body.contains("Log out?"), "{params:?}");
        assert!(browser.cookie("auth0").is_some(), "{params:?}");

        let stays = [("action", "stay")];
        browser.submit("/oidc/logout/confirm", &stays).await.assert(200);
        assert!(browser.cookie("auth0").is_some(), "{params:?}");
        // A form on another site must not do what the page asks about.
        browser.post_form("/oidc/logout/confirm", &[]).await.assert(403);
        assert!(browser.cookie("auth0").is_some(), "{params:?}");
        browser.submit("/oidc/logout/confirm", &[]).await.assert(200);
        assert_eq!(browser.cookie("auth0"), None, "{params:?}");
    }
}

#[tokio::test]
async fn the_page_carries_on_where_to_go_and_the_target_is_judged_again() {
    let world = World::new().await;
    let browser = world.browser();
    authorize(&browser, &code_with(&[])).await.assert(303);
    let params = [
        ("client_id", "quickstart"),
        ("post_logout_redirect_uri", APP),
        ("state", "s1"),
    ];
    let page = log_out(&browser, &params).await.assert(200);
    for (name, value) in params {
        assert!(
            page.body.contains(&format!(r#"name="{name}" value="{value}""#)),
            "{name}"
        );
    }
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.contains("form-action 'self' http://localhost:8080"));
    let evil = [
        ("client_id", "quickstart"),
        ("post_logout_redirect_uri", "http://evil.test/"),
    ];
    browser.submit("/oidc/logout/confirm", &evil).await.assert(400);
    assert!(browser.cookie("auth0").is_some());
    let back = browser.submit("/oidc/logout/confirm", &params).await.assert(303);
    assert_eq!(back.location(), "http://localhost:8080?state=s1");
}

#[tokio::test]
async fn whoever_is_not_logged_in_is_asked_nothing() {
    let world = World::new().await;
    let params = [("client_id", "quickstart"), ("post_logout_redirect_uri", APP)];
    let answer = log_out(&world.browser(), &params).await.assert(303);
    assert_eq!(answer.location(), APP);
}

#[tokio::test]
async fn a_request_that_is_wrong_ends_nothing_and_leads_nowhere() {
    let world = World::new().await;
    let browser = world.browser();
    let tokens = tokens(&browser, &code_with(&[])).await;
    let hint = tokens["id_token"].as_str().unwrap();
    let access = tokens["access_token"].as_str().unwrap();
    for params in [
        &[("id_token_hint", "x"), ("post_logout_redirect_uri", APP)][..],
        &[("id_token_hint", access)],
        &[("id_token_hint", hint), ("client_id", "legacy")],
        &[("client_id", "unknown")],
        &[("post_logout_redirect_uri", APP)],
        &[
            ("id_token_hint", hint),
            ("post_logout_redirect_uri", "http://evil.test/"),
        ],
        &[
            ("id_token_hint", hint),
            ("post_logout_redirect_uri", "http://localhost:8080/callback"),
        ],
        &[
            ("id_token_hint", hint),
            ("post_logout_redirect_uri", "http://localhost:8080//"),
        ],
    ] {
        let answer = log_out(&browser, params).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (StatusCode::BAD_REQUEST, None),
            "{params:?}"
        );
        assert!(browser.cookie("auth0").is_some(), "{params:?}");
    }
}

/// An ID token that is good, and another person's.
async fn foreign_id_token(world: &World) -> String {
    let browser = world.browser();
    let tokens = tokens(&browser, &code_with(&[])).await;
    let mut claims = claims(&tokens["id_token"]);
    claims["sub"] = "auth0|somebody".into();
    world.state.keys.sign("JWT", &claims).unwrap()
}

async fn log_out(browser: &Browser, params: &[(&str, &str)]) -> Answer {
    browser.get(&format!("/oidc/logout?{}", form(params))).await
}
