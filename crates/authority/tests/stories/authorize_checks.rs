//! Every line of the check tables of `/authorize`: what breaks it, and what the client is told.

use super::harness::{CALLBACK, CHALLENGE, World};
use super::steps::{CODE, code_with, with};

/// A good request for a hybrid response.
const HYBRID: [(&str, &str); 2] = [("response_type", "code id_token"), ("response_mode", "fragment")];

#[tokio::test]
async fn while_nobody_knows_where_to_send_an_answer_nothing_is_sent_anywhere() {
    let world = World::new().await;
    let cases: &[&[(&str, &str)]] = &[
        &[("client_id", "")],
        &[("client_id", "unknown")],
        &[("redirect_uri", "")],
        &[("redirect_uri", "http://localhost:8080/other")],
        &[("redirect_uri", "http://localhost:8080/callback/")],
        &[("redirect_uri", "http://localhost:8080/callback?x=1")],
        &[("redirect_uri", "http://LOCALHOST:8080/callback")],
        &[("redirect_uri", "http://localhost:80800/callback")],
        &[("redirect_uri", "http://evil.test/")],
        &[("redirect_uri", "javascript:alert(1)")],
    ];
    for changes in cases {
        let answer = world.browser().authorize(&code_with(changes)).await.assert(400);
        assert_eq!(answer.header("location"), None, "{changes:?}");
        assert!(answer.header("content-type").unwrap().starts_with("text/html"));
    }
}

#[tokio::test]
async fn a_web_message_never_goes_to_an_origin_that_the_client_does_not_list() {
    let world = World::configured(
        "[[client]]\nclient_id = 'quickstart'\ncallbacks = ['http://localhost:9090/callback', \
         'http://localhost:8080/callback']",
    )
    .await;
    let elsewhere = [
        ("redirect_uri", "http://localhost:9090/callback"),
        ("response_mode", "web_message"),
        ("prompt", "none"),
    ];
    let answer = world
        .browser()
        .authorize(&code_with(&elsewhere))
        .await
        .assert(400);
    assert!(!answer.body.contains("postMessage"));
    let here = with(&elsewhere, &[("redirect_uri", CALLBACK)]);
    world
        .browser()
        .authorize(&code_with(&here))
        .await
        .assert(200)
        .message();
}

#[tokio::test]
async fn a_parameter_that_comes_twice_is_refused_on_a_page() {
    let world = World::new().await;
    let mut twice = CODE.to_vec();
    twice.push(("state", "state-1"));
    let answer = world.browser().authorize(&twice).await.assert(400);
    assert_eq!(answer.header("location"), None);
}

#[tokio::test]
async fn every_request_that_breaks_a_rule_is_answered_by_the_rules_error() {
    let world = World::new().await;
    let long = "x".repeat(4097);
    let short = &CHALLENGE[1..];
    let padded = format!("{short}=");
    let hybrid = |change: (&'static str, &'static str)| match change.0 {
        "response_mode" => vec![HYBRID[0], change],
        _ => vec![HYBRID[0], HYBRID[1], change],
    };
    let cases: Vec<(Vec<(&str, &str)>, &str)> = vec![
        // Response type and mode.
        (vec![("response_type", "")], "invalid_request"),
        (vec![("response_type", "none")], "unsupported_response_type"),
        (vec![("response_type", "code code")], "unsupported_response_type"),
        (vec![("response_type", "token")], "unauthorized_client"),
        (vec![("response_type", "id_token token")], "unauthorized_client"),
        (vec![("response_mode", "jwt")], "invalid_request"),
        (hybrid(("response_mode", "query")), "invalid_request"),
        // check_request_object
        (vec![("request", "e30.e30.")], "request_not_supported"),
        (vec![("request_uri", "urn:x")], "invalid_request_uri"),
        (vec![("registration", "{}")], "registration_not_supported"),
        // check_lengths
        (vec![("state", &long)], "invalid_request"),
        (vec![("nonce", &long)], "invalid_request"),
        // check_pkce
        (
            vec![("code_challenge", ""), ("code_challenge_method", "")],
            "invalid_request",
        ),
        (vec![("code_challenge", "")], "invalid_request"),
        (vec![("code_challenge_method", "")], "invalid_request"),
        (vec![("code_challenge_method", "plain")], "invalid_request"),
        (vec![("code_challenge", short)], "invalid_request"),
        (vec![("code_challenge", &padded)], "invalid_request"),
        // check_scope
        (vec![("scope", "openid \"x\"")], "invalid_scope"),
        (hybrid(("scope", "profile")), "invalid_scope"),
        // check_nonce
        (hybrid(("nonce", "")), "invalid_request"),
        // check_prompt
        (vec![("prompt", "create")], "invalid_request"),
        (vec![("prompt", "none login")], "invalid_request"),
        (vec![("prompt", "login none")], "invalid_request"),
        // check_max_age
        (vec![("max_age", "-1")], "invalid_request"),
        (vec![("max_age", "soon")], "invalid_request"),
        // check_audience
        (vec![("audience", "https://other.example.com/")], "access_denied"),
        (vec![("resource", "https://other.example.com/")], "invalid_target"),
        // check_organization
        (vec![("organization", "org_1")], "invalid_request"),
        (vec![("invitation", "welcome")], "invalid_request"),
        (
            vec![("organization", "org_analytical"), ("invitation", "other")],
            "invalid_request",
        ),
        // check_dpop_jkt
        (vec![("dpop_jkt", short)], "invalid_request"),
        (vec![("dpop_jkt", &padded)], "invalid_request"),
        // The hint is read after the table.
        (vec![("id_token_hint", "x")], "invalid_request"),
        // check_connection
        (vec![("connection", "unknown")], "invalid_request"),
        // Nobody is there.
        (vec![("prompt", "none")], "login_required"),
        (vec![("login_ticket", "unknown")], "login_required"),
    ];
    for (changes, error) in cases {
        let answer = world.browser().authorize(&code_with(&changes)).await.assert(303);
        let told = if answer.location().contains('#') {
            answer.fragment()
        } else {
            answer.query()
        };
        assert_eq!(told.get("error").map(String::as_str), Some(error), "{changes:?}");
        assert_eq!(told["iss"], super::harness::ISSUER, "{changes:?}");
        let state = changes
            .iter()
            .find(|(name, _)| *name == "state")
            .map_or("state-1", |(_, value)| value);
        assert_eq!(told["state"], state);
        assert!(!told.contains_key("code"));
    }
}

