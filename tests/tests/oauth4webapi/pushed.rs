//! Pushed authorization requests.

use vestibule_tests::{ADA, story};

use crate::{calls, logs_in, scene, visitor};

#[test]
fn a_pushed_request_leaves_nothing_in_the_address_but_its_name() {
    story(scene().with("push", true), |story| {
        let claims = logs_in(&visitor(story), "code");
        assert_eq!(claims["email"], ADA.email, "{claims}");
        assert_eq!(story.sees_request("/oauth/par").status, Some(201));
        let asked = story.sees_request("/authorize");
        assert_eq!(asked.parameter("client_id").as_deref(), Some("quickstart"));
        assert!(asked.parameter("request_uri").is_some());
        assert_eq!(asked.query.split('&').count(), 2, "{}", asked.query);
    });
}

#[test]
fn a_hybrid_request_can_be_pushed_as_well() {
    story(scene().with("push", true), |story| {
        let claims = logs_in(&visitor(story), "code id_token");
        assert_eq!(claims["email"], ADA.email, "{claims}");
    });
}

#[test]
fn a_request_that_breaks_a_rule_is_refused_before_the_page_is_left() {
    story(scene().with("push", true), |story| {
        let person = visitor(story);
        let refused = calls(&person, "logInFromElsewhere()", "failed");
        assert_eq!(refused["error"], "invalid_request", "{refused}");
        assert_eq!(person.address(), story.app_url());
    });
}
