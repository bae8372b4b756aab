//! Creating an account.

use vestibule_tests::{ADA, Person, Scene, Story, story};

use crate::steps::{STRONG, api_answers};

fn begins_to_sign_up(story: &Story) -> Person {
    let person = story.visitor();
    person.is_on("log-in");
    person.switches_to("sign-up");
    person.is_on("sign-up");
    person
}

#[test]
fn a_new_person_signs_up_and_is_logged_in_at_once() {
    story(Scene::quickstart(), |story| {
        let grace = begins_to_sign_up(story);
        grace.fills("email", "grace@example.com");
        grace.fills("password", STRONG);
        grace.submits();
        grace.hears("authenticated");
        assert_eq!(grace.count("signed-up"), 1);
        assert_eq!(grace.claims()["email"], "grace@example.com");
        api_answers(&grace);
    });
}

#[test]
fn a_taken_address_is_refused_without_saying_that_it_is_known() {
    story(Scene::quickstart(), |story| {
        let person = begins_to_sign_up(story);
        person.fills("email", ADA.email);
        person.fills("password", STRONG);
        person.submits();
        assert!(
            person.notice().contains("If you may already have one"),
            "{}",
            person.notice()
        );
        assert_eq!(person.value("email"), ADA.email);
        assert_eq!(person.count("signed-up"), 0);
        assert_eq!(person.count("authenticated"), 0);
    });
}

#[test]
fn a_weak_password_shows_which_rules_it_breaks_before_and_after_it_is_sent() {
    story(Scene::quickstart(), |story| {
        let person = begins_to_sign_up(story);
        person.sees("[data-part=rule][data-state=open]");
        person.fills("email", "weak@example.com");
        person.fills("password", "abc");
        person.sees("[data-part=rule][data-state=broken]");
        person.submits();
        person.is_on("sign-up");
        person.sees("[data-field=password][data-state=invalid]");
        assert_eq!(person.count("signed-up"), 0);
        person.fills("password", STRONG);
        person.no_longer_sees("[data-part=rule][data-state=broken]");
        person.submits();
        person.hears("authenticated");
    });
}
