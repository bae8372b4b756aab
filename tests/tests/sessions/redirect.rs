//! Login at the server's own pages, from the redirect example, and the way out.

use serde_json::json;
use vestibule_tests::{ADA, Scene, story};

use crate::steps::{logged_in, logs_in_there};

fn scene() -> Scene {
    Scene::session("redirect")
}

#[test]
fn a_login_by_redirect_ends_in_a_session_whose_token_the_api_takes() {
    story(scene(), |story| {
        let person = logged_in(story);
        assert_eq!(person.address(), story.app_url(), "nothing of the response stays");
        person.clicks("#call-api");
        person.reads("#api", "200 ");
        person.clicks("#user-info");
        let claims = person.claims();
        person.reads("#api", claims["sub"].as_str().expect("a subject"));
    });
}

#[test]
fn every_kind_of_request_and_token_that_the_config_names_ends_in_the_same_session() {
    let kinds = [
        json!({ "response_type": "code id_token" }),
        json!({ "requests": "pushed" }),
        json!({ "binding": "dpop" }),
        json!({ "client_id": "strict", "binding": "dpop", "requests": "pushed" }),
        json!({ "client_id": "legacy", "response_type": "code id_token token", "front_channel_tokens": "danger-accepted" }),
    ];
    for kind in kinds {
        let scene = kind
            .as_object()
            .expect("an object")
            .iter()
            .fold(scene(), |scene, (name, value)| scene.with(name, value.clone()));
        story(scene, |story| {
            let person = logged_in(story);
            assert_eq!(person.address(), story.app_url(), "nothing of the response stays");
            person.clicks("#call-api");
            person.reads("#api", "200 ");
        });
    }
}

#[test]
fn a_login_in_a_window_leaves_the_page_as_it_is() {
    story(scene(), |story| {
        let person = story.visitor();
        person.sees("h1");
        person.runs("document.querySelector('h1').dataset.kept = 'yes'");
        person.clicks("[data-part=login-button]:nth-of-type(2)");
        let page = person.looks_at_popup();
        person.fills("username", ADA.email);
        person.fills("password", ADA.password);
        person.submits();
        person.looks_at(page);
        person.hears("authenticated");
        assert!(person.has("h1[data-kept=yes]"));
        assert_eq!((person.count("popup-opened"), person.windows()), (1, 1));
    });
}

#[test]
fn a_window_that_the_browser_blocks_becomes_a_redirect() {
    story(scene(), |story| {
        let person = story.visitor();
        person.runs("window.open = () => null");
        person.clicks("[data-part=login-button]:nth-of-type(2)");
        logs_in_there(&person);
    });
}

#[test]
fn a_callback_that_is_opened_again_is_refused() {
    story(scene(), |story| {
        let person = logged_in(story);
        story.forget_requests();
        let callback = story.callback();
        let code = callback
            .split(['?', '&'])
            .find(|part| part.starts_with("code="))
            .expect("a code");
        person.opens(&callback);
        person.hears("failed");
        let again = story
            .requests()
            .into_iter()
            .filter(|seen| seen.body.contains(code))
            .count();
        assert_eq!(again, 0, "a used code is not sent again");
        // The server still knows who it is, so the person is logged in, but not by that.
        person.hears("restored");
        assert_eq!(person.count("authenticated"), 0);
        assert_eq!(person.address(), story.app_url());
    });
}

#[test]
fn who_comes_back_is_still_logged_in_at_the_server_and_is_not_asked() {
    story(scene(), |story| {
        let person = logged_in(story);
        person.reloads();
        person.hears("restored");
        assert_eq!(person.claims()["email"], ADA.email);
    });
}

#[test]
fn a_logout_ends_the_session_here_and_at_the_server() {
    story(scene(), |story| {
        let person = logged_in(story);
        person.clicks("#log-out");
        story.sees_request("/oauth/revoke");
        story.sees_request("/oidc/logout");
        person.sees("[data-part=login-button]");
        person.clicks("[data-part=login-button]");
        // The server asks again: its session is over.
        logs_in_there(&person);
    });
}

#[test]
fn a_logout_counts_here_even_when_the_server_is_down() {
    story(scene(), |story| {
        let person = logged_in(story);
        story.authority_stops();
        person.clicks("#log-out");
        person.hears("signed-out");
        person.sees("[data-part=login-button]");
        person.hears("failed");
        person.reads("#fault", "could not be reached");
    });
}
