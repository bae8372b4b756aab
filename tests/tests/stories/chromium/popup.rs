//! Social login in a popup: finished, closed, blocked.

use std::time::Duration;

use vestibule_tests::{Scene, story};

fn scene() -> Scene {
    Scene::quickstart().with("social", "popup")
}

#[test]
fn a_person_logs_in_at_the_provider_in_a_popup_while_the_page_stays() {
    story(scene(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.chooses("google-oauth2");
        let page = person.looks_at_popup();
        let account = person.picks_the_first_account();
        person.looks_at(page);
        person.hears("authenticated");
        assert_eq!(person.claims()["email"], account);
        assert_eq!((person.count("popup-opened"), person.windows()), (1, 1));
    });
}

#[test]
fn a_popup_that_is_closed_ends_in_a_word_about_it_and_a_usable_form() {
    story(scene(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.fills("username", "ada@example.com");
        person.chooses("google-oauth2");
        let page = person.looks_at_popup();
        person.sees("[data-part=account]");
        // Sooner than a person can read it, a window that closes is taken for one that was cut off.
        person.stays_for(Duration::from_secs(2));
        person.closes_window(page);
        assert!(
            person.notice().contains("closed before you finished"),
            "{}",
            person.notice()
        );
        assert_eq!(person.value("username"), "ada@example.com");
        assert_eq!((person.count("cancelled"), person.count("failed")), (1, 0));
    });
}

#[test]
fn a_blocked_popup_offers_to_go_on_in_this_window() {
    story(scene(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        // What a blocker does: the call returns nothing.
        person.runs("window.open = () => null");
        person.chooses("google-oauth2");
        assert!(person.notice().contains("blocked"), "{}", person.notice());
        person.clicks("[data-part=remedy]");
        person.picks_the_first_account();
        person.hears("authenticated");
    });
}
