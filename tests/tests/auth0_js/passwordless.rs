//! Logging in without a password: code by mail, link by mail, code by text message.

use vestibule_tests::{ADA, story};

use crate::{calls, scene, visitor};

#[test]
fn it_starts_a_passwordless_login_and_finishes_it_with_the_code() {
    story(scene(), |story| {
        let person = visitor(story);
        let started = calls(&person, "startEmail", &[ADA.email, "code"], "passwordless-start");
        assert_eq!(started["email"], ADA.email);
        let mail = story.receives(ADA.email, 0);
        let code = mail.code.expect("the mail carries a code");
        let claims = calls(&person, "finishEmail", &[ADA.email, &code], "authenticated");
        assert_eq!(claims["email"], ADA.email);
        assert_eq!(claims["email_verified"], true);
    });
}

#[test]
fn it_understands_the_refusal_of_a_code_that_was_used() {
    story(scene(), |story| {
        let person = visitor(story);
        calls(&person, "startEmail", &[ADA.email, "code"], "passwordless-start");
        let mail = story.receives(ADA.email, 0);
        let code = mail.code.expect("the mail carries a code");
        calls(&person, "finishEmail", &[ADA.email, &code], "authenticated");
        let refused = calls(&person, "finishEmail", &[ADA.email, &code], "failed");
        assert_eq!(refused["code"], "access_denied");
    });
}

#[test]
fn the_link_from_the_mail_comes_back_with_what_it_takes_for_good() {
    story(scene(), |story| {
        let person = visitor(story);
        calls(&person, "startEmail", &[ADA.email, "link"], "passwordless-start");
        let mail = story.receives(ADA.email, 0);
        person.opens(mail.links.first().expect("the mail carries a link"));
        person.submits();
        person.hears("authenticated");
        assert_eq!(person.claims()["email"], ADA.email);
    });
}

#[test]
fn it_logs_in_with_a_code_from_a_text_message() {
    story(scene(), |story| {
        let person = visitor(story);
        let number = "+4915112345678";
        let started = calls(&person, "startSms", &[number], "passwordless-start");
        assert_eq!(started["phoneNumber"], number);
        let message = story.receives(number, 0);
        assert_eq!(message.kind, "sms");
        let code = message.code.expect("the message carries a code");
        let claims = calls(&person, "finishSms", &[number, &code], "authenticated");
        assert!(
            claims["sub"].as_str().is_some_and(|sub| sub.starts_with("sms|")),
            "{claims}"
        );
    });
}

#[test]
fn it_understands_the_refusal_of_an_address_that_is_none() {
    story(scene(), |story| {
        let refused = calls(&visitor(story), "startEmail", &["ada", "code"], "failed");
        assert_eq!(refused["code"], "bad.email");
    });
}