#[tokio::test]
async fn a_refusal_about_tokens_travels_in_the_fragment() {
    let world = World::new().await;
    for changes in [
        vec![("response_type", "token")],
        vec![("response_type", "id_token other")],
        vec![("response_type", "code id_token"), ("response_mode", "query")],
    ] {
        let answer = world.browser().authorize(&code_with(&changes)).await.assert(303);
        assert!(answer.fragment().contains_key("error"), "{changes:?}");
    }
}

#[tokio::test]
async fn a_challenge_without_a_code_to_protect_is_refused() {
    let world = World::new().await;
    let changes = [("client_id", "legacy"), ("response_type", "id_token")];
    let answer = world.browser().authorize(&code_with(&changes)).await.assert(303);
    assert_eq!(answer.fragment()["error"], "invalid_request");
}

#[tokio::test]
async fn an_older_client_may_ask_without_pkce_but_not_with_plain() {
    let world = World::new().await;
    let without = [
        ("client_id", "legacy"),
        ("code_challenge", ""),
        ("code_challenge_method", ""),
    ];
    let answer = world.browser().authorize(&code_with(&without)).await.assert(303);
    assert!(answer.location().starts_with("/u/login?state="));
    let plain = [("client_id", "legacy"), ("code_challenge_method", "plain")];
    let answer = world.browser().authorize(&code_with(&plain)).await.assert(303);
    assert_eq!(answer.query()["error"], "invalid_request");
}

#[tokio::test]
async fn a_connection_switched_off_for_the_client_is_refused() {
    let world = World::configured("[[client]]\nclient_id = 'quickstart'\nconnections = ['email']").await;
    let answer = world
        .browser()
        .authorize(&code_with(&[("connection", "google-oauth2")]))
        .await
        .assert(303);
    assert_eq!(answer.query()["error"], "invalid_request");
}

#[tokio::test]
async fn a_client_with_the_switch_off_may_not_bring_tickets() {
    let world =
        World::configured("[[client]]\nclient_id = 'quickstart'\ncross_origin_authentication = false").await;
    let answer = world
        .browser()
        .authorize(&code_with(&[("login_ticket", "any")]))
        .await
        .assert(303);
    assert_eq!(answer.query()["error"], "unauthorized_client");
}

#[tokio::test]
async fn a_request_may_also_be_posted() {
    let world = World::new().await;
    let answer = world.browser().submit("/authorize", &CODE).await.assert(303);
    assert!(answer.location().starts_with("/u/login?state="));
    let broken = code_with(&[("prompt", "create")]);
    let answer = world.browser().submit("/authorize", &broken).await.assert(303);
    assert_eq!(answer.query()["error"], "invalid_request");
}

#[tokio::test]
async fn an_error_goes_to_the_listed_redirect_uri_even_when_that_has_a_query() {
    let world = World::configured(
        "[[client]]\nclient_id = 'quickstart'\ncallbacks = ['http://localhost:8080/?route=login']",
    )
    .await;
    let changes = [
        ("redirect_uri", "http://localhost:8080/?route=login"),
        ("prompt", "none"),
    ];
    let answer = world.browser().authorize(&code_with(&changes)).await.assert(303);
    assert_eq!(answer.query()["route"], "login");
    assert_eq!(answer.query()["error"], "login_required");
}
