//! Calling the APIs with an access token.

use serde_json::json;
use vestibule_tests::{Scene, story};

use crate::{calls, logs_in, visitor};

fn scene() -> Scene {
    crate::scene()
        .with("audience", "https://api.example.com/")
        .with("scope", "openid offline_access read:me")
}

#[test]
fn a_token_opens_the_api_of_its_audience_and_no_other() {
    story(scene(), |story| {
        let person = visitor(story);
        let claims = logs_in(&person, "code");
        let answer = calls(&person, "callApi('api/me')", "api");
        assert_eq!(answer["sub"], claims["sub"]);
        let refused = calls(&person, "callApi('api/reports')", "failed");
        assert_eq!(
            (&refused["status"], &refused["scheme"]),
            (&json!(401), &json!("bearer"))
        );
        assert_eq!(refused["error"], "invalid_token", "{refused}");
    });
}

#[test]
fn a_token_without_the_scope_is_told_which_one_is_missing() {
    story(scene().with("scope", "openid"), |story| {
        let person = visitor(story);
        logs_in(&person, "code");
        let refused = calls(&person, "callApi('api/me')", "failed");
        assert_eq!(
            refused,
            json!({ "status": 403, "scheme": "bearer", "error": "insufficient_scope", "scope": "read:me" })
        );
    });
}
