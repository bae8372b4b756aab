//! An app with passwords and social connections alone.

use vestibule_tests::{ADA, Scene, story};

#[test]
fn what_is_not_built_in_is_not_offered_and_the_rest_works() {
    story(Scene::of("minimal"), |story| {
        let ada = story.visitor();
        ada.is_on("log-in");
        ada.sees("[data-part=connection][data-connection=google-oauth2]");
        assert!(!ada.has("[data-part=switch]"), "no sign-up, no reset, no codes");
        ada.logs_in_as(ADA.email, "not this one");
        ada.notice();
        ada.logs_in_as(ADA.email, ADA.password);
        ada.hears("authenticated");
        assert_eq!(ada.claims()["email"], ADA.email);
    });
}

#[test]
fn a_social_login_goes_by_redirect() {
    story(Scene::of("minimal"), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.chooses("google-oauth2");
        person.picks_the_first_account();
        person.hears("authenticated");
    });
}
