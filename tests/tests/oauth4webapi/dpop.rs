//! Tokens that are bound to a key which never leaves the browser.

use serde_json::json;
use vestibule_tests::{Scene, Story, story};

use crate::{calls, logs_in, visitor};

fn scene() -> Scene {
    crate::scene()
        .with("dpop", true)
        .with("audience", "https://api.example.com/")
        .with("scope", "openid offline_access read:me")
}

/// The statuses of the answers to requests to this path.
fn statuses(story: &Story, path: &str) -> Vec<u16> {
    let requests = story.requests().into_iter().filter(|seen| seen.path == path);
    requests.filter_map(|seen| seen.status).collect()
}

#[test]
fn tokens_are_bound_to_the_key_and_the_nonce_is_asked_for_once() {
    story(scene(), |story| {
        let person = visitor(story);
        let claims = logs_in(&person, "code");
        let binding = calls(&person, "binding()", "binding");
        assert_eq!(binding["tokenType"], "dpop");
        assert_eq!(binding["boundTo"], binding["thumbprint"]);
        assert_eq!(calls(&person, "callApi('api/me')", "api")["sub"], claims["sub"]);
        assert_eq!(calls(&person, "userInfo()", "user-info")["sub"], claims["sub"]);
        assert_eq!(statuses(story, "/oauth/token"), [400, 200]);
        assert_eq!(statuses(story, "/api/me"), [200]);
        assert_eq!(statuses(story, "/userinfo"), [200]);
    });
}

#[test]
fn a_bound_token_is_worth_nothing_without_its_key() {
    story(scene(), |story| {
        let person = visitor(story);
        logs_in(&person, "code");
        for by in ["another", "nothing"] {
            let refused = calls(&person, &format!("callApi('api/me', '{by}')"), "failed");
            assert_eq!(
                (&refused["status"], &refused["scheme"]),
                (&json!(401), &json!("dpop"))
            );
            assert_eq!(refused["error"], "invalid_token", "{by}: {refused}");
        }
        // Another key has no nonce yet, so that it is given one before it is looked at.
        assert_eq!(statuses(story, "/api/me"), [401, 401, 401]);
    });
}

#[test]
fn a_refresh_token_is_bound_to_the_key_as_well() {
    story(scene(), |story| {
        let person = visitor(story);
        let claims = logs_in(&person, "code");
        for by in ["another", "nothing"] {
            let refused = calls(&person, &format!("refreshBy('{by}')"), "failed");
            assert_eq!(refused["error"], "invalid_grant", "{by}: {refused}");
        }
        calls(&person, "refresh()", "refreshed");
        let binding = calls(&person, "binding()", "binding");
        assert_eq!(binding["boundTo"], binding["thumbprint"]);
        assert_eq!(calls(&person, "callApi('api/me')", "api")["sub"], claims["sub"]);
    });
}

#[test]
fn a_client_that_must_push_and_prove_gets_its_tokens_by_doing_both() {
    let scene = scene().with("client", "strict").with("push", true);
    story(scene, |story| {
        let person = visitor(story);
        let claims = logs_in(&person, "code");
        assert_eq!(claims["aud"], "strict", "{claims}");
        assert_eq!(calls(&person, "callApi('api/me')", "api")["client_id"], "strict");
        assert_eq!(statuses(story, "/oauth/par"), [400, 201]);
    });
}

#[test]
fn a_client_that_must_push_is_told_so_when_it_does_not() {
    story(scene().with("client", "strict"), |story| {
        let person = visitor(story);
        let refused = calls(&person, "logIn('code')", "failed");
        assert_eq!(refused["error"], "invalid_request", "{refused}");
    });
}
