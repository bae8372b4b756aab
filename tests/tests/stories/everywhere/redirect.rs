//! Social login by redirect: the page leaves and comes back with tokens.

use vestibule_tests::{Scene, story};

#[test]
fn a_person_leaves_for_google_and_comes_back_logged_in() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.chooses("google-oauth2");
        let account = person.picks_the_first_account();
        person.hears("authenticated");
        assert_eq!(person.claims()["email"], account);
        assert_eq!(
            person.address(),
            story.app_url(),
            "the response stays in the address bar"
        );
        assert!(
            person.claims()["sub"]
                .as_str()
                .is_some_and(|sub| sub.starts_with("google-oauth2|"))
        );
    });
}

#[test]
fn a_person_who_cancels_at_the_provider_comes_back_to_a_form_that_says_so() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.chooses("facebook");
        person.clicks("[data-part=cancel]");
        person.is_on("log-in");
        assert!(
            person.notice().contains("stopped before it was finished"),
            "{}",
            person.notice()
        );
        assert_eq!(person.count("authenticated"), 0);
    });
}
