//! Logging in with a link by e-mail.

use vestibule_tests::{ADA, Person, Scene, Story, story};

/// Ada, in a tab that waits for the link, and the link.
fn asks_for_a_link(story: &Story) -> (Person, String) {
    let ada = story.visitor();
    ada.is_on("log-in");
    ada.clicks("[data-part=switch][data-connection=email]");
    ada.fills("email", ADA.email);
    ada.submits();
    ada.is_on("link-sent");
    let mail = story.receives(ADA.email, 0);
    (ada, mail.links.first().expect("the mail carries a link").clone())
}

fn scene() -> Scene {
    Scene::quickstart().with("passwordless", "link")
}

#[test]
fn the_link_from_the_mail_logs_in_in_the_same_browser() {
    story(scene(), |story| {
        let (ada, link) = asks_for_a_link(story);
        assert_eq!(ada.count("link-sent"), 1);
        ada.opens(&link);
        ada.submits();
        ada.hears("authenticated");
        assert_eq!(ada.claims()["email"], ADA.email);
    });
}

#[test]
fn the_tab_that_waits_for_the_link_goes_on_when_it_is_opened_in_another() {
    story(scene(), |story| {
        let (ada, link) = asks_for_a_link(story);
        let waiting = ada.opens_tab(&link);
        ada.submits();
        ada.hears("authenticated");
        ada.looks_at(waiting);
        ada.hears("authenticated");
        assert_eq!(ada.claims()["email"], ADA.email);
    });
}

#[test]
fn a_link_in_another_browser_says_where_it_works_and_another_can_be_asked_for() {
    story(scene(), |story| {
        let (_, link) = asks_for_a_link(story);
        let elsewhere = story.visitor();
        elsewhere.is_on("log-in");
        elsewhere.opens(&link);
        elsewhere.submits();
        elsewhere.is_on("passwordless");
        elsewhere.reads("[data-part=notice]", "in the browser where you asked for it");
        elsewhere.fills("email", ADA.email);
        elsewhere.submits();
        elsewhere.is_on("link-sent");
    });
}

#[test]
fn a_link_works_once() {
    story(scene(), |story| {
        let (ada, link) = asks_for_a_link(story);
        ada.opens(&link);
        ada.submits();
        ada.hears("authenticated");

        ada.opens(&link);
        assert!(!ada.has("[data-part=submit]"), "a used link still asks");
        assert!(!ada.has("#claims"));
    });
}
