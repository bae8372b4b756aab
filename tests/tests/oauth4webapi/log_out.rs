//! RP-initiated logout.

use vestibule_tests::{Person, story};

use crate::{calls, logs_in, scene, visitor};

/// Whether the session at the authority is over.
fn is_logged_out(person: &Person) {
    let refused = calls(person, "logInSilently()", "failed");
    assert_eq!(refused["error"], "login_required", "{refused}");
}

#[test]
fn whoever_shows_the_id_token_is_logged_out_at_once_and_comes_back_with_the_state() {
    story(scene(), |story| {
        let person = visitor(story);
        logs_in(&person, "code");
        let back = calls(&person, "logOut()", "logged-out");
        assert_eq!(back["stateMatches"], true);
        is_logged_out(&person);
    });
}

#[test]
fn without_a_sign_of_the_person_the_person_is_asked() {
    story(scene(), |story| {
        let person = visitor(story);
        let claims = logs_in(&person, "code");
        person.runs("demo.logOutWithoutASign()");
        person.clicks("[data-part=cancel]");
        person.reads("[data-part=notice]", "goes on");

        person.opens(&story.app_url());
        person.hears("shown");
        let again = calls(&person, "logInSilently()", "authenticated");
        assert_eq!(again["sub"], claims["sub"]);

        person.runs("demo.logOutWithoutASign()");
        person.submits();
        person.hears("logged-out");
        assert_eq!(person.claims()["stateMatches"], true);
        is_logged_out(&person);
    });
}
