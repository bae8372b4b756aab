//! Logging in with a code by text message.

use vestibule_tests::{Scene, story};

use crate::steps::enters;

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
