//! Logging in: code with PKCE, hybrid, and silently.

use vestibule_tests::{ADA, story};

use crate::{calls, logs_in, scene, visitor};

#[test]
fn a_code_with_pkce_becomes_tokens_and_the_profile_is_of_the_same_person() {
    story(scene(), |story| {
        let person = visitor(story);
        let claims = logs_in(&person, "code");
        assert_eq!(claims["email"], ADA.email, "{claims}");
        assert_eq!(claims["aud"], "quickstart");
        let profile = calls(&person, "userInfo()", "user-info");
        assert_eq!(profile["sub"], claims["sub"]);
        assert_eq!(profile["email"], ADA.email);
    });
}

#[test]
fn tokens_signed_on_an_elliptic_curve_are_taken_as_well() {
    let scene = scene()
        .with("alg", "ES256")
        .with_authority("key_algorithm = \"ES256\"");
    story(scene, |story| {
        let claims = logs_in(&visitor(story), "code");
        assert_eq!(claims["email"], ADA.email, "{claims}");
    });
}

#[test]
fn an_id_token_beside_the_code_belongs_to_it() {
    story(scene(), |story| {
        let claims = logs_in(&visitor(story), "code id_token");
        assert_eq!(claims["email"], ADA.email, "{claims}");
    });
}

#[test]
fn a_silent_request_without_a_session_is_refused_in_the_standards_words() {
    story(scene(), |story| {
        let person = visitor(story);
        let refused = calls(&person, "logInSilently()", "failed");
        assert_eq!(refused["error"], "login_required", "{refused}");
    });
}

#[test]
fn a_silent_request_with_a_session_becomes_tokens() {
    story(scene(), |story| {
        let person = visitor(story);
        let claims = logs_in(&person, "code");
        let again = calls(&person, "logInSilently()", "authenticated");
        assert_eq!(again["sub"], claims["sub"]);
        assert_ne!(again["nonce"], claims["nonce"]);
    });
}
