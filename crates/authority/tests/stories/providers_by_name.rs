//! Providers by Auth0's words for them, several databases, and domains by the thousand.

use serde_json::{Value, json};

use super::harness::{APP, CALLBACK, ISSUER, World};
use super::people::sign_up_body;
use super::steps::{CODE, PASSWORD_REALM, with};

fn connections(settings: &Value, strategy: &str) -> Value {
    let strategies = settings["strategies"].as_array().unwrap();
    let found = strategies.iter().find(|one| one["name"] == strategy);
    found.unwrap_or_else(|| panic!("no {strategy} in {settings}"))["connections"].clone()
}

#[tokio::test]
async fn a_provider_goes_by_its_own_name_unless_another_is_given() {
    let world = World::configured(
        "[[connection]]\nname = 'github'\nstrategy = 'github'\n\
         [[connection]]\nname = 'line'\nstrategy = 'line'\n\
         [[connection]]\nname = 'intranet'\nstrategy = 'oauth2'\ndisplay_name = 'The intranet'\n\
         [[connection]]\nname = 'okta-button'\nstrategy = 'okta'\n",
    )
    .await;
    let settings = world.browser().get("/client/quickstart.json").await.json();
    assert_eq!(connections(&settings, "github")[0]["display_name"], "GitHub");
    assert_eq!(connections(&settings, "line")[0]["display_name"], "Line");
    assert_eq!(
        connections(&settings, "oauth2")[0]["display_name"],
        "The intranet"
    );
    assert_eq!(
        connections(&settings, "okta"),
        json!([{ "name": "okta-button", "display_name": "okta-button" }]),
        "an enterprise without domains is not found by any"
    );
}

#[tokio::test]
async fn every_provider_leads_there_and_back() {
    let world = World::configured(
        "[[connection]]\nname = 'github'\nstrategy = 'github'\n\
         [[connection]]\nname = 'intranet'\nstrategy = 'oauth2'\n\
         [[connection]]\nname = 'waad'\nstrategy = 'waad'\ndomain = 'umbrella.test'\ndomain_aliases = ['u.test']",
    )
    .await;
    for (connection, account, sub) in [
        ("github", "grace@example.com", "github|"),
        ("intranet", "grace@example.com", "oauth2|"),
        ("waad", "grace@u.test", "waad|waad|"),
    ] {
        let browser = world.browser();
        let page = browser
            .authorize(&with(&CODE, &[("connection", connection)]))
            .await
            .assert(303);
        let provider = browser.get(page.location()).await.assert(303);
        let place = provider.location().strip_prefix(ISSUER).unwrap().to_owned();
        let query = place.split_once('?').unwrap().1;
        let mut fields: Vec<(String, String)> =
            form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        fields.push(("account".to_owned(), account.to_owned()));
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let back = browser
            .submit(&format!("/provider/{connection}/authorize"), &fields)
            .await
            .assert(303);
        let back = browser
            .get(&format!("/{}", back.location().strip_prefix(ISSUER).unwrap()))
            .await
            .assert(303);
        assert!(back.location().starts_with(CALLBACK), "{}", back.location());
        let user = world
            .state
            .store
            .user_by_email(connection, account)
            .unwrap()
            .unwrap();
        assert!(user.id.starts_with(sub), "{}", user.id);
    }
}

#[tokio::test]
async fn a_person_of_one_database_is_a_stranger_to_the_other() {
    let world = World::configured("[[connection]]\nname = 'partners'\npassword_policy = 'low'").await;
    let browser = world.browser();
    let body =
        sign_up_body(&json!({ "connection": "partners", "email": "ada@example.com", "password": "kestrel" }));
    browser
        .post_json("/dbconnections/signup", &body)
        .await
        .assert(200);
    for (realm, status) in [("partners", 200), ("Username-Password-Authentication", 403)] {
        let body = json!({ "client_id": "quickstart", "credential_type": PASSWORD_REALM, "realm": realm,
                           "username": "ada@example.com", "password": "kestrel" });
        browser.post_json("/co/authenticate", &body).await.assert(status);
    }
    let settings = browser.get("/client/quickstart.json").await.json();
    let names: Vec<_> = connections(&settings, "auth0")
        .as_array()
        .unwrap()
        .iter()
        .map(|connection| connection["name"].clone())
        .collect();
    assert_eq!(names, ["Username-Password-Authentication", "partners"]);
}

#[tokio::test]
async fn ten_thousand_domains_are_taken_and_told_in_lower_case_and_each_once() {
    let aliases: Vec<String> = (0..10_000)
        .map(|number| format!("'Branch{number}.test'"))
        .collect();
    let world = World::configured(&format!(
        "[[connection]]\nname = 'conglomerate'\nstrategy = 'samlp'\ndomain = 'HQ.test'\n\
         domain_aliases = ['hq.test', {}]",
        aliases.join(", ")
    ))
    .await;
    let browser = world.browser();
    let settings = browser.get("/client/quickstart.json").await.json();
    let conglomerate = connections(&settings, "samlp")[1].clone();
    assert_eq!(conglomerate["domain"], "hq.test");
    let aliases = conglomerate["domain_aliases"].as_array().unwrap();
    assert_eq!(
        (aliases.len(), &aliases[9_999]),
        (10_000, &json!("branch9999.test"))
    );
    // The hosted page finds it too.
    let page = browser.authorize(&CODE).await.assert(303);
    let request = page.location().split_once("state=").unwrap().1.to_owned();
    let fields = [
        ("state", request.as_str()),
        ("username", "eve@branch9999.test"),
        ("password", ""),
    ];
    let away = browser.submit("/u/login", &fields).await.assert(303);
    assert!(away.location().contains("/provider/conglomerate/authorize"));
    assert!(!away.location().contains(APP));
}
