//! auth0-js from npm, unmodified, against the authority: a client that is not ours finds what it expects.

use serde_json::{Value, json};
use vestibule_tests::{ADA, Person, Scene, Story, story};

fn scene() -> Scene {
    Scene::page("auth0-js").with_npm("auth0-js", "dist/auth0.min.js")
}

fn visitor(story: &Story) -> Person {
    let person = story.visitor();
    person.hears("shown");
    person
}

/// Calls a function of the page and waits for its outcome.
fn calls(person: &Person, function: &str, arguments: &[&str], event: &str) -> Value {
    person.runs(&format!("demo.{function}(...{})", json!(arguments)));
    person.hears(event);
    person.claims()
}

/// Logs Ada in, by co/authenticate and a redirect.
fn logs_in(person: &Person) -> Value {
    calls(person, "logIn", &[ADA.email, ADA.password], "authenticated")
}

#[test]
fn it_logs_in_by_password_and_takes_the_id_token_for_good() {
    story(scene(), |story| {
        let claims = logs_in(&visitor(story));
        assert_eq!(claims["email"], ADA.email);
        assert_eq!(claims["iss"], format!("{}/", story.authority_origin()));
        assert_eq!(claims["aud"], "legacy");
    });
}

#[test]
fn it_understands_the_refusal_of_a_wrong_password() {
    story(scene(), |story| {
        let refused = calls(&visitor(story), "logIn", &[ADA.email, "not this one"], "failed");
        assert_eq!(refused["code"], "access_denied");
    });
}

#[test]
fn it_signs_somebody_up_who_can_then_log_in() {
    story(scene(), |story| {
        let person = visitor(story);
        let account = ["grace@example.com", "Vast-Ocean-42-Lanterns"];
        let created = calls(&person, "signUp", &account, "sign-up");
        assert_eq!(created["email"], account[0]);
        let claims = calls(&person, "logIn", &account, "authenticated");
        assert_eq!(claims["email"], account[0]);
    });
}

#[test]
fn it_starts_a_passwordless_login_and_finishes_it_with_the_code() {
    story(scene(), |story| {
        let person = visitor(story);
        calls(&person, "passwordlessStart", &[ADA.email], "passwordless-start");
        let code = story
            .receives(ADA.email, 0)
            .code
            .expect("the mail carries a code");
        let claims = calls(&person, "passwordlessLogin", &[ADA.email, &code], "authenticated");
        assert_eq!(claims["email"], ADA.email);
    });
}

#[test]
fn it_has_a_mail_sent_that_changes_the_password() {
    story(scene(), |story| {
        calls(&visitor(story), "changePassword", &[ADA.email], "change-password");
        assert_eq!(story.receives(ADA.email, 0).links.len(), 1);
    });
}

#[test]
fn it_finds_the_session_after_a_login_and_none_before() {
    story(scene(), |story| {
        let person = visitor(story);
        let none = calls(&person, "checkSession", &[], "failed");
        assert_eq!(none["code"], "login_required");
        logs_in(&person);
        let claims = calls(&person, "checkSession", &[], "check-session");
        assert_eq!(claims["email"], ADA.email);
    });
}
