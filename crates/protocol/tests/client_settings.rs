//! Auth0's client settings: read as data, in one exact form.

use serde_json::{Value, json};
use vestibule_protocol::{
    Broken, ClientSettings, Connection, ConnectionKind, Failure, PasswordPolicy, RefusalCode, settings,
};

use crate::support::{response, response_with};

fn example() -> Value {
    json!({
        "id": "CID", "tenant": "t", "subscription": "free", "callback": "https://app.example.com/callback",
        "strategies": [
            { "name": "auth0", "connections": [{
                "name": "Username-Password-Authentication", "passwordPolicy": "good",
                "password_complexity_options": { "min_length": 12 }, "showSignup": true, "showForgot": false,
                "requires_username": true, "validation": { "username": { "min": "3", "max": 20 } },
                "signup_url": "javascript:alert(1)", "forgot_password_url": "https://example.com/forgot" }] },
            { "name": "google-oauth2", "connections": [{ "name": "google-oauth2", "scope": ["email"] }] },
            { "name": "samlp", "connections": [
                { "name": "acme", "domain": "Acme.com", "domain_aliases": ["acme.io", "ACME.com", 7], "display_name": "Acme" },
                { "domain": "nameless.example" }, "rubbish", { "name": "acme" } ] },
            { "name": "sms", "connections": [{ "name": "sms" }] },
            { "name": "email", "connections": [{ "name": "email" }] },
            { "name": "brand-new", "connections": [{ "name": "brand-new" }] },
            { "connections": [{ "name": "nameless strategy" }] },
            { "name": "empty" }, null,
        ],
    })
}

fn read(body: &str) -> Result<ClientSettings, Failure> {
    settings::read(&response(200, body))
}

#[test]
fn the_call_and_the_bare_object_give_the_same_settings() {
    let object = example().to_string();
    let settings = read(&object).expect("an object");
    for call in [
        format!("Auth0.setClient({object});"),
        format!("Auth0.setClient({object})"),
        format!("\n Auth0.setClient( {object} ) ; \n"),
    ] {
        assert_eq!(read(&call).as_ref(), Ok(&settings), "{}", &call[..20]);
    }
    let names: Vec<&str> = settings
        .connections
        .iter()
        .map(|connection| connection.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "Username-Password-Authentication",
            "google-oauth2",
            "acme",
            "sms",
            "email",
            "brand-new"
        ]
    );
}

#[test]
fn each_strategy_is_a_kind_and_a_connection_tells_its_domains() {
    let settings = read(&example().to_string()).expect("an object");
    let find = |name: &str| -> Connection {
        settings
            .connections
            .iter()
            .find(|connection| connection.name == name)
            .expect("listed")
            .clone()
    };
    assert_eq!(find("google-oauth2").kind, ConnectionKind::Social);
    assert_eq!(find("brand-new").kind, ConnectionKind::Social);
    assert_eq!(find("sms").kind, ConnectionKind::PasswordlessSms);
    assert_eq!(find("email").kind, ConnectionKind::PasswordlessEmail);
    let acme = find("acme");
    assert_eq!(acme.kind, ConnectionKind::Enterprise);
    assert_eq!(acme.strategy, "samlp");
    assert_eq!(acme.display_name.as_deref(), Some("Acme"));
    assert_eq!(acme.domains, ["acme.com", "acme.io", "acme.com"]);
}

#[test]
fn a_database_tells_its_policy_and_what_it_allows() {
    let settings = read(&example().to_string()).expect("an object");
    let ConnectionKind::Database(database) = &settings.connections[0].kind else {
        panic!("a database")
    };
    assert_eq!(database.policy, PasswordPolicy::named("good", Some(12)));
    assert_eq!(
        (database.sign_up, database.forgot, database.requires_username),
        (true, false, true)
    );
    assert_eq!(database.username_length, (3, 20));
    let bare = read(r#"{"strategies":[{"name":"auth0","connections":[{"name":"db"}]}]}"#).expect("an object");
    let ConnectionKind::Database(database) = &bare.connections[0].kind else {
        panic!("a database")
    };
    assert_eq!(database.policy, PasswordPolicy::default());
    assert_eq!(
        (database.sign_up, database.forgot, database.requires_username),
        (true, true, false)
    );
    assert_eq!(database.username_length, (1, 15));
}

#[test]
fn code_in_place_of_data_is_refused() {
    for body in [
        "Auth0.setClient(evil())",
        "Auth0.setClient({});alert(1)",
        "Auth0.setClient({}, {});",
        "Auth0.setClient({});;",
        "alert(1);Auth0.setClient({});",
        "Auth0.setTenant({});",
        "auth0.setclient({});",
        "Auth0.setClient({id:'x'});",
        "Auth0.setClient({/* */});",
        "Auth0.setClient({}",
        "Auth0.setClient",
        "window.x = {}",
        "{} // done",
    ] {
        let error = read(body).expect_err(body);
        assert!(
            matches!(error, Failure::Broken(Broken::NotJson | Broken::NotSettings)),
            "{body}: {error}"
        );
    }
    assert_eq!(read("Auth0.setClient([]);"), Err(Broken::NotAnObject.into()));
    assert_eq!(
        read("</script><script>alert(1)</script>"),
        Err(Broken::Html.into())
    );
    assert_eq!(
        read(r#"Auth0.setClient({"a":1,"a":2});"#),
        Err(Broken::DuplicateMember("a".to_owned()).into())
    );
}

#[test]
fn prototype_keys_and_odd_shapes_are_just_data() {
    for body in [
        r#"{"__proto__":{"strategies":[]},"constructor":1}"#,
        r#"{"strategies":{}}"#,
        r#"{"strategies":[{"name":"auth0","connections":{}}]}"#,
        r#"{"strategies":[[{"name":"auth0"}]]}"#,
        "{}",
    ] {
        assert_eq!(read(body), Ok(ClientSettings::default()), "{body}");
    }
}

#[test]
fn an_unknown_client_is_a_refusal_and_a_page_is_not_settings() {
    let not_found = settings::read(&response(404, "Not Found")).expect_err("404");
    assert!(matches!(not_found, Failure::Refused(refusal) if refusal.code == RefusalCode::EndpointDisabled));
    let page = response_with(200, &[("Content-Type", "text/html; charset=utf-8")], "{}");
    assert_eq!(settings::read(&page), Err(Broken::Html.into()));
    let huge = response(200, vec![b' '; 2 * 1024 * 1024 + 1]);
    assert_eq!(settings::read(&huge), Err(Broken::TooLarge.into()));
}
