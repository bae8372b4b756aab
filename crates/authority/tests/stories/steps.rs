//! Steps that many stories take.

use serde_json::{Value, json};

use super::harness::{Answer, Browser, CALLBACK, CHALLENGE, PASSWORD, VERIFIER};

/// The `credential_type` of a password with a connection's name.
pub const PASSWORD_REALM: &str = "http://auth0.com/oauth/grant-type/password-realm";

/// The seeded database.
pub const REALM: &str = "Username-Password-Authentication";

/// What a good request for a code says, without a ticket.
pub const CODE: [(&str, &str); 8] = [
    ("client_id", "quickstart"),
    ("response_type", "code"),
    ("redirect_uri", CALLBACK),
    ("scope", "openid profile email"),
    ("state", "state-1"),
    ("nonce", "nonce-1"),
    ("code_challenge", CHALLENGE),
    ("code_challenge_method", "S256"),
];

/// `CODE` with some parameters changed, added or, when empty, left out.
pub fn code_with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    with(&CODE, changes)
}

/// `params` with some parameters changed, added or, when empty, left out.
pub fn with<'a>(params: &[(&'a str, &'a str)], changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all: Vec<_> = params
        .iter()
        .filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name))
        .copied()
        .collect();
    all.extend(changes.iter().filter(|(_, value)| !value.is_empty()));
    all
}

/// The seeded person logs in at `/co/authenticate`.
pub async fn co_authenticate(browser: &Browser, client_id: &str, password: &str) -> Answer {
    let body = json!({
        "client_id": client_id,
        "credential_type": PASSWORD_REALM,
        "realm": REALM,
        "username": "ada@example.com",
        "password": password,
    });
    browser.post_json("/co/authenticate", &body).await
}

/// A fresh ticket.
pub async fn ticket(browser: &Browser, client_id: &str) -> String {
    let answer = co_authenticate(browser, client_id, PASSWORD)
        .await
        .assert(200)
        .json();
    answer["login_ticket"].as_str().unwrap().to_owned()
}

/// Logs the seeded person in and authorizes `params` with the ticket.
pub async fn authorize(browser: &Browser, params: &[(&str, &str)]) -> Answer {
    let client_id = params.iter().find(|(name, _)| *name == "client_id").unwrap().1;
    let ticket = ticket(browser, client_id).await;
    browser
        .authorize(&with(params, &[("login_ticket", &ticket), ("realm", REALM)]))
        .await
}

/// Logs the seeded person in and gets a code for `params`.
pub async fn code(browser: &Browser, params: &[(&str, &str)]) -> String {
    authorize(browser, params).await.assert(303).query()["code"].clone()
}

/// The form that exchanges a code.
pub fn exchange(code: &str) -> Vec<(&str, &str)> {
    vec![
        ("grant_type", "authorization_code"),
        ("client_id", "quickstart"),
        ("code", code),
        ("redirect_uri", CALLBACK),
        ("code_verifier", VERIFIER),
    ]
}

/// Logs the seeded person in and gets tokens for `params`.
pub async fn tokens(browser: &Browser, params: &[(&str, &str)]) -> Value {
    let code = code(browser, params).await;
    browser
        .post_form("/oauth/token", &exchange(&code))
        .await
        .assert(200)
        .json()
}

/// The claims of a token whose signature is somebody else's business.
pub fn claims(token: &Value) -> Value {
    part(token.as_str().unwrap(), 1)
}

/// The header of a token.
pub fn header(token: &Value) -> Value {
    part(token.as_str().unwrap(), 0)
}

fn part(token: &str, index: usize) -> Value {
    use base64::Engine as _;
    let part = token.split('.').nth(index).unwrap();
    let bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD
        .decode(part)
        .unwrap();
    serde_json::from_slice(&bytes).unwrap()
}
