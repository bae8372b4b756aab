//! Pushed authorization requests (RFC 9126): the request goes to the server first, and through the browser only its name.

use crate::authorize::{AuthorizeRequest, parameters};
use crate::discovery::Features;
use crate::error::{Broken, Failure};
use crate::http::{Body, Request, Response};
use crate::transaction::Transaction;
use crate::{answer, form, json};

const MAX_BYTES: usize = 16 * 1024;

/// `POST {pushed_authorization_request_endpoint}`, or `None` where the server has none. A form, without a client secret:
/// this client is public (RFC 9126 §2.1).
#[must_use]
pub fn ask(
    features: &Features,
    request: &AuthorizeRequest<'_>,
    transaction: &Transaction,
) -> Option<Request> {
    let endpoint = features.pushed_authorization_request_endpoint.clone()?;
    let mut pairs = vec![("client_id", request.client_id.to_owned())];
    pairs.extend(parameters(request, transaction));
    Some(Request::post(endpoint, Body::Form(form::encode(&pairs))))
}

/// The name of the pushed request, good once and for about a minute (RFC 9126 §2.2).
pub fn read(response: &Response) -> Result<String, Failure> {
    let members = answer::object(response, MAX_BYTES)?;
    let request_uri = json::string(&members, "request_uri")?;
    if !request_uri.starts_with("urn:") && !request_uri.starts_with("https:") {
        return Err(Broken::WrongType("request_uri").into());
    }
    Ok(request_uri.to_owned())
}
