//! What a connection asks of passwords and user names: complexity, dictionary, personal data, history.

use serde_json::{Value, json};

use super::harness::{Answer, Browser, PASSWORD, World};
use super::people::{newest_link, sign_up_body, ticket_of};
use super::steps::REALM;

fn database(more: &str) -> String {
    format!("[[connection]]\nname = 'Username-Password-Authentication'\n{more}")
}

async fn sign_up(browser: &Browser, changes: Value) -> Answer {
    browser
        .post_json("/dbconnections/signup", &sign_up_body(&changes))
        .await
}

async fn refused(browser: &Browser, password: &str) -> Value {
    sign_up(browser, json!({ "password": password }))
        .await
        .assert(400)
        .json()
}

#[tokio::test]
async fn complexity_options_stand_in_the_place_of_the_policy_and_are_told_in_the_settings() {
    let options = "password_complexity_options = { min_length = 6, character_types = ['uppercase', 'number'], \
                   identical_characters = 'block', sequential_characters = 'block', \
                   max_length_exceeded = 'error' }";
    let world = World::configured(&database(options)).await;
    let browser = world.browser();
    for (password, broken) in [
        ("K4ite", "lengthAtLeast"),
        ("kite42", "shouldContain"),
        ("KITTTE4", "identicalChars"),
        ("KABC42x", "sequentialChars"),
        ("K987xyy", "sequentialChars"),
        (&format!("K4{}", "xq".repeat(36)), "maxLength"),
    ] {
        let answer = refused(&browser, password).await;
        assert_eq!(
            (&answer["code"], &answer["name"]),
            (&json!("invalid_password"), &json!("PasswordStrengthError"))
        );
        let rules = answer["description"]["rules"].as_array().unwrap();
        let codes: Vec<_> = rules
            .iter()
            .filter(|rule| rule["verified"] == false)
            .map(|rule| &rule["code"])
            .collect();
        assert_eq!(codes, [broken], "{password}");
    }
    sign_up(&browser, json!({ "password": "K4ites" }))
        .await
        .assert(200);
    let settings = browser.get("/client/quickstart.json").await.json();
    assert_eq!(
        settings["strategies"][0]["connections"][0]["password_complexity_options"],
        json!({ "min_length": 6, "character_types": ["uppercase", "number"], "character_type_rule": "all",
                "identical_characters": "block", "sequential_characters": "block", "max_length_exceeded": "error" })
    );
}

#[tokio::test]
async fn three_of_four_classes_are_enough_when_the_options_say_so() {
    let options = "password_complexity_options = { min_length = 6, character_type_rule = 'three_of_four', \
                   character_types = ['lowercase', 'uppercase', 'number', 'special'] }";
    let world = World::configured(&database(options)).await;
    let answer = refused(&world.browser(), "kite42").await;
    assert_eq!(answer["description"]["rules"][1]["code"], "containsAtLeast");
    assert_eq!(answer["description"]["rules"][1]["format"], json!([3, 4]));
    sign_up(&world.browser(), json!({ "password": "Kite42" }))
        .await
        .assert(200);
}

#[tokio::test]
async fn words_of_the_dictionary_and_the_persons_own_data_are_refused_by_name() {
    let more = "password_dictionary = { enable = true, dictionary = ['Vestibule Rocks 1'] }";
    let world = World::configured(&database(more)).await;
    let browser = world.browser();
    let listed = refused(&browser, "vestibule ROCKS 1").await;
    assert_eq!(listed["name"], "PasswordDictionaryError");
    assert_eq!(
        refused(&browser, "Password1").await["name"],
        "PasswordDictionaryError"
    );
    let telling = refused(&browser, "Grace 12345 x").await;
    assert_eq!(
        (&telling["code"], &telling["name"]),
        (&json!("invalid_password"), &json!("PasswordNoUserInfoError"))
    );
    assert!(telling["description"].is_string());
}

#[tokio::test]
async fn both_can_be_switched_off_and_on_whatever_the_policy() {
    let off = "password_dictionary = { enable = false }\npassword_no_personal_info = false";
    let world = World::configured(&database(off)).await;
    sign_up(&world.browser(), json!({ "password": "Grace Password1" }))
        .await
        .assert(200);
    let on =
        "password_policy = 'none'\npassword_dictionary = { enable = true }\npassword_no_personal_info = true";
    let world = World::configured(&database(on)).await;
    assert_eq!(
        refused(&world.browser(), "password").await["name"],
        "PasswordDictionaryError"
    );
    assert_eq!(
        refused(&world.browser(), "grace").await["name"],
        "PasswordNoUserInfoError"
    );
}

#[tokio::test]
async fn a_former_password_is_refused_for_as_long_as_the_connection_looks_back() {
    let world = World::configured(&database("password_policy = 'low'\npassword_history = 1")).await;
    let browser = world.browser();
    let second = "Analytical engine 2";
    let third = "Difference engine 3";
    for (password, status) in [
        (PASSWORD, 400),
        (second, 200),
        (PASSWORD, 400),
        (second, 400),
        (third, 200),
        (PASSWORD, 200),
    ] {
        let body = json!({ "client_id": "quickstart", "connection": REALM, "email": "ada@example.com" });
        browser
            .post_json("/dbconnections/change_password", &body)
            .await
            .assert(200);
        let link = newest_link(&browser).await;
        let fields = [("ticket", ticket_of(&link)), ("password", password)];
        let answer = browser.submit("/u/reset-password", &fields).await.assert(status);
        assert_eq!(answer.body.contains("used this password before"), status == 400);
    }
}

#[tokio::test]
async fn user_names_are_as_long_as_the_connection_says() {
    let world = World::configured(&database(
        "requires_username = true\nusername = { min = 3, max = 20 }",
    ))
    .await;
    let browser = world.browser();
    for (username, status) in [
        ("al", 400),
        ("twenty-one-letters-xx", 400),
        ("sixteen-letters-", 200),
    ] {
        sign_up(&browser, json!({ "username": username }))
            .await
            .assert(status);
    }
    let settings = browser.get("/client/quickstart.json").await.json();
    assert_eq!(
        settings["strategies"][0]["connections"][0]["validation"],
        json!({ "username": { "min": 3, "max": 20 } })
    );
}
