//! Answers to the client: one file for each way they travel.

mod form_post;
mod redirect;
mod web_message;

use axum::response::Response;

use super::denied::Denied;
use super::destination::{Destination, ResponseMode};
use crate::state::AppState;

/// Names and values of an answer.
pub(super) type Answer = Vec<(&'static str, String)>;

/// Sends what was granted.
pub(super) fn granted(state: &AppState, destination: &Destination<'_>, answer: Answer) -> Response {
    send(state, destination, answer)
}

/// Sends a denial.
pub(super) fn denied(state: &AppState, destination: &Destination<'_>, denied: &Denied) -> Response {
    let answer = vec![
        ("error", denied.code().to_owned()),
        ("error_description", denied.to_string()),
    ];
    send(state, destination, answer)
}

/// `state` goes back as it came, and every answer names its issuer (RFC 9207 section 2).
fn send(state: &AppState, destination: &Destination<'_>, mut answer: Answer) -> Response {
    if let Some(state) = destination.state {
        answer.push(("state", state.to_owned()));
    }
    answer.push(("iss", destination.issuer.to_owned()));
    match destination.mode {
        ResponseMode::Query => redirect::query(destination.redirect_uri, &answer),
        ResponseMode::Fragment => redirect::fragment(destination.redirect_uri, &answer),
        ResponseMode::FormPost => form_post::page(
            &state.chance.name(),
            destination.redirect_uri,
            &destination.origin(),
            &answer,
        ),
        ResponseMode::WebMessage => web_message::page(&state.chance.name(), &destination.origin(), &answer),
    }
}
