//! The configuration file: what it adds, what it changes, and what it is refused for.

use vestibule_authority::config::{Config, ConnectionKind, Pkce};
use vestibule_authority::seed;

#[test]
fn a_client_of_a_seeded_name_changes_only_what_it_says() {
    let config =
        Config::from_toml("[[client]]\nclient_id = 'quickstart'\norigins = ['http://localhost:1234']")
            .unwrap();
    let client = config.client("quickstart").unwrap();
    assert_eq!(client.origins, ["http://localhost:1234"]);
    assert!(
        client
            .callbacks
            .contains(&"http://localhost:1234/callback".to_owned())
    );
    assert!(client.logout_urls.contains(&"http://localhost:1234".to_owned()));
    assert_eq!(
        (client.name.as_str(), client.pkce),
        ("Quickstart", Pkce::Required)
    );
    assert_eq!(config.clients.len(), seed::config().clients.len());
}

#[test]
fn new_clients_connections_and_people_are_added() {
    let config = Config::from_toml(
        "[[connection]]\nname = 'staff'\npassword_policy = 'excellent'\nsign_up = false\n\
         [[connection]]\nname = 'umbrella'\nstrategy = 'oidc'\ndomains = ['Umbrella.Test']\n\
         [[client]]\nclient_id = 'mine'\norigins = ['https://app.example.com']\nconnections = ['staff']\n\
         [[user]]\nemail = 'bob@example.com'\npassword = 'x'\nconnection = 'staff'",
    )
    .unwrap();
    assert!(!config.connection("staff").unwrap().database().unwrap().sign_up);
    let domains = vec!["umbrella.test".to_owned()];
    assert_eq!(
        config.connection("umbrella").unwrap().kind,
        ConnectionKind::Enterprise { domains }
    );
    let client = config.client("mine").unwrap();
    assert_eq!(
        config
            .connections_for(client)
            .map(|connection| connection.name.as_str())
            .collect::<Vec<_>>(),
        ["staff"]
    );
    assert_eq!(config.users.len(), 2);
}

#[test]
fn every_mistake_is_refused_with_its_place() {
    for (text, place) in [
        ("isuer = 'x'", "isuer"),
        ("issuer = 'http://localhost:4400'", "issuer"),
        ("issuer = 'ftp://localhost/'", "issuer"),
        (
            "[[client]]\nclient_id = 'a'\norigins = ['http://localhost:8080/']",
            "origins",
        ),
        (
            "[[client]]\nclient_id = 'a'\nresponse_types = ['code code']",
            "code code",
        ),
        ("[[client]]\nclient_id = 'a'\nconnections = ['b']", "`b`"),
        (
            "[[client]]\nclient_id = 'a'\ncallbacks = ['/relative']",
            "callbacks",
        ),
        (
            "[[client]]\nclient_id = 'a'\ncallbacks = ['http://localhost/#x']",
            "callbacks",
        ),
        (
            "[[client]]\nclient_id = 'a'\ncallbacks = ['javascript:alert(1)']",
            "callbacks",
        ),
        (
            "[[connection]]\nname = 'a'\nstrategy = 'facebook'\nsign_up = true",
            "strategy",
        ),
        (
            "[[connection]]\nname = 'a'\nstrategy = 'ad'\npassword_policy = 'good'",
            "strategy",
        ),
        ("[[connection]]\nname = 'a'\ndomains = ['a.test']", "strategy"),
        (
            "[[connection]]\nname = 'a'\npassword_complexity_options = { min_length = 73 }",
            "1 to 72",
        ),
        (
            "[[connection]]\nname = 'a'\npassword_complexity_options = { character_types = ['number'], \
             character_type_rule = 'three_of_four' }",
            "three_of_four",
        ),
        ("[[connection]]\nname = 'a'\npassword_history = 25", "at most 24"),
        (
            "[[connection]]\nname = 'a'\nusername = { min = 9, max = 3 }",
            "username",
        ),
        ("corporate_network = 'acme'", "corporate_network"),
        ("[captcha]\nprovider = 'none'", "none"),
        ("[captcha]\nlogin = 'sometimes'", "sometimes"),
        ("[captcha]\nseconds = 0", "captcha, seconds"),
        ("[[rule]]\nat = 'login'\nerror = ''", "error"),
        ("[[rule]]\nat = 'login'\nerror = 'x'\nstatus = 200", "status"),
        ("[[rule]]\nat = 'login'\nerror = 'x'\nconnection = 'b'", "`b`"),
        ("[[rule]]\nat = 'night'\nerror = 'x'", "night"),
        (
            "[[user]]\nemail = 'a@b.c'\npassword = 'x'\nconnection = 'google-oauth2'",
            "google-oauth2",
        ),
        ("[lifetimes]\ncode = 'long'", "code"),
        ("[lifetimes]\ncode = 601", "code"),
        ("[lifetimes]\nticket = 61", "ticket"),
        ("[lifetimes]\nsession = 0", "session"),
        ("[lifetimes]\npushed_request = 601", "pushed_request"),
        ("[[client]]\nclient_id = 'a'\ndpop = 'maybe'", "maybe"),
        (
            "[[client]]\nclient_id = 'a'\ninitiate_login_uri = 'app:login'",
            "initiate_login_uri",
        ),
        (
            "[[client]]\nclient_id = 'a'\nrefresh_audiences = ['https://other.example.com/']",
            "refresh_audiences",
        ),
        (
            "[reports]\naudience = 'https://api.example.com/'\nscope = 'x'",
            "audience of both",
        ),
        (
            "[[organization]]\nid = 'a'\nname = 'a'\ndisplay_name = 'A'",
            "org_",
        ),
        (
            "[[organization]]\nid = 'org_a'\nname = 'A'\ndisplay_name = 'A'",
            "lower case",
        ),
        (
            "[[organization]]\nid = 'org_a'\nname = 'a'\ndisplay_name = 'A'\nconnections = ['b']",
            "`b`",
        ),
        ("key_algorithm = 'HS256'", "HS256"),
    ] {
        let error = Config::from_toml(text).expect_err(text).to_string();
        assert!(error.contains(place), "{text}: {error}");
    }
}

#[test]
fn the_example_file_says_exactly_what_holds_without_it() {
    let example = Config::from_toml(include_str!("../../authority.example.toml")).unwrap();
    assert_eq!(format!("{example:?}"), format!("{:?}", seed::config()));
}
