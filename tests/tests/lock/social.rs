//! Providers.

use serde_json::json;
use vestibule_tests::story;

use crate::{authenticated, scene, scene_with, visitor};

#[test]
fn it_goes_to_a_provider_and_comes_back_logged_in() {
    story(scene(), |story| {
        let person = visitor(story);
        person.clicks("[data-provider^=google]");
        let account = person.picks_the_first_account();
        assert_eq!(authenticated(&person)["email"], account);
    });
}

#[test]
fn it_is_told_that_the_person_cancelled() {
    story(scene(), |story| {
        let person = visitor(story);
        person.clicks("[data-provider=facebook]");
        person.clicks("[data-part=cancel]");
        person.hears("authorization_error");
        assert_eq!(person.claims()["error"], "access_denied");
    });
}

#[test]
fn a_provider_of_ones_own_goes_by_the_name_that_the_settings_give_it() {
    let toml = "[[connection]]\nname = 'intranet'\nstrategy = 'oauth2'\ndisplay_name = 'The intranet'";
    let options = json!({ "allowedConnections": ["intranet"] });
    story(scene_with(options).with_authority(toml), |story| {
        let person = visitor(story);
        person.reads(".auth0-lock-social-button", "The intranet");
        person.clicks(".auth0-lock-social-button");
        let account = person.picks_the_first_account();
        assert_eq!(authenticated(&person)["email"], account);
    });
}
