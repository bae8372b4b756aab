//! A person without a mouse, on the ways that are not everybody's: providers, companies, directories, links, text messages.

use vestibule_tests::{ADA, DIRECTORY, Key, Person, Scene, story};

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
