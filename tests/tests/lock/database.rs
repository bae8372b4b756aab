//! Address and password: logging in, signing up, resetting.

use serde_json::json;
use vestibule_tests::{ADA, story};

use crate::{
    STRONG, SUBMIT, authenticated, leaves, logs_in, newest_message, scene, scene_with, types, visitor,
};

const BANNER: &str = ".auth0-global-message-error";

#[test]
fn it_logs_in_and_takes_the_id_token_for_good() {
    story(scene(), |story| {
        let person = visitor(story);
        logs_in(&person, ADA.email, ADA.password);
        let claims = authenticated(&person);
        assert_eq!(claims["email"], ADA.email);
        assert_eq!(claims["iss"], format!("{}/", story.authority_origin()));
        assert_eq!(claims["userinfo"], ADA.email);
    });
}

#[test]
fn it_logs_in_without_leaving_the_page() {
    story(
        scene_with(json!({ "auth": popup(), "closable": false })),
        |story| {
            let person = visitor(story);
            logs_in(&person, ADA.email, ADA.password);
            assert_eq!(authenticated(&person)["email"], ADA.email);
            assert_eq!(person.address(), story.app_url());
            leaves(&person);
        },
    );
}

#[test]
fn it_knows_a_wrong_password_from_a_locked_account() {
    story(scene().with_authority("[lock_out]\nthreshold = 2"), |story| {
        let person = visitor(story);
        for _ in 0..2 {
            logs_in(&person, ADA.email, "not this one");
            person.reads(BANNER, "WRONG EMAIL OR PASSWORD");
        }
        logs_in(&person, ADA.email, ADA.password);
        person.reads(BANNER, "BLOCKED");
        leaves(&person);
    });
}

#[test]
fn it_shows_what_a_rule_of_the_tenant_says() {
    let rule = "[[rule]]\nat = 'login'\nerror = 'unauthorized'\ndescription = 'Come back on Monday.'";
    story(scene().with_authority(rule), |story| {
        let person = visitor(story);
        logs_in(&person, ADA.email, ADA.password);
        person.reads(BANNER, "COME BACK ON MONDAY.");
        leaves(&person);
    });
}

#[test]
fn it_signs_somebody_up_with_fields_of_its_own_and_logs_them_in() {
    let fields = json!([
        { "name": "given_name", "placeholder": "given name", "storage": "root" },
        { "name": "plan", "placeholder": "plan" },
    ]);
    let options = json!({ "initialScreen": "signUp", "additionalSignUpFields": fields });
    story(scene_with(options), |story| {
        let person = visitor(story);
        types(&person, "email", "grace@example.com");
        types(&person, "password", STRONG);
        types(&person, "given_name", "Grace");
        types(&person, "plan", "free");
        person.clicks(SUBMIT);
        let claims = authenticated(&person);
        assert_eq!(claims["email"], "grace@example.com");
        assert_eq!(claims["given_name"], "Grace");
    });
}

#[test]
fn it_understands_a_taken_address_and_a_common_password() {
    let toml = "reveal_user_exists = true";
    let options = json!({ "initialScreen": "signUp" });
    story(scene_with(options).with_authority(toml), |story| {
        let person = visitor(story);
        types(&person, "email", ADA.email);
        types(&person, "password", STRONG);
        person.clicks(SUBMIT);
        person.hears("signup-error");
        assert_eq!(person.claims()["code"], "user_exists");
        types(&person, "email", "grace@example.com");
        types(&person, "password", "Password1");
        person.clicks(SUBMIT);
        person.hears_times("signup-error", 2);
        let refused = person.claims();
        assert_eq!(
            (&refused["code"], &refused["name"]),
            (&json!("invalid_password"), &json!("PasswordDictionaryError"))
        );
    });
}

#[test]
fn it_has_a_reset_mail_sent_whose_link_sets_the_password() {
    // With autofocus this version of Lock fails on its own confirmation.
    story(scene_with(json!({ "autofocus": false })), |story| {
        let person = visitor(story);
        person.clicks(".auth0-lock-alternative-link");
        // The screen before slides out with an address field of its own.
        person.no_longer_sees("[name=password]");
        types(&person, "email", ADA.email);
        person.clicks(SUBMIT);
        person.sees(".auth0-global-message-success");
        let mail = newest_message(story, &person);
        person.opens(mail["links"][0].as_str().expect("the mail carries a link"));
        person.fills_in("input[type=password]", STRONG);
        person.submits();
        person.no_longer_sees("input[type=password]");
        person.opens(&story.app_url());
        person.hears("show");
        logs_in(&person, ADA.email, STRONG);
        assert_eq!(authenticated(&person)["email"], ADA.email);
    });
}

/// The result comes by a hidden frame.
fn popup() -> serde_json::Value {
    json!({ "redirect": false, "responseType": "token id_token", "params": { "scope": "openid profile email" } })
}
