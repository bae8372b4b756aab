//! Token revocation (RFC 7009): a refresh token and all that came of it end at the server.

use crate::discovery::Features;
use crate::error::Failure;
use crate::http::{Body, Request, Response};
use crate::secret::RefreshToken;
use crate::{answer, form};

/// `POST {revocation_endpoint}`, or `None` where the server has none.
#[must_use]
pub fn ask(features: &Features, client_id: &str, refresh_token: &RefreshToken) -> Option<Request> {
    let endpoint = features.revocation_endpoint.clone()?;
    let pairs = [
        ("token", refresh_token.expose()),
        ("token_type_hint", "refresh_token"),
        ("client_id", client_id),
    ];
    Some(Request::post(endpoint, Body::Form(form::encode(&pairs))))
}

/// Whether the server took it. It says yes to tokens that it does not know as well (RFC 7009 §2.2).
pub fn read(response: &Response) -> Result<(), Failure> {
    answer::accepted(response)
}
