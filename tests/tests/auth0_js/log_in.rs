//! Logging in by password: cross-origin authentication, then a redirect or a hidden frame; or the hosted page.

use serde_json::{Value, json};
use vestibule_tests::{ADA, story};

use crate::{calls, logs_in, scene, starts, visitor};

#[test]
fn it_logs_in_by_password_and_takes_the_id_token_for_good() {
    story(scene(), |story| {
        let person = visitor(story);
        let claims = logs_in(&person);
        assert_eq!(claims["email"], ADA.email);
        assert_eq!(claims["iss"], format!("{}/", story.authority_origin()));
        assert_eq!(claims["aud"], "legacy");
        let profile = calls(&person, "userInfo", &[], "user-info");
        assert_eq!(profile["sub"], claims["sub"]);
    });
}

#[test]
fn its_access_token_opens_the_api_that_is_closed_without() {
    let scene = scene()
        .with("audience", "https://api.example.com/")
        .with("scope", "openid profile email read:me");
    story(scene, |story| {
        let person = visitor(story);
        assert_eq!(calls(&person, "callApi", &[], "api")["status"], 401);
        let claims = logs_in(&person);
        let answer = calls(&person, "callApi", &[], "api");
        assert_eq!(answer["status"], 200);
        assert_eq!(answer["body"]["sub"], claims["sub"]);
    });
}

#[test]
fn its_requests_are_the_ones_that_are_on_record_for_this_version() {
    story(scene(), |story| {
        logs_in(&visitor(story));
        let seen = story.requests();
        let lines: Vec<_> = seen.iter().map(vestibule_tests::Seen::line).collect();
        assert_eq!(
            lines,
            [
                "POST /co/authenticate",
                "GET /authorize",
                "GET /.well-known/jwks.json"
            ]
        );
        assert_eq!(
            serde_json::from_str::<Value>(&seen[0].body).expect("auth0-js sends JSON"),
            json!({
                "client_id": "legacy",
                "username": ADA.email,
                "password": ADA.password,
                "realm": "Username-Password-Authentication",
                "credential_type": "http://auth0.com/oauth/grant-type/password-realm",
            })
        );
        let told = |name: &str| seen[1].parameter(name).unwrap_or_default();
        assert_eq!(told("response_type"), "token id_token");
        assert_eq!(told("realm"), "Username-Password-Authentication");
        assert_eq!((told("state").len(), told("nonce").len()), (32, 32));
        assert!(!told("login_ticket").is_empty() && !told("auth0Client").is_empty());
    });
}

#[test]
fn a_hidden_frame_serves_it_as_well_as_a_redirect() {
    story(scene(), |story| {
        let person = visitor(story);
        let claims = calls(&person, "logInHere", &[ADA.email, ADA.password], "logged-in-here");
        assert_eq!(claims["email"], ADA.email);
        assert_eq!(person.address(), story.app_url(), "the page was left on the way");
        assert_eq!(calls(&person, "userInfo", &[], "user-info")["sub"], claims["sub"]);
    });
}

#[test]
fn it_understands_the_refusal_of_a_wrong_password() {
    story(scene(), |story| {
        let person = visitor(story);
        let wrong = calls(&person, "logIn", &[ADA.email, "not this one"], "failed");
        assert_eq!(wrong["code"], "access_denied");
        let unknown = calls(
            &person,
            "logIn",
            &["nobody@example.com", "not this one"],
            "failed",
        );
        assert_eq!(unknown, wrong, "the answer tells who has an account");
    });
}

#[test]
fn it_understands_that_an_account_is_locked() {
    story(scene().with_authority("[lock_out]\nthreshold = 2"), |story| {
        let person = visitor(story);
        for _ in 0..2 {
            let wrong = calls(&person, "logIn", &[ADA.email, "not this one"], "failed");
            assert_eq!(wrong["code"], "access_denied");
        }
        let locked = calls(&person, "logIn", &[ADA.email, ADA.password], "failed");
        assert_eq!(locked["code"], "too_many_attempts");
    });
}

#[test]
fn the_hosted_page_logs_in_and_comes_back_with_what_it_takes_for_good() {
    story(scene(), |story| {
        let person = visitor(story);
        starts(&person, "authorize", &[]);
        person.fills("username", ADA.email);
        person.fills("password", ADA.password);
        person.submits();
        person.hears("authenticated");
        assert_eq!(person.claims()["email"], ADA.email);
    });
}
