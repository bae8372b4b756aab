//! The authority on another site: with third-party cookies as on one site, without them to the hosted page.

use vestibule_tests::{ADA, Cookies, Scene, Site, story};

use crate::{calls, logs_in, starts, visitor};

fn scene(cookies: Cookies) -> Scene {
    crate::scene().on(Site::Cross).with_cookies(cookies)
}

#[test]
fn with_third_party_cookies_it_logs_in_and_finds_the_session_as_on_one_site() {
    story(scene(Cookies::Allowed), |story| {
        let person = visitor(story);
        let claims = logs_in(&person);
        assert_eq!(claims["email"], ADA.email);
        let again = calls(&person, "checkSession", &[], "check-session");
        assert_eq!(again["sub"], claims["sub"]);
    });
}

#[test]
fn without_third_party_cookies_it_is_told_so_and_logs_in_on_the_hosted_page() {
    story(scene(Cookies::Blocked), |story| {
        let person = visitor(story);
        let refused = calls(&person, "logIn", &[ADA.email, ADA.password], "failed");
        assert_eq!(refused["code"], "login_required");
        starts(&person, "authorize", &[]);
        person.fills("username", ADA.email);
        person.fills("password", ADA.password);
        person.submits();
        person.hears("authenticated");
        assert_eq!(person.claims()["email"], ADA.email);
    });
}

#[test]
fn without_third_party_cookies_a_hidden_frame_is_refused_in_words_it_understands() {
    story(scene(Cookies::Blocked), |story| {
        let person = visitor(story);
        let refused = calls(&person, "logInHere", &[ADA.email, ADA.password], "failed");
        assert_eq!(refused["code"], "login_required");
    });
}
