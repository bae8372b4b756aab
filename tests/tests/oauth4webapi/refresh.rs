//! Refresh tokens.

use serde_json::json;
use vestibule_tests::story;

use crate::{calls, logs_in, scene, visitor};

#[test]
fn a_refresh_token_is_replaced_when_it_is_used() {
    story(scene(), |story| {
        let person = visitor(story);
        let claims = logs_in(&person, "code");
        for _ in 0..2 {
            let replaced = calls(&person, "refresh()", "refreshed");
            assert_eq!(
                replaced,
                json!({ "newAccessToken": true, "newRefreshToken": true })
            );
        }
        let profile = calls(&person, "userInfo()", "user-info");
        assert_eq!(profile["sub"], claims["sub"]);
    });
}

#[test]
fn a_refresh_token_that_is_used_twice_takes_its_successor_with_it() {
    story(scene(), |story| {
        let person = visitor(story);
        logs_in(&person, "code");
        calls(&person, "refresh()", "refreshed");
        for call in ["refreshWithTheUsedOne()", "refreshWithTheNewOne()"] {
            let refused = calls(&person, call, "failed");
            assert_eq!(refused["error"], "invalid_grant", "{call}: {refused}");
        }
    });
}
