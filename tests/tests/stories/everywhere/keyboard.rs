//! A person without a mouse.

use vestibule_tests::{ADA, Key, Scene, story};

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
