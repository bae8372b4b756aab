//! Codes by mail.

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
