//! The authority on another site, as without a custom domain: embedded login cannot work there, logging in can.

use vestibule_tests::{ADA, Cookies, Person, Scene, Site, Story, story};

use crate::steps::{asks_for_code, enters, is_ada};

fn scene() -> Scene {
    Scene::quickstart().on(Site::Cross).with_cookies(Cookies::Blocked)
}

/// On the authority's own page, where what was typed already stands.
fn logs_in_at_the_authority(story: &Story, ada: &Person) {
    ada.arrives_at(&story.authority_origin());
    assert_eq!(ada.value("username"), ADA.email);
    ada.fills("password", ADA.password);
    ada.submits();
}

#[test]
fn blocked_third_party_cookies_lead_by_redirect_to_tokens_with_the_name_kept() {
    story(scene(), |story| {
        let ada = story.visitor();
        ada.logs_in_as(ADA.email, ADA.password);
        logs_in_at_the_authority(story, &ada);
        is_ada(&ada);
    });
}

#[test]
fn blocked_third_party_cookies_lead_by_popup_to_tokens_when_the_app_says_so() {
    story(scene().with("fallback", "popup"), |story| {
        let ada = story.visitor();
        ada.logs_in_as(ADA.email, ADA.password);
        ada.clicks("[data-part=remedy]");
        let page = ada.looks_at_popup();
        logs_in_at_the_authority(story, &ada);
        ada.looks_at(page);
        is_ada(&ada);
    });
}

#[test]
fn blocked_third_party_cookies_lead_whoever_has_a_code_to_a_page_that_sends_another() {
    story(scene(), |story| {
        let ada = story.visitor();
        let code = asks_for_code(story, &ada, ADA.email, 0);
        enters(&ada, &code);
        // That code is used up: the server took it, and the browser withheld what ties the login to it.
        ada.arrives_at(&story.authority_origin());
        assert_eq!(ada.value("email"), ADA.email);
        ada.submits();
        let sent = story.receives(ADA.email, 1);
        enters(&ada, &sent.code.expect("the mail carries a code"));
        is_ada(&ada);
    });
}

#[test]
fn allowed_third_party_cookies_let_embedded_login_work_across_sites() {
    story(scene().with_cookies(Cookies::Allowed), |story| {
        let ada = story.visitor();
        ada.logs_in_as(ADA.email, ADA.password);
        is_ada(&ada);
        assert_eq!(ada.address(), story.app_url());
        assert_eq!(ada.count("redirecting"), 0);
    });
}
