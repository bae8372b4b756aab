//! What goes wrong between the app and its authority: told with a remedy, nothing typed is lost, the next try works.

use vestibule_tests::{ADA, Fault, Scene, story};

use crate::steps::is_ada;

/// One fault on the way of a login, and a piece of what the person reads then.
fn told_and_mended(path: &str, fault: Fault, words: &str) {
    story(Scene::quickstart(), |story| {
        let ada = story.visitor();
        story.holds(path, fault);
        ada.logs_in_as(ADA.email, ADA.password);
        ada.reads("[data-part=notice]", words);
        assert_eq!((ada.count("failed"), ada.count("authenticated")), (1, 0));
        assert_eq!(ada.value("username"), ADA.email);
        story.mends();
        ada.fills("password", ADA.password);
        ada.submits();
        is_ada(&ada);
    });
}

#[test]
fn a_server_error_is_told_as_the_servers_own() {
    told_and_mended(
        "/co/authenticate",
        Fault::json(500, r#"{"error":"server_error"}"#),
        "our end",
    );
}

#[test]
fn too_many_requests_with_a_time_name_the_time() {
    told_and_mended("/co/authenticate", Fault::too_many(Some(42)), "42");
}

#[test]
fn too_many_requests_without_a_time_ask_to_wait() {
    told_and_mended("/co/authenticate", Fault::too_many(None), "Wait a minute");
}

#[test]
fn a_page_instead_of_tokens_is_not_taken_for_tokens() {
    told_and_mended("/oauth/token", Fault::html(200), "couldn’t be used");
}

#[test]
fn a_truncated_answer_is_not_taken_for_an_answer() {
    told_and_mended("/oauth/token", Fault::Truncated, "couldn’t be used");
}

#[test]
fn a_connection_that_is_cut_is_told_as_the_network() {
    told_and_mended("/oauth/token", Fault::HangUp, "can’t reach");
}

#[test]
fn an_answer_that_never_comes_ends_in_a_time_out() {
    told_and_mended("/oauth/token", Fault::Silence, "too long");
}
