//! Two tabs of one app.

use vestibule_tests::{Scene, story};

use crate::steps::{ages_tokens, logged_in, token_requests};

fn scene() -> Scene {
    Scene::session("redirect")
        .with("storage", "browser")
        .with("silent", "never")
}

/// Presses a button at a moment that two tabs agree on.
const PRESS_AT: &str = "const at = Number(localStorage.at); setTimeout(() => document.querySelector('#token').click(), at - Date.now());";

#[test]
fn two_tabs_that_need_a_token_at_the_same_instant_cost_one_request() {
    story(scene(), |story| {
        let person = logged_in(story);
        ages_tokens(&person);
        person.reloads();
        person.hears("restored");
        let first = person.opens_tab(&story.app_url());
        person.hears("restored");
        story.forget_requests();
        // The answer stays away until both have asked: neither can find what the other has already got.
        story.delays("/oauth/token");
        person.runs("localStorage.at = Date.now() + 1000");
        person.runs(PRESS_AT);
        let second = person.turns_to(first);
        person.runs(PRESS_AT);
        story.sees_request("/oauth/token");
        person.runs(
            "return new Promise((done) => setTimeout(done, Number(localStorage.at) + 300 - Date.now()))",
        );
        story.mends();
        person.reads("#api", "a Bearer token");
        person.looks_at(second);
        person.reads("#api", "a Bearer token");
        assert_eq!(token_requests(story), 1);
    });
}

#[test]
fn a_logout_in_one_tab_reaches_the_other_within_a_second() {
    story(scene(), |story| {
        let person = logged_in(story);
        let first = person.opens_tab(&story.app_url());
        person.hears("restored");
        person.runs("new MutationObserver(() => { if (document.querySelector('[data-event=ended]')) window.heard ??= Date.now() }).observe(document.body, { childList: true, subtree: true })");
        let second = person.turns_to(first);
        person.runs("localStorage.out = Date.now(); document.querySelector('#log-out-here').click()");
        person.hears("signed-out");
        person.looks_at(second);
        person.hears("ended");
        let took = person.runs("return window.heard - Number(localStorage.out)");
        assert!(took.as_f64().is_some_and(|ms| ms < 1000.0), "{took} ms");
    });
}

#[test]
fn a_renewal_under_way_does_not_bring_back_a_session_that_another_tab_ended() {
    story(scene(), |story| {
        let person = logged_in(story);
        ages_tokens(&person);
        person.reloads();
        person.hears("restored");
        let first = person.opens_tab(&story.app_url());
        person.hears("restored");
        // The answer to the renewal is on its way for as long as the other tab takes to log out.
        story.delays("/oauth/token");
        person.clicks("#token");
        story.sees_request("/oauth/token");
        let second = person.turns_to(first);
        person.clicks("#log-out-here");
        person.hears("signed-out");
        story.mends();
        person.looks_at(second);
        person.reads("#api", "login_required");
        person.hears("ended");
        person.reloads();
        person.sees("[data-part=login-button]");
        assert_eq!(person.count("restored"), 0);
    });
}
