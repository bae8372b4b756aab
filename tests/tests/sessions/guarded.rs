//! Pages that only somebody who is logged in may see, from the guarded example.

use vestibule_tests::{ADA, Fault, Person, Scene, Story, story};

fn scene() -> Scene {
    Scene::session("guarded")
}

/// Comes by a deep link, logs in and is there.
fn is_at_notes(story: &Story) -> Person {
    let person = story.person();
    person.opens(&format!("{}notes?x=1", story.app_url()));
    types_credentials(&person);
    person.sees("#note");
    person
}

fn types_credentials(person: &Person) {
    person.fills("username", ADA.email);
    person.fills("password", ADA.password);
    person.submits();
}

#[test]
fn a_deep_link_comes_back_to_where_it_led_after_the_login() {
    story(scene(), |story| {
        let person = is_at_notes(story);
        assert_eq!(person.address(), format!("{}notes?x=1", story.app_url()));
        person.reads("#who", "Ada");
        person.clicks("#call-api");
        person.reads("#api", "200");
    });
}

#[test]
fn a_page_that_is_loaded_anew_and_a_second_tab_go_on_with_the_session() {
    story(scene(), |story| {
        let person = is_at_notes(story);
        person.reloads();
        person.hears("restored");
        person.sees("#note");
        person.opens_tab(&format!("{}notes", story.app_url()));
        person.hears("restored");
        person.sees("#note");
    });
}

#[test]
fn a_session_that_ends_asks_for_a_login_and_leaves_the_page_as_it_is() {
    story(scene(), |story| {
        let person = is_at_notes(story);
        person.fills_in("#note", "not to be lost");
        story.plays("/api/me", Fault::json(401, "{}"));
        story.plays("/oauth/token", Fault::json(403, r#"{"error":"invalid_grant"}"#));
        person.clicks("#call-api");
        person.hears("ended");
        person.reads("dialog", "Your session has ended");
        person.clicks("dialog [data-part=submit]");
        person.hears("authenticated");
        person.no_longer_sees("dialog");
        assert_eq!(
            person.runs("return document.querySelector('#note').value"),
            "not to be lost"
        );
        person.clicks("#call-api");
        person.reads("#api", "200");
    });
}

#[test]
fn a_login_that_fails_says_so_and_does_not_go_round_in_circles() {
    story(scene(), |story| {
        let person = story.person();
        person.opens(&format!(
            "{}callback?error=access_denied&state=unknown",
            story.app_url()
        ));
        person.reads("[data-part=login-failed]", "did not work");
        person.clicks("[data-part=login-button]");
        person.sees("[name=username]");
    });
}

#[test]
fn logging_out_leads_home_and_logging_in_leads_back_in() {
    story(scene(), |story| {
        let person = is_at_notes(story);
        person.clicks("#log-out");
        person.sees("#home");
        person.reads("#who", "nobody");
        person.clicks("a[href='/notes']");
        types_credentials(&person);
        person.sees("#note");
    });
}
