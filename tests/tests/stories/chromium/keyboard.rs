//! A person without a mouse, on the ways that are not everybody's: providers, companies, directories,
//! links, text messages, an app's own fields.

use vestibule_tests::{ADA, DIRECTORY, Key, Person, Scene, story};

use crate::steps::STRONG;

fn enter(person: &Person) {
    person.presses_key(Key::Enter);
}

/// Types into the field that Tab comes to, and presses Enter there.
fn answers(person: &Person, field: &str, text: &str) {
    person.tabs_to(field);
    person.types(text);
    enter(person);
}

#[test]
fn a_provider_takes_the_keyboard_alone() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.tabs_to("google-oauth2");
        enter(&person);
        person.arrives_at(&story.authority_origin());
        person.tabs_to("account");
        enter(&person);
        person.hears("authenticated");
    });
}

#[test]
fn a_popup_takes_the_keyboard_alone() {
    story(Scene::quickstart().with("social", "popup"), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.tabs_to("google-oauth2");
        enter(&person);
        let page = person.looks_at_popup();
        person.sees("[data-part=account]");
        person.tabs_to("account");
        enter(&person);
        person.looks_at(page);
        person.hears("authenticated");
    });
}

#[test]
fn fields_of_the_apps_own_and_its_terms_take_the_keyboard_alone() {
    let scene = Scene::of("hooks")
        .with("terms_of_service", "/terms")
        .with("accept_terms", true);
    story(scene, |story| {
        let eve = story.visitor();
        eve.is_on("log-in");
        eve.tabs_to("sign-up");
        enter(&eve);
        eve.is_on("sign-up");
        for (field, text) in [
            ("email", "eve@example.com"),
            ("password", STRONG),
            ("given_name", "Eve"),
        ] {
            eve.tabs_to(field);
            eve.types(text);
        }
        eve.tabs_to("plan");
        // A list takes what its entries begin with.
        eve.sees("select[name=plan] option[value=l]");
        eve.types("L");
        for tick in ["age", "terms"] {
            eve.tabs_to(tick);
            eve.presses_key(Key::Space);
        }
        eve.tabs_to("submit");
        enter(&eve);
        eve.hears("authenticated");
        assert_eq!(eve.claims()["given_name"], "Eve");
    });
}

#[test]
fn a_country_takes_the_keyboard_alone() {
    let scene = Scene::of("hooks")
        .with("phone_country", "DE")
        .with("connections", vec!["Username-Password-Authentication", "sms"]);
    story(scene, |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.tabs_back_to("sms");
        enter(&person);
        person.is_on("passwordless");
        person.sees("[data-part=country] select option[value=GB]");
        person.tabs_to("tel-country-code");
        person.types("United King");
        person.reads("[data-part=country-code]", "+44");
        answers(&person, "phone", "020 7946 0958");
        person.is_on("code");
        story.receives("+442079460958", 0);
    });
}

#[test]
fn a_company_and_its_directory_take_the_keyboard_alone() {
    story(Scene::quickstart().with_authority(DIRECTORY), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        answers(&person, "username", "ada@corp.test");
        person.is_on("corporate");
        person.has_focus_on("password");
        answers(&person, "password", "winter at the office");
        person.hears("authenticated");

        let person = story.visitor();
        person.is_on("log-in");
        answers(&person, "username", "alice@acme.test");
        person.arrives_at(&story.authority_origin());
    });
}

#[test]
fn a_text_message_takes_the_keyboard_alone() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.tabs_back_to("sms");
        enter(&person);
        person.is_on("passwordless");
        answers(&person, "phone", "+44 20 7946 0958");
        person.is_on("code");
        let message = story.receives("+442079460958", 0);
        answers(
            &person,
            "code",
            &message.code.expect("the message carries a code"),
        );
        person.hears("authenticated");
    });
}

#[test]
fn a_link_takes_the_keyboard_alone_in_the_mail_and_in_the_tab_that_waits() {
    story(Scene::quickstart().with("passwordless", "link"), |story| {
        let ada = story.visitor();
        ada.is_on("log-in");
        ada.tabs_back_to("email");
        enter(&ada);
        ada.is_on("passwordless");
        answers(&ada, "email", ADA.email);
        ada.is_on("link-sent");
        ada.tabs_to("passwordless");
        enter(&ada);
        ada.is_on("passwordless");
        assert_eq!(ada.value("email"), ADA.email, "it was typed before");
        ada.tabs_to("submit");
        enter(&ada);
        ada.is_on("link-sent");
        let mail = story.receives(ADA.email, 1);
        ada.opens(mail.links.first().expect("the mail carries a link"));
        ada.tabs_to("submit");
        enter(&ada);
        ada.hears("authenticated");
    });
}
