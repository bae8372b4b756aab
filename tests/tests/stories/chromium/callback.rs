//! The page that a redirect comes back to: reloaded, left by Back, replayed, forged.

use vestibule_tests::{Person, Scene, Story, story};

/// Logs in by redirect and returns the address that the authority sent the browser back to.
fn comes_back(story: &Story, person: &Person) -> String {
    person.is_on("log-in");
    person.chooses("google-oauth2");
    person.picks_the_first_account();
    person.hears("authenticated");
    let back = story
        .requests()
        .into_iter()
        .rev()
        .filter_map(|seen| seen.location);
    let mut back = back.filter(|location| location.starts_with(&story.app_url()));
    back.next()
        .expect("the authority sent the browser back to the app")
}

#[test]
fn a_reload_after_the_callback_shows_no_error_and_sends_the_code_no_second_time() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        comes_back(story, &person);
        story.forget_requests();
        person.reloads();
        person.hears("shown");
        assert_eq!(person.count("failed"), 0);
        assert!(story.requests().iter().all(|seen| seen.path != "/oauth/token"));
    });
}

#[test]
fn back_after_the_callback_leads_to_the_provider_where_the_old_login_is_over_and_then_to_a_page_that_works() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        comes_back(story, &person);
        story.forget_requests();
        person.goes_back();
        person.arrives_at(&story.authority_origin());
        // The provider knows nothing of the app: it lets the person pick again, and the server takes it from there.
        person.picks_the_first_account();
        assert!(
            person.notice().contains("came too late or twice"),
            "{}",
            person.notice()
        );
        person.goes_back();
        person.sees("[data-part=account]");
        person.goes_back();
        person.is_on("log-in");
        assert_eq!(person.address(), story.app_url());
        assert_eq!((person.count("failed"), person.count("authenticated")), (0, 0));
        assert!(story.requests().iter().all(|seen| seen.path != "/oauth/token"));
        person.chooses("google-oauth2");
        person.hears("authenticated");
    });
}

#[test]
fn a_replayed_callback_is_refused_before_the_code_is_sent_and_a_form_stands_ready() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        let callback = comes_back(story, &person);
        story.forget_requests();
        person.opens(&callback);
        person.is_on("log-in");
        assert!(person.notice().contains("no longer valid"), "{}", person.notice());
        assert_eq!((person.count("failed"), person.count("authenticated")), (1, 0));
        assert!(story.requests().iter().all(|seen| seen.path != "/oauth/token"));
        assert_eq!(
            person.address(),
            story.app_url(),
            "the response stays in the address bar"
        );
    });
}

#[test]
fn a_forged_callback_never_logs_in() {
    story(Scene::quickstart(), |story| {
        let person = story.visitor();
        person.is_on("log-in");
        person.opens(&format!("{}?code=forged&state=forged", story.app_url()));
        person.is_on("log-in");
        person.hears("failed");
        assert_eq!(person.count("authenticated"), 0);
        assert!(story.requests().iter().all(|seen| seen.path != "/oauth/token"));
    });
}
