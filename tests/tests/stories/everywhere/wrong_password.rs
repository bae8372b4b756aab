//! A wrong password: what was typed stays, the remedy is named, the way on is open.

use vestibule_tests::{ADA, Scene, story};

use crate::steps::is_ada;

#[test]
fn a_wrong_password_is_told_and_the_right_one_logs_in_afterwards() {
    story(Scene::quickstart(), |story| {
        let ada = story.visitor();
        ada.logs_in_as(ADA.email, "not this one");
        assert!(ada.notice().contains("isn’t right"), "{}", ada.notice());
        ada.is_on("log-in");
        assert_eq!(ada.value("username"), ADA.email);
        assert_eq!(ada.count("failed"), 1);
        ada.has_focus_on("password");
        ada.fills("password", ADA.password);
        ada.submits();
        is_ada(&ada);
    });
}

#[test]
fn an_unknown_person_is_told_the_same_as_one_with_a_wrong_password() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        person.logs_in_as(ADA.email, "not this one");
        let wrong = person.notice();
        person.fills("username", "nobody@example.com");
        person.submits();
        person.sees("#events li[data-event=failed] ~ li[data-event=failed]");
        assert_eq!(person.notice(), wrong);
    });
}
