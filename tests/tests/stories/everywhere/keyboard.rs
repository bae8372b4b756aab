//! A person without a mouse.

use std::time::Duration;

use vestibule_tests::{ADA, Key, Person, Scene, story, wait::until_at_last};

use crate::steps::STRONG;

#[test]
fn logging_in_takes_tab_and_enter_alone() {
    story(Scene::quickstart(), |story| {
        let ada = story.visitor();
        ada.is_on("log-in");
        ada.tabs_to("username");
        ada.types(ADA.email);
        ada.tabs_to("password");
        ada.types(ADA.password);
        ada.presses_key(Key::Enter);
        ada.hears("authenticated");
        ada.tabs_to("call-api");
        ada.presses_key(Key::Enter);
        ada.reads("#api", "200");
    });
}

#[test]
fn an_empty_form_sends_the_focus_to_the_first_field_to_mend() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.tabs_to("submit");
        person.presses_key(Key::Enter);
        person.has_focus_on("username");
        person.sees("[name=username][aria-invalid=true]");
        assert_eq!(person.count("submitted"), 0);
        assert_eq!(
            story
                .requests()
                .iter()
                .filter(|seen| seen.method == "POST")
                .count(),
            0
        );
    });
}

#[test]
fn signing_up_takes_the_keyboard_alone_and_the_focus_moves_with_the_screen() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.tabs_to("sign-up");
        person.presses_key(Key::Enter);
        person.is_on("sign-up");
        person.tabs_to("email");
        person.types("keys@example.com");
        person.tabs_to("password");
        person.types(STRONG);
        person.presses_key(Key::Enter);
        person.hears("authenticated");
    });
}

/// Goes to another screen by its button.
fn goes(person: &Person, button: &str, screen: &str) {
    person.tabs_to(button);
    person.presses_key(Key::Enter);
    person.is_on(screen);
}

#[test]
fn a_forgotten_password_and_a_code_take_the_keyboard_alone_there_and_back() {
    story(Scene::quickstart(), |story| {
        let ada = story.visitor();
        ada.is_on("log-in");
        goes(&ada, "forgot-password", "forgot-password");
        ada.tabs_to("email");
        ada.types(ADA.email);
        ada.presses_key(Key::Enter);
        ada.is_on("mail-sent");
        story.receives(ADA.email, 0);
        goes(&ada, "log-in", "log-in");

        // The button stands before the field that the focus went to.
        ada.tabs_back_to("email");
        ada.presses_key(Key::Enter);
        ada.is_on("passwordless");
        assert_eq!(ada.value("email"), ADA.email, "it was typed before");
        goes(&ada, "submit", "code");
        story.receives(ADA.email, 1);
        goes(&ada, "passwordless", "passwordless");
        goes(&ada, "submit", "code");
        story.receives(ADA.email, 2);

        until_at_last(Duration::from_secs(60), "the end of the countdown", async || {
            ada.has_now("[data-part=resend][data-state=idle]")
                .await
                .then_some(())
        });
        ada.tabs_to("resend");
        ada.presses_key(Key::Enter);
        let sent = story.receives(ADA.email, 3);
        ada.sees("[data-part=resend][data-state=waiting]");
        ada.tabs_to("code");
        ada.types(&sent.code.expect("the mail carries a code"));
        ada.presses_key(Key::Enter);
        ada.hears("authenticated");
    });
}
