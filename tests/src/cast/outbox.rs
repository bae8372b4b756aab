//! What the authority has sent by mail and text message.

use serde_json::Value;

/// A mail or a text message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// `email` or `sms`.
    pub kind: String,
    /// The address or number.
    pub to: String,
    /// The text as the person reads it.
    pub text: String,
    /// The code in it.
    pub code: Option<String>,
    /// The links in it.
    pub links: Vec<String>,
}

/// All messages, newest first. `origin` is the authority's.
pub async fn read(origin: &str) -> Vec<Message> {
    let url = format!("{origin}/dev/outbox.json");
    let answer = reqwest::get(url)
        .await
        .expect("the authority answers for its outbox");
    let text = answer.text().await.expect("the outbox is text");
    let messages: Value =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("outbox: {error}: {text}"));
    // Either a list or an object with one list in it.
    let list = messages
        .as_array()
        .or_else(|| messages.as_object()?.values().find_map(Value::as_array));
    list.unwrap_or_else(|| panic!("outbox: no list in {text}"))
        .iter()
        .map(message)
        .collect()
}

fn message(value: &Value) -> Message {
    let word = |name: &str| value[name].as_str().map(str::to_owned);
    let links = value["links"].as_array().into_iter().flatten();
    Message {
        kind: word("kind").unwrap_or_default(),
        to: word("to").unwrap_or_default(),
        text: word("text").unwrap_or_default(),
        code: word("code"),
        links: links
            .filter_map(|link| link.as_str().map(str::to_owned))
            .collect(),
    }
}
