//! The authority goes away and comes back.

use vestibule_tests::{ADA, Scene, story};

use crate::steps::is_ada;

#[test]
fn an_authority_that_is_down_is_told_and_the_same_form_logs_in_when_it_is_back() {
    story(Scene::quickstart(), |story| {
        let ada = story.visitor();
        ada.is_on("log-in");
        ada.fills("username", ADA.email);
        ada.fills("password", ADA.password);
        story.authority_stops();
        ada.submits();
        assert!(ada.notice().contains("can’t reach"), "{}", ada.notice());
        assert_eq!(
            (ada.value("username").as_str(), ada.value("password").as_str()),
            (ADA.email, ADA.password)
        );
        story.authority_starts_again();
        ada.submits();
        is_ada(&ada);
    });
}

#[test]
fn a_restart_in_the_middle_of_a_redirect_does_not_lose_the_login() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.chooses("google-oauth2");
        person.sees("[data-part=account]");
        story.authority_stops();
        story.authority_starts_again();
        person.picks_the_first_account();
        person.hears("authenticated");
    });
}

#[test]
fn a_widget_that_starts_while_the_authority_is_down_can_try_again() {
    story(Scene::quickstart(), |story| {
        story.authority_stops();
        let ada = story.visitor();
        ada.is_on("stopped");
        story.authority_starts_again();
        ada.clicks("[data-part=remedy], [data-part=root] button");
        ada.logs_in_as(ADA.email, ADA.password);
        is_ada(&ada);
    });
}
