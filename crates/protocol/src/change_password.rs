//! Asking for a new password: `POST /dbconnections/change_password` (Auth0 Authentication API).

use crate::error::Failure;
use crate::http::{Body, Request, Response};
use crate::issuer::Issuer;
use crate::{answer, json};

/// `POST {issuer}/dbconnections/change_password`
#[must_use]
pub fn ask(issuer: &Issuer, client_id: &str, connection: &str, email: &str) -> Request {
    let members = [
        ("client_id", client_id),
        ("connection", connection),
        ("email", email.trim()),
    ];
    Request::post(
        issuer.join("/dbconnections/change_password"),
        Body::Json(json::write_texts(&members)),
    )
}

/// Done, by the status alone: the body is a sentence, the same whether or not the address has an account.
pub fn read(response: &Response) -> Result<(), Failure> {
    answer::accepted(response)
}
