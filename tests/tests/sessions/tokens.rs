//! Tokens that renew themselves, and what happens when they cannot.

use vestibule_tests::{Fault, Scene, story};

use crate::steps::{ages_tokens, logged_in, token_requests};

fn scene() -> Scene {
    Scene::session("redirect").with("storage", "browser")
}

#[test]
fn a_token_that_is_old_is_renewed_once_by_the_refresh_token() {
    for binding in ["bearer", "dpop"] {
        story(scene().with("binding", binding), |story| {
            let person = logged_in(story);
            ages_tokens(&person);
            person.reloads();
            person.hears("restored");
            story.forget_requests();
            person.clicks("#call-api");
            person.reads("#api", "200 ");
            person.hears("renewed");
            let frames = story
                .requests()
                .iter()
                .filter(|seen| seen.path == "/authorize")
                .count();
            assert_eq!(frames, 0, "no silent authentication is needed");
        });
    }
}

#[test]
fn a_refresh_token_that_was_used_before_ends_the_session() {
    story(scene().with("silent", "never"), |story| {
        let person = logged_in(story);
        person.runs("window.kept = JSON.stringify({ ...localStorage })");
        ages_tokens(&person);
        person.runs("sessionStorage.old = JSON.stringify({ ...localStorage })");
        person.reloads();
        person.hears("restored");
        person.clicks("#token");
        person.hears("renewed");
        // Somebody put an old copy back, as a thief would use one.
        person.runs("Object.assign(localStorage, JSON.parse(sessionStorage.old))");
        person.reloads();
        person.hears("restored");
        person.clicks("#token");
        person.hears("ended");
        person.reads("#api", "login_required");
        person.sees("[data-part=login-button]");
    });
}

#[test]
fn a_renewal_whose_answer_is_lost_is_not_sent_again() {
    story(scene().with("silent", "never"), |story| {
        let person = logged_in(story);
        ages_tokens(&person);
        person.reloads();
        person.hears("restored");
        // Held, because browsers send a request again by themselves when a connection that they kept is closed.
        story.holds("/oauth/token", Fault::HangUp);
        story.forget_requests();
        person.clicks("#token");
        person.reads("#api", "the answer to the renewal was lost");
        let sent = token_requests(story);
        story.mends();
        person.clicks("#token");
        person.reads("#api", "login_required");
        assert_eq!(
            token_requests(story),
            sent,
            "the app does not send the refresh token again"
        );
    });
}

#[test]
fn an_api_that_refuses_a_token_is_asked_once_more_with_a_fresh_one() {
    story(scene(), |story| {
        let person = logged_in(story);
        story.plays("/api/me", Fault::json(401, "{}"));
        story.forget_requests();
        person.clicks("#call-api");
        person.reads("#api", "200 ");
        assert_eq!(token_requests(story), 1);
    });
}
