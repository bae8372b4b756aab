//! Logging in without a password: a code by mail or text message, or a link by mail.

pub mod code;

mod link;
mod start;

use axum::Router;
use axum::routing::{get, post};

use crate::state::AppState;

/// Endpoints that pages of the clients' origins call by CORS.
pub fn routes() -> Router<AppState> {
    Router::new().route("/passwordless/start", post(start::handle))
}

/// Pages that people visit.
pub fn pages() -> Router<AppState> {
    Router::new().route(
        "/passwordless/verify_redirect",
        get(link::show).post(link::submit),
    )
}
