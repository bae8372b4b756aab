//! The exact wire form of every request.

use serde_json::{Value, json};
use vestibule_protocol::{
    AccessToken, AuthorizeRequest, Body, Credentials, Metadata, Method, Otp, Password, PasswordlessTo,
    RefreshToken, Request, SignUp, authorize, change_password, co_authenticate, discovery, jwks, logout,
    passwordless, settings, sign_up, token, userinfo,
};

use crate::support::{CALLBACK, CLIENT, issuer, metadata, transaction};

pub const STATE: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
pub const NONCE: &str = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8";
const VERIFIER: &str = "QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl8";
/// SHA-256 of the verifier, computed with another tool.
pub const CHALLENGE: &str = "9F3IKnUj0Ul0zqBQ4wKOi_BqjuhVqdYwNOu0-57MIwU";

fn check_get(request: &Request, url: &str, headers: &[(&'static str, &str)]) {
    let mut all = vec![("accept", "application/json".to_owned())];
    all.extend(headers.iter().map(|(name, value)| (*name, (*value).to_owned())));
    assert_eq!(request.method, Method::Get);
    assert_eq!(request.url, url);
    assert_eq!(request.headers, all);
    assert_eq!(request.body, None);
    assert_eq!(request.credentials, Credentials::Omit);
    assert_eq!(request.timeout_s, 10);
}

fn check_post(request: &Request, url: &str, credentials: Credentials) {
    assert_eq!(request.method, Method::Post);
    assert_eq!(request.url, url);
    assert_eq!(request.credentials, credentials);
    assert_eq!(request.timeout_s, 10);
}

fn check_json(request: &Request, url: &str, credentials: Credentials, expected: &Value) {
    check_post(request, url, credentials);
    let body = request.body.as_ref().expect("a body");
    assert!(matches!(body, Body::Json(_)));
    assert_eq!(body.content_type(), "application/json");
    assert_eq!(
        &serde_json::from_str::<Value>(body.expose()).expect("JSON"),
        expected
    );
}

fn check_form(request: &Request, expected: &str) {
    check_post(
        request,
        "https://login.example.com/oauth/token",
        Credentials::Omit,
    );
    let body = request.body.as_ref().expect("a body");
    assert_eq!(body.content_type(), "application/x-www-form-urlencoded");
    assert_eq!(body.expose(), expected);
    // A form with no header of its own costs no preflight.
    assert_eq!(request.headers, [("accept", "application/json".to_owned())]);
}

#[test]
fn what_is_fetched_before_is_a_plain_get() {
    let discovery = "https://login.example.com/.well-known/openid-configuration";
    check_get(&discovery::ask(&issuer()), discovery, &[]);
    check_get(
        &jwks::ask(&metadata()),
        "https://login.example.com/.well-known/jwks.json",
        &[],
    );
    check_get(
        &settings::ask(&issuer(), CLIENT),
        "https://login.example.com/client/CID.js",
        &[],
    );
    check_get(
        &settings::ask(&issuer(), "a b/../c"),
        "https://login.example.com/client/a%20b%2F..%2Fc.js",
        &[],
    );
}

#[test]
fn userinfo_carries_the_token_in_the_header() {
    let request = userinfo::ask(&metadata(), &AccessToken::new("AT")).expect("there is an endpoint");
    check_get(
        &request,
        "https://login.example.com/userinfo",
        &[("authorization", "Bearer AT")],
    );
    let without = Metadata {
        userinfo_endpoint: None,
        ..metadata()
    };
    assert_eq!(userinfo::ask(&without, &AccessToken::new("AT")), None);
}

#[test]
fn a_password_goes_to_co_authenticate_untrimmed_and_with_cookies() {
    let request = co_authenticate::ask_password(
        &issuer(),
        CLIENT,
        "Username-Password-Authentication",
        " a@b.c ",
        &Password::new(" p w "),
    );
    let expected = json!({
        "client_id": "CID", "username": "a@b.c", "password": " p w ", "realm": "Username-Password-Authentication",
        "credential_type": "http://auth0.com/oauth/grant-type/password-realm",
    });
    check_json(
        &request,
        "https://login.example.com/co/authenticate",
        Credentials::Include,
        &expected,
    );
}

#[test]
fn a_code_goes_to_co_authenticate_with_its_connection_as_realm() {
    let request = co_authenticate::ask_otp(&issuer(), CLIENT, "sms", "+491701234567", &Otp::new("123456"));
    let expected = json!({
        "client_id": "CID", "username": "+491701234567", "otp": "123456", "realm": "sms",
        "credential_type": "http://auth0.com/oauth/grant-type/passwordless/otp",
    });
    check_json(
        &request,
        "https://login.example.com/co/authenticate",
        Credentials::Include,
        &expected,
    );
}

#[test]
fn a_sign_up_has_the_members_it_needs_and_no_others() {
    let url = "https://login.example.com/dbconnections/signup";
    let password = Password::new(" p w ");
    let plain = SignUp {
        client_id: CLIENT,
        connection: "db",
        email: " a@b.c ",
        username: None,
        password: &password,
        root: &[],
        user_metadata: &[],
    };
    let expected = json!({ "client_id": "CID", "connection": "db", "email": "a@b.c", "password": " p w " });
    check_json(
        &sign_up::ask(&issuer(), &plain),
        url,
        Credentials::Omit,
        &expected,
    );
    let metadata = [("plan".to_owned(), "silver".to_owned())];
    let full = SignUp {
        username: Some(" ada "),
        root: &[],
        user_metadata: &metadata,
        ..plain
    };
    let expected = json!({
        "client_id": "CID", "connection": "db", "email": "a@b.c", "password": " p w ", "username": "ada",
        "user_metadata": { "plan": "silver" },
    });
    check_json(&sign_up::ask(&issuer(), &full), url, Credentials::Omit, &expected);
}

#[test]
fn a_new_password_is_asked_for_by_address_and_connection() {
    let request = change_password::ask(&issuer(), CLIENT, "db", " a@b.c ");
    let expected = json!({ "client_id": "CID", "connection": "db", "email": "a@b.c" });
    let url = "https://login.example.com/dbconnections/change_password";
    check_json(&request, url, Credentials::Omit, &expected);
}

#[test]
fn codes_by_mail_and_text_message_are_started_without_parameters() {
    let url = "https://login.example.com/passwordless/start";
    let request = passwordless::ask(
        &issuer(),
        CLIENT,
        "email",
        PasswordlessTo::EmailCode(" a@b.c "),
        None,
        None,
    );
    let expected = json!({ "client_id": "CID", "connection": "email", "send": "code", "email": "a@b.c" });
    check_json(&request, url, Credentials::Omit, &expected);
    let request = passwordless::ask(
        &issuer(),
        CLIENT,
        "text-me",
        PasswordlessTo::SmsCode("+4917012"),
        None,
        Some("fr-CA"),
    );
    let expected =
        json!({ "client_id": "CID", "connection": "text-me", "send": "code", "phone_number": "+4917012" });
    check_json(&request, url, Credentials::Omit, &expected);
    assert!(
        request
            .headers
            .contains(&("x-request-language", "fr-CA".to_owned()))
    );
}

#[test]
fn a_link_by_mail_carries_the_request_it_completes() {
    let authorize = AuthorizeRequest {
        client_id: CLIENT,
        redirect_uri: CALLBACK,
        scope: "openid",
        ..AuthorizeRequest::default()
    };
    let to = PasswordlessTo::EmailLink("a@b.c");
    let request = passwordless::ask(
        &issuer(),
        CLIENT,
        "email",
        to,
        Some((&authorize, &transaction())),
        None,
    );
    let expected = json!({
        "client_id": "CID", "connection": "email", "send": "link", "email": "a@b.c",
        "authParams": {
            "response_type": "code", "redirect_uri": CALLBACK, "scope": "openid", "state": STATE, "nonce": NONCE,
            "code_challenge": CHALLENGE, "code_challenge_method": "S256",
        },
    });
    check_json(
        &request,
        "https://login.example.com/passwordless/start",
        Credentials::Omit,
        &expected,
    );
}

#[test]
fn a_code_is_redeemed_by_a_form_with_the_verifier() {
    let response = authorize::from_query(&format!("code=a%2Fb+c&state={STATE}"))
        .expect("sound")
        .expect("a response");
    let grant = response.check(&transaction(), &metadata()).expect("a code");
    let expected = format!(
        "grant_type=authorization_code&client_id=CID&code=a%2Fb+c\
         &redirect_uri=https%3A%2F%2Fapp.example.com%2Fcallback&code_verifier={VERIFIER}"
    );
    check_form(
        &token::ask_code(&metadata(), CLIENT, &grant.code, &transaction()),
        &expected,
    );
}

#[test]
fn a_refresh_token_is_traded_by_a_form_with_a_narrower_scope_if_wanted() {
    let refresh = RefreshToken::new("R+T");
    check_form(
        &token::ask_refresh(&metadata(), CLIENT, &refresh, (None, None)),
        "grant_type=refresh_token&client_id=CID&refresh_token=R%2BT",
    );
    check_form(
        &token::ask_refresh(&metadata(), CLIENT, &refresh, (None, Some("openid email"))),
        "grant_type=refresh_token&client_id=CID&refresh_token=R%2BT&scope=openid+email",
    );
}

#[test]
fn logging_out_names_the_client_and_the_way_back() {
    assert_eq!(
        logout::url(&issuer(), CLIENT, None, false),
        "https://login.example.com/v2/logout?client_id=CID"
    );
    assert_eq!(
        logout::url(&issuer(), CLIENT, Some("https://app.example.com/?a=b&c"), true),
        "https://login.example.com/v2/logout?client_id=CID&returnTo=https%3A%2F%2Fapp.example.com%2F%3Fa%3Db%26c&federated"
    );
}
