//! Answers in the redirect URI's query or fragment.

use axum::http::StatusCode;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};

/// Adds the answer to the query.
pub(super) fn query(redirect_uri: &str, answer: &[(&'static str, String)]) -> Response {
    let joint = if redirect_uri.contains('?') { '&' } else { '?' };
    to(redirect_uri, joint, answer)
}

/// Puts the answer into the fragment.
pub(super) fn fragment(redirect_uri: &str, answer: &[(&'static str, String)]) -> Response {
    to(redirect_uri, '#', answer)
}

/// 303, so that a browser that posted a password does not post it again (RFC 9700 section 2.6).
fn to(redirect_uri: &str, joint: char, answer: &[(&'static str, String)]) -> Response {
    let answer = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(answer)
        .finish();
    (
        StatusCode::SEE_OTHER,
        [(header::LOCATION, format!("{redirect_uri}{joint}{answer}"))],
    )
        .into_response()
}
