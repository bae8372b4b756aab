//! Changing a password through the mail.

use vestibule_tests::{ADA, story};

use crate::{STRONG, calls, scene, visitor};

#[test]
fn a_password_is_changed_through_the_mail_and_the_old_one_is_refused_after() {
    story(scene(), |story| {
        let person = visitor(story);
        calls(&person, "changePassword", &[ADA.email], "change-password");
        let mail = story.receives(ADA.email, 0);
        person.opens(mail.links.first().expect("the mail carries a link"));
        person.fills_in("input[type=password]", STRONG);
        person.submits();
        person.no_longer_sees("input[type=password]");

        person.opens(&story.app_url());
        person.hears("shown");
        let old = calls(&person, "logIn", &[ADA.email, ADA.password], "failed");
        assert_eq!(old["code"], "access_denied");
        let new = calls(&person, "logIn", &[ADA.email, STRONG], "authenticated");
        assert_eq!(new["email"], ADA.email);
    });
}

#[test]
fn it_is_told_the_same_of_an_unknown_address_whose_mail_leads_nowhere() {
    story(scene(), |story| {
        let person = visitor(story);
        let stranger = "nobody@example.com";
        let unknown = calls(&person, "changePassword", &[stranger], "change-password");
        let known = calls(&person, "changePassword", &[ADA.email], "change-password");
        assert_eq!(unknown, known);
        assert_eq!(story.receives(ADA.email, 0).links.len(), 1);
        let to_stranger = story.outbox().into_iter().filter(|mail| mail.to == stranger);
        assert!(to_stranger.flat_map(|mail| mail.links).next().is_none());
    });
}
