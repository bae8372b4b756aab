//! Requests of the app itself: its own files, and its API with the access token.

use vestibule_flow::NetworkFault;
use vestibule_protocol::{AccessToken, Credentials, Method, Request, Response};

use crate::http;

/// How long an app's request may take, in seconds.
const TIMEOUT_S: u32 = 10;

/// Reads a file of the app's own, such as its config.
///
/// # Errors
///
/// The network's fault, when there was no response.
pub async fn get_text(url: &str) -> Result<(u16, String), NetworkFault> {
    text(get(url, Vec::new())).await
}

/// Asks an API with an access token in the `Authorization` header (RFC 6750, section 2.1), without cookies.
///
/// # Errors
///
/// The network's fault, when there was no response.
pub async fn call_api(url: &str, token: &AccessToken) -> Result<(u16, String), NetworkFault> {
    text(get(
        url,
        vec![("authorization", format!("Bearer {}", token.expose()))],
    ))
    .await
}

fn get(url: &str, headers: Vec<(&'static str, String)>) -> Request {
    Request {
        method: Method::Get,
        url: url.to_owned(),
        headers,
        body: None,
        credentials: Credentials::Omit,
        timeout_s: TIMEOUT_S,
    }
}

async fn text(request: Request) -> Result<(u16, String), NetworkFault> {
    let Response { status, body, .. } = http::send(request, None)
        .await
        .map_err(|()| NetworkFault::Unreachable)?;
    Ok((status, String::from_utf8_lossy(&body).into_owned()))
}
