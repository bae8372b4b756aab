//! Signing up to a database connection: `POST /dbconnections/signup` (Auth0 Authentication API).

use serde_json::Value;

use crate::error::Failure;
use crate::http::{Body, Request, Response};
use crate::issuer::Issuer;
use crate::secret::Password;
use crate::{answer, json};

const MAX_BYTES: usize = 64 * 1024;

/// A new account.
#[derive(Debug, Clone)]
pub struct SignUp<'a> {
    /// The client.
    pub client_id: &'a str,
    /// The database connection's name.
    pub connection: &'a str,
    /// The mail address; trimmed.
    pub email: &'a str,
    /// The user name, where the connection takes one; trimmed.
    pub username: Option<&'a str>,
    /// The password, as typed.
    pub password: &'a Password,
    /// Further members of the account: at most 10, names up to 100 and values up to 500 characters.
    pub user_metadata: &'a [(String, String)],
}

/// An account made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedUp {
    /// The mail address as the server keeps it.
    pub email: Option<String>,
}

/// `POST {issuer}/dbconnections/signup`
#[must_use]
pub fn ask(issuer: &Issuer, sign_up: &SignUp<'_>) -> Request {
    let texts = [
        ("client_id", Some(sign_up.client_id)),
        ("connection", Some(sign_up.connection)),
        ("email", Some(sign_up.email.trim())),
        ("username", sign_up.username.map(str::trim)),
        ("password", Some(sign_up.password.expose())),
    ];
    let mut members = json::text_members(texts.into_iter().filter_map(|(name, text)| Some((name, text?))));
    if !sign_up.user_metadata.is_empty() {
        let metadata = sign_up
            .user_metadata
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()));
        members.insert(
            "user_metadata".to_owned(),
            Value::Object(json::text_members(metadata)),
        );
    }
    Request::post(
        issuer.join("/dbconnections/signup"),
        Body::Json(Value::Object(members).to_string()),
    )
}

/// The account; only its address is looked at.
pub fn read(response: &Response) -> Result<SignedUp, Failure> {
    let members = answer::object(response, MAX_BYTES)?;
    Ok(SignedUp {
        email: json::optional_string(&members, "email")?.map(str::to_owned),
    })
}
