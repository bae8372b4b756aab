//! The widget's machine under an app's own markup, from the headless example.

use vestibule_tests::{ADA, Scene, story};

fn scene() -> Scene {
    Scene::of("headless")
}

#[test]
fn an_app_with_markup_of_its_own_logs_in_inside_its_page() {
    story(scene(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.fills("username", ADA.email);
        person.fills("password", ADA.password);
        person.submits();
        person.hears("authenticated");
        assert_eq!(person.claims()["email"], ADA.email);
    });
}

#[test]
fn a_wrong_password_is_told_and_what_was_typed_stays() {
    story(scene(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.fills("username", ADA.email);
        person.fills("password", "wrong");
        person.submits();
        person.hears("failed");
        person.reads("[data-part=notice]", "WrongCredentials");
        assert_eq!(person.value("username"), ADA.email);
    });
}

#[test]
fn every_screen_can_be_reached_by_the_apps_own_buttons() {
    story(scene(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        for screen in ["sign-up", "log-in", "forgot-password"] {
            person.clicks(&format!("[data-to={screen}]"));
            person.is_on(screen);
        }
    });
}
