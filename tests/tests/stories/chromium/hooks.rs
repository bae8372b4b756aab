//! An app with fields of its own, and a word about every step.

use vestibule_tests::{ADA, Person, Scene, Story, story};

use crate::steps::STRONG;

fn begins_to_sign_up(story: &Story, email: &str) -> Person {
    let person = story.visitor();
    person.switches_to("sign-up");
    person.is_on("sign-up");
    person.fills("email", email);
    person.fills("password", STRONG);
    person
}

fn chooses_large(person: &Person) {
    person.sees("select[name=plan] option[value=l]");
    person.clicks("select[name=plan] option[value=l]");
}

#[test]
fn what_the_apps_fields_ask_for_is_in_the_account() {
    story(Scene::of("hooks"), |story| {
        let eve = begins_to_sign_up(story, "eve@example.com");
        assert!(
            !eve.has("[data-part=connection]"),
            "the app has left the buttons out"
        );
        eve.submits();
        eve.sees("[data-field=given_name][data-state=invalid]");
        eve.sees("[data-field=plan][data-state=invalid]");
        eve.sees("[data-field=age][data-state=invalid]");
        eve.has_focus_on("given_name");
        assert_eq!(eve.count("submitted"), 0);

        eve.fills("given_name", "Eve");
        chooses_large(&eve);
        eve.clicks("[name=age]");
        eve.submits();
        eve.hears("authenticated");
        assert_eq!(eve.claims()["given_name"], "Eve");
    });
}

#[test]
fn the_apps_refusal_is_shown_and_nothing_goes_out() {
    story(Scene::of("hooks"), |story| {
        let person = begins_to_sign_up(story, "someone@example.net");
        person.fills("given_name", "Some");
        chooses_large(&person);
        person.clicks("[name=age]");
        person.submits();
        person.reads(
            "[data-field=email] [data-part=field-error]",
            "an address of your own",
        );
        assert_eq!(person.value("email"), "someone@example.net");
        assert_eq!(person.value("password"), STRONG);
        assert_eq!(person.count("signed-up"), 0);
        let signed_up = story
            .requests()
            .iter()
            .any(|seen| seen.path == "/dbconnections/signup");
        assert!(!signed_up, "the app was asked first");
    });
}

#[test]
fn a_login_that_the_app_refuses_can_be_tried_again_with_another_name() {
    story(Scene::of("hooks"), |story| {
        let person = story.visitor();
        person.fills("username", "guest");
        person.fills("password", ADA.password);
        person.submits();
        person.reads("[data-part=notice]", "the other door");
        person.fills("username", ADA.email);
        person.submits();
        person.hears("authenticated");
    });
}
