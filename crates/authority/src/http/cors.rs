//! CORS by exact allow-lists: which pages may read an answer, and with whose cookies.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::{Refusal, Visit};
use crate::config::Client;
use crate::state::AppState;

/// What a page may send beside the headers that need no permission.
const ALLOWED_HEADERS: &str = "authorization, auth0-client, content-type, dpop, x-request-language";

/// What a page may read beside the headers that need no permission.
const EXPOSED_HEADERS: &str = "dpop-nonce, retry-after, www-authenticate, x-ratelimit-limit, \
                               x-ratelimit-remaining, x-ratelimit-reset";

/// Shares answers, and takes cookies, from origins that some client lists. A preflight names no client; the handler,
/// which knows it, asks again with [`require_origin`].
pub async fn share_with_listed(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let origin = request.headers().get(header::ORIGIN).cloned();
    let listed = origin.filter(|origin| {
        origin
            .to_str()
            .is_ok_and(|origin| state.config.knows_origin(origin))
    });
    let mut response = if is_preflight(&request) {
        StatusCode::NO_CONTENT.into_response()
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    headers.append(header::VARY, HeaderValue::from_static("Origin"));
    if let Some(origin) = listed {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.insert(
            header::ACCESS_CONTROL_ALLOW_CREDENTIALS,
            HeaderValue::from_static("true"),
        );
        permit(headers);
    }
    response
}

/// Shares public data with any page, without cookies.
pub async fn share_with_anyone(request: Request, next: Next) -> Response {
    let mut response = if is_preflight(&request) {
        StatusCode::NO_CONTENT.into_response()
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    permit(headers);
    response
}

/// Refuses a page whose origin is not on the client's own list, unless it is a page of this server. What comes without
/// `Origin` is no page.
pub fn require_origin(client: &Client, visit: &Visit) -> Result<(), Refusal> {
    match visit.origin.as_deref() {
        Some(origin) if visit.is_from_elsewhere() && !client.allows_origin(origin) => Err(Refusal::text(
            StatusCode::FORBIDDEN,
            format!("Origin {origin} is not allowed."),
        )),
        _ => Ok(()),
    }
}

fn is_preflight(request: &Request) -> bool {
    request.method() == Method::OPTIONS
        && request
            .headers()
            .contains_key(header::ACCESS_CONTROL_REQUEST_METHOD)
}

fn permit(headers: &mut HeaderMap) {
    let permissions: [(HeaderName, &'static str); 4] = [
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, POST"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED_HEADERS),
        (header::ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_HEADERS),
        (header::ACCESS_CONTROL_MAX_AGE, "600"),
    ];
    for (name, value) in permissions {
        headers.insert(name, HeaderValue::from_static(value));
    }
}
