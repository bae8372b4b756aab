//! Codes by mail and by text message.

use serde_json::json;
use vestibule_tests::{ADA, Scene, story};

use crate::{SUBMIT, authenticated, newest_message, scene, types, visitor};

fn passwordless() -> Scene {
    scene().with("passwordless", true)
}

#[test]
fn it_has_a_code_sent_and_logs_in_with_it() {
    story(passwordless(), |story| {
        let person = visitor(story);
        types(&person, "email", ADA.email);
        person.clicks(SUBMIT);
        person.hears("vcode-ready");
        let code = newest_message(story, &person)["code"].clone();
        types(&person, "vcode", code.as_str().expect("the mail carries a code"));
        person.clicks(SUBMIT);
        let claims = authenticated(&person);
        assert_eq!(claims["email"], ADA.email);
        assert_eq!(claims["email_verified"], true);
    });
}

#[test]
fn a_wrong_code_is_refused_and_the_right_one_still_works() {
    story(passwordless(), |story| {
        let person = visitor(story);
        types(&person, "email", ADA.email);
        person.clicks(SUBMIT);
        person.hears("vcode-ready");
        let code = newest_message(story, &person)["code"].clone();
        let code = code.as_str().expect("the mail carries a code");
        let wrong = if code == "000000" { "111111" } else { "000000" };
        types(&person, "vcode", wrong);
        person.clicks(SUBMIT);
        person.sees(".auth0-global-message-error");
        types(&person, "vcode", code);
        person.clicks(SUBMIT);
        assert_eq!(authenticated(&person)["email"], ADA.email);
    });
}

#[test]
fn it_takes_the_country_from_the_authority_for_a_number_and_logs_in_with_the_code() {
    let scene = passwordless()
        .with("options", json!({ "allowedConnections": ["sms"] }))
        .with_authority("country = 'DE'");
    story(scene, |story| {
        let person = visitor(story);
        types(&person, "phoneNumber", "1511 2345678");
        person.clicks(SUBMIT);
        person.hears("vcode-ready");
        let message = newest_message(story, &person);
        assert_eq!(message["to"], "+4915112345678");
        types(
            &person,
            "vcode",
            message["code"].as_str().expect("the message carries a code"),
        );
        person.clicks(SUBMIT);
        let claims = authenticated(&person);
        assert!(
            claims["sub"].as_str().is_some_and(|sub| sub.starts_with("sms|")),
            "{claims}"
        );
    });
}
