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
