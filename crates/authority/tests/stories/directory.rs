//! The directory of an organisation: its people type user name and password here.

use serde_json::{Value, json};

use super::harness::{Answer, Browser, CALLBACK, World};
use super::steps::{CODE, PASSWORD_REALM, claims, exchange, with};

const CORPORATE: &str = "
    [[connection]]
    name = 'corporate'
    strategy = 'auth0-adldap'
    domains = ['corp.test', 'corp.example']
    [[connection]]
    name = 'warehouse'
    strategy = 'ad'
    [[user]]
    email = 'ada@corp.test'
    username = 'ada'
    name = 'Ada of the Corporation'
    password = 'winter at the office'
    connection = 'corporate'
    [[user]]
    email = 'bob@warehouse.test'
    username = 'bob'
    password = 'forklift'
    connection = 'warehouse'
";

async fn log_in(browser: &Browser, realm: &str, username: &str, password: &str) -> Answer {
    let body = json!({ "client_id": "quickstart", "credential_type": PASSWORD_REALM, "realm": realm,
                       "username": username, "password": password });
    browser.post_json("/co/authenticate", &body).await
}

#[tokio::test]
async fn a_directory_takes_user_name_and_password_with_and_without_domains() {
    let world = World::configured(CORPORATE).await;
    let browser = world.browser();
    for (realm, username, password) in [
        ("corporate", "ada", "winter at the office"),
        ("corporate", "ada@corp.test", "winter at the office"),
        ("warehouse", "Bob", "forklift"),
    ] {
        log_in(&browser, realm, username, password).await.assert(200);
    }
    for (realm, username, password) in [
        ("corporate", "ada", "forklift"),
        ("warehouse", "ada", "winter at the office"),
        ("corporate", "nobody", "forklift"),
    ] {
        let refused = log_in(&browser, realm, username, password)
            .await
            .assert(403)
            .json();
        assert_eq!(refused["error"], "access_denied");
    }
}

#[tokio::test]
async fn the_ticket_of_a_directory_is_a_login_by_password() {
    let world = World::configured(CORPORATE).await;
    let browser = world.browser();
    let answer = log_in(&browser, "corporate", "ada", "winter at the office")
        .await
        .assert(200)
        .json();
    let ticket = answer["login_ticket"].as_str().unwrap();
    let back = browser
        .authorize(&with(&CODE, &[("login_ticket", ticket), ("realm", "corporate")]))
        .await
        .assert(303);
    let tokens = browser
        .post_form("/oauth/token", &exchange(&back.query()["code"]))
        .await
        .assert(200)
        .json();
    let claims = claims(&tokens["id_token"]);
    assert!(claims["sub"].as_str().unwrap().starts_with("ad|corporate|"));
    assert_eq!(
        (&claims["email"], &claims["amr"]),
        (&json!("ada@corp.test"), &json!(["pwd"]))
    );
    assert_eq!(claims["name"], "Ada of the Corporation");
}

#[tokio::test]
async fn nobody_signs_up_at_a_directory_or_gets_a_new_password_from_it() {
    let world = World::configured(CORPORATE).await;
    let browser = world.browser();
    let body = json!({ "client_id": "quickstart", "connection": "corporate", "email": "eve@corp.test",
                       "password": "Nanosecond wire 11" });
    for path in ["/dbconnections/signup", "/dbconnections/change_password"] {
        browser.post_json(path, &body).await.assert(400);
    }
}

#[tokio::test]
async fn the_settings_show_a_directory_with_its_domains_if_it_has_any() {
    let world = World::configured(CORPORATE).await;
    let settings = world
        .browser()
        .get("/client/quickstart.json")
        .await
        .assert(200)
        .json();
    let strategies = settings["strategies"].as_array().unwrap();
    let of = |name: &str| -> Value {
        strategies.iter().find(|one| one["name"] == name).unwrap()["connections"][0].clone()
    };
    assert_eq!(
        of("auth0-adldap"),
        json!({ "name": "corporate", "display_name": "corporate", "domain": "corp.test",
                "domain_aliases": ["corp.example"] })
    );
    assert_eq!(
        of("ad"),
        json!({ "name": "warehouse", "display_name": "warehouse" })
    );
}

#[tokio::test]
async fn the_hosted_page_finds_the_directory_by_the_domain_or_by_the_requests_connection() {
    let world = World::configured(CORPORATE).await;
    for (connection, username, password) in [
        ("", "ada@corp.test", "winter at the office"),
        ("corporate", "ada", "winter at the office"),
        ("warehouse", "bob", "forklift"),
    ] {
        let browser = world.browser();
        let page = browser
            .authorize(&with(&CODE, &[("connection", connection)]))
            .await
            .assert(303);
        let request = page.location().split_once("state=").unwrap().1.to_owned();
        let fields = [
            ("state", request.as_str()),
            ("username", username),
            ("password", password),
        ];
        let back = browser.submit("/u/login", &fields).await.assert(303);
        assert!(back.location().starts_with(CALLBACK) && back.query().contains_key("code"));
    }
}
