//! The main job: a password becomes tokens.

use vestibule_tests::{ADA, Scene, story};

use crate::steps::is_ada;

#[test]
fn the_form_goes_when_somebody_is_logged_in() {
    story(Scene::quickstart(), |story| {
        let ada = story.visitor();
        ada.is_on("log-in");
        ada.logs_in_as(ADA.email, ADA.password);
        ada.hears("authenticated");
        assert!(
            !ada.has("[name=password]"),
            "a password manager waits for it to go"
        );
    });
}

#[test]
fn the_seeded_person_logs_in_and_the_api_takes_the_token() {
    story(Scene::quickstart(), |story| {
        let ada = story.visitor();
        ada.logs_in_as(ADA.email, ADA.password);
        is_ada(&ada);
        assert_eq!(
            ada.events(),
            ["shown", "submitted", "authenticated", "screen-changed"]
        );
    });
}

#[test]
fn the_api_refuses_whoever_has_no_token() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.clicks("#call-api");
        person.reads("#api", "401");
    });
}

#[test]
fn what_is_no_address_is_told_before_it_is_sent() {
    story(Scene::quickstart(), |story| {
        let ada = story.visitor();
        ada.logs_in_as("ada", ADA.password);
        ada.sees("[data-field=username][data-state=invalid]");
        assert_eq!(ada.count("submitted"), 0);
        ada.fills("username", ADA.email);
        ada.submits();
        is_ada(&ada);
    });
}

#[test]
fn after_logging_out_the_form_is_back_and_the_password_is_not() {
    story(Scene::quickstart(), |story| {
        let ada = story.visitor();
        ada.logs_in_as(ADA.email, ADA.password);
        is_ada(&ada);
        ada.clicks("#log-out");
        ada.is_on("log-in");
        assert_eq!(ada.value("password"), "");
        assert!(
            !ada.runs("return document.documentElement.outerHTML")
                .to_string()
                .contains(ADA.password)
        );
    });
}
