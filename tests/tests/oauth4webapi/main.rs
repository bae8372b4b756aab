//! oauth4webapi from npm, unmodified, against the authority: a certified relying party's logic finds no rule broken.

use serde_json::{Value, json};
use vestibule_tests::{ADA, Person, Scene, Story, story};

fn scene() -> Scene {
    Scene::page("oauth4webapi").with_npm("oauth4webapi", "build/index.js")
}

fn visitor(story: &Story) -> Person {
    let person = story.visitor();
    person.hears("shown");
    person
}

/// Has the page call a function of its own and waits for the outcome; what was shown before is gone.
fn calls(person: &Person, call: &str, event: &str) -> Value {
    person.runs(&format!(
        "document.querySelector('#events').replaceChildren(); demo.{call}"
    ));
    person.hears(event);
    person.claims()
}

/// Logs Ada in on the hosted page.
fn logs_in(person: &Person, response_type: &str) -> Value {
    person.runs(&format!("demo.logIn({})", json!(response_type)));
    person.fills("username", ADA.email);
    person.fills("password", ADA.password);
    person.submits();
    person.hears("shown");
    person.claims()
}

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
