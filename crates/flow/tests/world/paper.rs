//! What goes over the wire: answers, messages and tokens as a server writes them, and the bodies of what was sent.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use vestibule_flow::{Effect, MessageFault, NetworkFault};
use vestibule_protocol::{Body, Response, Transaction};

use super::ISSUER;

pub type Http = Result<Response, NetworkFault>;
pub type Message = Result<Vec<(String, String)>, MessageFault>;

#[expect(
    clippy::unnecessary_wraps,
    reason = "it stands where a world may also answer with a fault"
)]
pub fn json(status: u16, body: &str) -> Http {
    Ok(Response {
        status,
        headers: vec![("content-type".into(), "application/json".into())],
        body: body.as_bytes().to_vec(),
    })
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "it stands where a world may also answer with a fault"
)]
pub fn text(status: u16, body: &str) -> Http {
    Ok(Response {
        status,
        headers: vec![("content-type".into(), "text/html".into())],
        body: body.as_bytes().to_vec(),
    })
}

pub fn code_for(transaction: &Transaction) -> Vec<(String, String)> {
    message(&[
        ("code", "CODE"),
        ("state", transaction.state().expose()),
        ("iss", ISSUER),
    ])
}

pub fn error_for(transaction: &Transaction, code: &str) -> Vec<(String, String)> {
    message(&[
        ("error", code),
        ("state", transaction.state().expose()),
        ("iss", ISSUER),
    ])
}

pub fn message(parameters: &[(&str, &str)]) -> Vec<(String, String)> {
    parameters
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

/// A token whose signature has the right length; whether it is valid is for the world to say.
pub fn jwt(claims: &serde_json::Value) -> String {
    let header = URL_SAFE_NO_PAD.encode(r#"{"alg":"RS256","kid":"one"}"#);
    let payload = URL_SAFE_NO_PAD.encode(claims.to_string());
    format!("{header}.{payload}.{}", URL_SAFE_NO_PAD.encode([1_u8; 256]))
}

pub fn body_of(effects: &[Effect], path: &str) -> Vec<String> {
    let of_path = |effect: &Effect| match effect {
        Effect::Http { request, .. } if request.url.ends_with(path) => match &request.body {
            Some(Body::Json(text) | Body::Form(text)) => Some(text.clone()),
            None => None,
        },
        _ => None,
    };
    effects.iter().filter_map(of_path).collect()
}
