//! Logging in with a link by e-mail.

use vestibule_tests::{ADA, Scene, story};

#[test]
fn the_link_from_the_mail_logs_in_in_the_same_browser() {
    story(Scene::quickstart().with("passwordless", "link"), |story| {
        let ada = story.visitor();
        ada.is_on("log-in");
        ada.clicks("[data-part=switch][data-connection=email]");
        ada.fills("email", ADA.email);
        ada.submits();
        ada.is_on("link-sent");
        assert_eq!(ada.count("link-sent"), 1);

        let mail = story.receives(ADA.email, 0);
        ada.opens(mail.links.first().expect("the mail carries a link"));
        ada.submits();
        ada.hears("authenticated");
        assert_eq!(ada.claims()["email"], ADA.email);
    });
}

#[test]
fn a_link_works_once() {
    story(Scene::quickstart().with("passwordless", "link"), |story| {
        let ada = story.visitor();
        ada.is_on("log-in");
        ada.clicks("[data-part=switch][data-connection=email]");
        ada.fills("email", ADA.email);
        ada.submits();
        ada.is_on("link-sent");
        let mail = story.receives(ADA.email, 0);
        let link = mail.links.first().expect("the mail carries a link");
        ada.opens(link);
        ada.submits();
        ada.hears("authenticated");

        ada.opens(link);
        assert!(!ada.has("[data-part=submit]"), "a used link still asks");
        assert!(!ada.has("#claims"));
    });
}
