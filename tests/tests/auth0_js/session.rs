//! The session at the authority: found by a hidden frame, ended by logging out.

use vestibule_tests::{ADA, story};

use crate::{calls, logs_in, scene, starts, visitor};

#[test]
fn it_finds_the_session_after_a_login_and_none_before() {
    story(scene(), |story| {
        let person = visitor(story);
        let none = calls(&person, "checkSession", &[], "failed");
        assert_eq!(none["code"], "login_required");
        let claims = logs_in(&person);
        let again = calls(&person, "checkSession", &[], "check-session");
        assert_eq!(again["sub"], claims["sub"]);
        assert_ne!(again["nonce"], claims["nonce"]);
    });
}

#[test]
fn logging_out_ends_the_session_and_comes_back_to_the_page() {
    story(scene(), |story| {
        let person = visitor(story);
        logs_in(&person);
        starts(&person, "logOut", &[&story.app_url()]);
        person.hears("shown");
        assert_eq!(person.address(), story.app_url());
        let none = calls(&person, "checkSession", &[], "failed");
        assert_eq!(none["code"], "login_required");
    });
}

#[test]
fn logging_out_to_an_address_that_is_not_registered_changes_nothing() {
    story(scene(), |story| {
        let person = visitor(story);
        logs_in(&person);
        starts(&person, "logOut", &["http://localhost:9/"]);
        person.reads("body", "not registered");
        person.opens(&story.app_url());
        person.hears("shown");
        let claims = calls(&person, "checkSession", &[], "check-session");
        assert_eq!(claims["email"], ADA.email);
    });
}
