//! The code with PKCE, whose challenge auth0-js passes on and which it exchanges.

use serde_json::{Value, json};
use vestibule_tests::{ADA, Person, Scene, story};

use crate::{calls, starts, visitor};

/// A client that must use PKCE.
fn scene(response_type: &str) -> Scene {
    crate::scene()
        .with("client", "quickstart")
        .with("responseType", response_type)
        .with("audience", "https://api.example.com/")
        .with("scope", "openid profile email offline_access read:me")
}

/// Logs Ada in on the hosted page.
fn logs_in(person: &Person) -> Value {
    starts(person, "askForCode", &[]);
    person.fills("username", ADA.email);
    person.fills("password", ADA.password);
    person.submits();
    person.hears("authenticated");
    person.claims()
}

#[test]
fn it_exchanges_a_code_for_what_it_takes_for_good() {
    story(scene("code"), |story| {
        let person = visitor(story);
        let claims = logs_in(&person);
        assert_eq!(claims["email"], ADA.email);
        assert_eq!(claims["aud"], "quickstart");
        assert_eq!(calls(&person, "userInfo", &[], "user-info")["sub"], claims["sub"]);
        let answer = calls(&person, "callApi", &[], "api");
        assert_eq!(answer["status"], 200);
        assert_eq!(answer["body"]["sub"], claims["sub"]);
    });
}

#[test]
fn an_id_token_beside_the_code_is_good_to_it_as_well() {
    story(scene("code id_token"), |story| {
        let person = visitor(story);
        let claims = logs_in(&person);
        assert_eq!(claims["email"], ADA.email);
        assert_eq!(calls(&person, "callApi", &[], "api")["status"], 200);
    });
}

#[test]
fn it_is_told_that_a_challenge_is_missing() {
    story(scene("code"), |story| {
        let refused = calls(&visitor(story), "askForCodeWithoutPkce", &[], "failed");
        assert_eq!(refused["code"], "invalid_request", "{refused}");
    });
}

#[test]
fn it_is_told_that_the_person_cancelled() {
    // The pages without script have a button for it.
    story(scene("code id_token").with_plain_pages(), |story| {
        let person = visitor(story);
        starts(&person, "askForCode", &[]);
        person.clicks("[data-part=cancel]");
        person.hears("failed");
        assert_eq!(person.claims()["code"], "access_denied");
    });
}

#[test]
fn a_refresh_token_is_replaced_when_it_is_used_and_refused_when_it_comes_back() {
    story(scene("code"), |story| {
        let person = visitor(story);
        let claims = logs_in(&person);
        let replaced = calls(&person, "refresh", &[], "refreshed");
        assert_eq!(
            replaced,
            json!({ "newAccessToken": true, "newRefreshToken": true })
        );
        assert_eq!(calls(&person, "userInfo", &[], "user-info")["sub"], claims["sub"]);
        let refused = calls(&person, "refreshTwice", &[], "failed");
        assert_eq!(refused["code"], "invalid_grant", "{refused}");
    });
}
