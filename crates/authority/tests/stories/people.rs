//! Steps of people on the server's own pages, and what they find in the outbox.

use serde_json::{Value, json};

use super::harness::{Answer, Browser, ISSUER};
use super::steps::{REALM, code_with};

/// Goes to the login page by a request for a code with some changes; gives back the name of the waiting request.
pub async fn wait_at_login(browser: &Browser, changes: &[(&str, &str)]) -> String {
    let answer = browser.authorize(&code_with(changes)).await.assert(303);
    answer.query()["state"].clone()
}

/// Submits the login form.
pub async fn log_in(browser: &Browser, state: &str, username: &str, password: &str) -> Answer {
    let fields = [("state", state), ("username", username), ("password", password)];
    browser.submit("/u/login", &fields).await
}

/// Follows redirects within the server, and gives back the answer that is none or leads elsewhere.
pub async fn follow(browser: &Browser, mut answer: Answer) -> Answer {
    while let Some(path) = answer.header("location").and_then(own_path) {
        answer = browser.get(&path).await;
    }
    answer
}

/// The messages, newest first.
pub async fn outbox(browser: &Browser) -> Vec<Value> {
    let answer = browser.get("/dev/outbox.json").await.assert(200);
    answer.json().as_array().unwrap().clone()
}

/// The path of the newest message's only link.
pub async fn newest_link(browser: &Browser) -> String {
    let link = outbox(browser).await[0]["links"][0].as_str().unwrap().to_owned();
    own_path(&link).unwrap()
}

/// What a link carries.
pub fn ticket_of(path: &str) -> &str {
    path.split_once("?ticket=").unwrap().1
}

/// The body of a sign-up with some members changed.
pub fn sign_up_body(changes: &Value) -> Value {
    let mut body = json!({
        "client_id": "quickstart",
        "connection": REALM,
        "email": "grace@example.com",
        "password": "Nanosecond wire 11",
    });
    for (name, value) in changes.as_object().unwrap() {
        body[name] = value.clone();
    }
    body
}

fn own_path(url: &str) -> Option<String> {
    match url.strip_prefix(ISSUER) {
        Some(path) => Some(format!("/{path}")),
        None => url.starts_with('/').then(|| url.to_owned()),
    }
}
