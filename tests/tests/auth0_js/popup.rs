//! A provider by redirect and in a popup.

use vestibule_tests::story;

use crate::{calls, scene, starts, visitor};

#[test]
fn it_goes_to_a_provider_and_takes_what_it_comes_back_with() {
    story(scene(), |story| {
        let person = visitor(story);
        starts(&person, "authorize", &["google-oauth2"]);
        let account = person.picks_the_first_account();
        person.hears("authenticated");
        assert_eq!(person.claims()["email"], account);
    });
}

#[test]
fn it_goes_to_a_provider_in_a_popup_while_the_page_stays() {
    story(scene(), |story| {
        let person = visitor(story);
        starts(&person, "popupAuthorize", &["google-oauth2"]);
        let page = person.looks_at_popup();
        let account = person.picks_the_first_account();
        person.looks_at(page);
        person.hears("popup-authorized");
        let claims = person.claims();
        assert_eq!(claims["email"], account);
        assert_eq!((person.address(), person.windows()), (story.app_url(), 1));
        assert_eq!(calls(&person, "userInfo", &[], "user-info")["sub"], claims["sub"]);
    });
}

#[test]
fn it_is_told_by_the_popup_that_the_person_cancelled() {
    story(scene(), |story| {
        let person = visitor(story);
        starts(&person, "popupAuthorize", &["facebook"]);
        let page = person.looks_at_popup();
        person.clicks("[data-part=cancel]");
        person.looks_at(page);
        person.hears("failed");
        assert_eq!(person.claims()["code"], "access_denied");
    });
}

#[test]
fn it_notices_a_popup_that_is_closed() {
    story(scene(), |story| {
        let person = visitor(story);
        starts(&person, "popupAuthorize", &["google-oauth2"]);
        let page = person.looks_at_popup();
        person.sees("[data-part=account]");
        person.closes_window(page);
        person.hears("failed");
        assert_eq!(person.claims()["original"], "User closed the popup window");
    });
}
