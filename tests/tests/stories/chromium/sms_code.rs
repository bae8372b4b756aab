//! Logging in with a code by text message.

use std::time::Duration;

use vestibule_tests::{ADA, Scene, story};

use crate::steps::{asks_for_code, enters};

#[test]
fn the_code_from_the_text_message_logs_in() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.clicks("[data-part=switch][data-connection=sms]");
        person.is_on("passwordless");
        person.fills("phone", "+44 20 7946 0958");
        person.submits();
        person.is_on("code");
        let message = story.receives("+442079460958", 0);
        assert_eq!(message.kind, "sms");
        enters(&person, &message.code.expect("the message carries a code"));
        person.hears("authenticated");
        assert!(
            person.claims()["sub"]
                .as_str()
                .is_some_and(|sub| sub.starts_with("sms|"))
        );
    });
}

#[test]
fn a_number_is_typed_as_at_home_and_a_pasted_one_brings_its_country_along() {
    let scene = Scene::of("hooks")
        .with("phone_country", "GB")
        .with("connections", vec!["Username-Password-Authentication", "sms"]);
    story(scene, |story| {
        let ada = story.visitor();
        ada.is_on("log-in");
        ada.clicks("[data-part=switch][data-connection=sms]");
        ada.is_on("passwordless");
        ada.reads("[data-part=country-code]", "+44");
        ada.sees("[data-part=country] select option[value=DE]");
        ada.fills("phone", "+49 170 1234567");
        ada.reads("[data-part=country-code]", "+49");
        ada.fills("phone", "020 7946 0958");
        ada.clicks("[data-part=country] select option[value=GB]");
        ada.reads("[data-part=country-code]", "+44");
        ada.submits();
        ada.is_on("code");
        let sent = story.sees_request("/passwordless/start");
        assert!(sent.body.contains("+442079460958"), "{}", sent.body);
    });
}

#[test]
fn a_complete_code_goes_off_by_itself_and_can_be_held_back() {
    let scene = Scene::of("hooks").with("connections", vec!["Username-Password-Authentication", "email"]);
    story(scene, |story| {
        let ada = story.visitor();
        let code = asks_for_code(story, &ada, ADA.email, 0);
        // As fast as a page can, since a busy machine might take the three seconds for this alone.
        ada.runs(
            "const root = document.querySelector('[data-part=root]');
             const held = new MutationObserver(() => {
               const cancel = root.querySelector('[data-part=cancel]');
               if (!cancel) return;
               window.said = root.querySelector('[data-part=status]').innerText;
               held.disconnect();
               cancel.click();
             });
             held.observe(root, { subtree: true, childList: true });",
        );
        ada.fills("code", &code);
        ada.has_focus_on("code");
        ada.stays_for(Duration::from_secs(4));
        let said = ada.runs("return window.said");
        assert!(
            said.as_str().is_some_and(|said| said.contains("3 seconds")),
            "{said}"
        );
        ada.is_on("code");
        assert_eq!(ada.value("code"), code);
        assert_eq!(ada.count("submitted"), 1, "only the code was asked for");

        ada.fills("code", "");
        ada.fills("code", &code);
        ada.hears("authenticated");
        assert_eq!(ada.claims()["email"], ADA.email);
    });
}
