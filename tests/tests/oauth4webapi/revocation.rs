//! Tokens that the client gives back.

use vestibule_tests::story;

use crate::{calls, logs_in, scene, visitor};

#[test]
fn a_refresh_token_that_is_given_back_takes_the_access_token_with_it() {
    story(scene(), |story| {
        let person = visitor(story);
        logs_in(&person, "code");
        calls(&person, "revoke('refresh_token')", "revoked");
        let refused = calls(&person, "userInfo()", "failed");
        assert_eq!(refused["error"], "invalid_token", "{refused}");
        let refused = calls(&person, "refresh()", "failed");
        assert_eq!(refused["error"], "invalid_grant", "{refused}");
    });
}

#[test]
fn an_access_token_that_is_given_back_goes_alone() {
    story(scene(), |story| {
        let person = visitor(story);
        let claims = logs_in(&person, "code");
        calls(&person, "revoke('access_token')", "revoked");
        let refused = calls(&person, "userInfo()", "failed");
        assert_eq!(refused["error"], "invalid_token", "{refused}");
        calls(&person, "refresh()", "refreshed");
        assert_eq!(calls(&person, "userInfo()", "user-info")["sub"], claims["sub"]);
    });
}
