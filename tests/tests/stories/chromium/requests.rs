//! How many requests a login takes.

use vestibule_tests::{ADA, Scene, story};

#[test]
fn from_submit_to_tokens_there_are_three_requests_and_the_rest_came_before() {
    story(Scene::quickstart(), |story| {
        let ada = story.visitor();
        ada.is_on("log-in");
        for path in ["/.well-known/openid-configuration", "/.well-known/jwks.json"] {
            story.sees_request(path);
        }
        let before = story.requests();
        assert!(
            before.iter().any(|seen| seen.path.starts_with("/client/")),
            "the settings: {before:?}"
        );
        story.forget_requests();
        ada.logs_in_as(ADA.email, ADA.password);
        ada.hears("authenticated");
        let lines: Vec<_> = story.requests().iter().map(vestibule_tests::Seen::line).collect();
        assert_eq!(
            lines,
            ["POST /co/authenticate", "GET /authorize", "POST /oauth/token"]
        );
    });
}

#[test]
fn a_double_click_is_one_login() {
    story(Scene::quickstart(), |story| {
        let ada = story.visitor();
        ada.is_on("log-in");
        ada.fills("username", ADA.email);
        ada.fills("password", ADA.password);
        ada.double_clicks("[data-part=submit]");
        ada.hears("authenticated");
        let sent = story
            .requests()
            .iter()
            .filter(|seen| seen.path == "/co/authenticate")
            .count();
        assert_eq!(
            (sent, ada.count("submitted"), ada.count("authenticated")),
            (1, 1, 1)
        );
    });
}
