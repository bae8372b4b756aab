//! A forgotten password: the mail, the new password, the end of the old one.

use vestibule_tests::{ADA, Scene, story};

use crate::steps::{STRONG, is_ada};

#[test]
fn a_password_is_reset_through_the_mail_and_the_old_one_is_refused_after() {
    story(Scene::quickstart(), |story| {
        let ada = story.visitor();
        ada.is_on("log-in");
        ada.switches_to("forgot-password");
        ada.is_on("forgot-password");
        ada.fills("email", ADA.email);
        ada.submits();
        ada.is_on("mail-sent");
        assert_eq!(ada.count("password-reset-requested"), 1);

        let mail = story.receives(ADA.email, 0);
        ada.opens(mail.links.first().expect("the mail carries a link"));
        ada.fills_in("input[type=password]", STRONG);
        ada.submits();
        ada.no_longer_sees("input[type=password]");

        ada.opens(&story.app_url());
        ada.logs_in_as(ADA.email, ADA.password);
        assert!(ada.notice().contains("isn’t right"), "{}", ada.notice());
        ada.fills("password", STRONG);
        ada.submits();
        is_ada(&ada);
    });
}

#[test]
fn an_unknown_address_is_answered_like_a_known_one_and_its_mail_opens_nothing() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.switches_to("forgot-password");
        person.fills("email", "nobody@example.com");
        person.submits();
        person.is_on("mail-sent");
        let mail = story.receives("nobody@example.com", 0);
        assert_eq!(mail.links, Vec::<String>::new());
    });
}
