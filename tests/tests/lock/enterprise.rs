//! Organisations: found by the domain of the address, at their provider or in a directory.

use serde_json::json;
use vestibule_tests::{DIRECTORY, story};

use crate::{SUBMIT, authenticated, scene, scene_with, types, visitor};

#[test]
fn it_leaves_for_the_provider_that_the_domain_belongs_to() {
    story(scene(), |story| {
        let person = visitor(story);
        types(&person, "email", "alice@acme.test");
        person.sees(".auth0-sso-notice-container");
        person.clicks(SUBMIT);
        let account = person.picks_the_first_account();
        assert_eq!(authenticated(&person)["email"], account);
    });
}

#[test]
fn it_asks_for_the_corporate_password_where_the_domain_belongs_to_a_directory() {
    let options = json!({ "allowedConnections": ["Username-Password-Authentication", "corporate"] });
    story(scene_with(options).with_authority(DIRECTORY), |story| {
        let person = visitor(story);
        types(&person, "email", "ada@corp.test");
        person.clicks(SUBMIT);
        assert_eq!(person.value("username"), "ada");
        types(&person, "password", "winter at the office");
        person.clicks(SUBMIT);
        let claims = authenticated(&person);
        assert_eq!(claims["email"], "ada@corp.test");
        assert!(
            claims["sub"]
                .as_str()
                .is_some_and(|sub| sub.starts_with("ad|corporate|"))
        );
    });
}
