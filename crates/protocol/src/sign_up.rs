//! Signing up to a database connection: `POST /dbconnections/signup` (Auth0 Authentication API).

use crate::error::Failure;
use crate::http::{Body, Request, Response};
use crate::issuer::Issuer;
use crate::json::Member;
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
    /// Further members of the request itself, beside `email`: `given_name`, `nickname`. None of them takes the place of one above.
    pub root: &'a [(String, String)],
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
    let mut members = Member::texts([
        ("client_id", Some(sign_up.client_id)),
        ("connection", Some(sign_up.connection)),
        ("email", Some(sign_up.email.trim())),
        ("username", sign_up.username.map(str::trim)),
        ("password", Some(sign_up.password.expose())),
    ]);
    let mut metadata: Vec<(&str, Member<'_>)> = Vec::new();
    for (name, text) in sign_up.user_metadata {
        metadata.retain(|(known, _)| known != name);
        metadata.push((name, Member::Text(text)));
    }
    if !metadata.is_empty() {
        members.push(("user_metadata", Member::Object(&metadata)));
    }
    for (name, text) in sign_up.root {
        if members.iter().all(|(taken, _)| taken != name) && name != "user_metadata" {
            members.push((name, Member::Text(text)));
        }
    }
    let body = Body::Json(json::write(&members));
    Request::post(issuer.join("/dbconnections/signup"), body)
}

/// The account; only its address is looked at.
pub fn read(response: &Response) -> Result<SignedUp, Failure> {
    let members = answer::object(response, MAX_BYTES)?;
    Ok(SignedUp {
        email: json::optional_string(&members, "email")?.map(str::to_owned),
    })
}
