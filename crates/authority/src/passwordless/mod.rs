//! passwordless.

pub mod code;

use axum::Router;

use crate::state::AppState;

/// Endpoints that pages of the clients' origins call by CORS.
pub fn routes() -> Router<AppState> {
    Router::new()
}

/// Pages that people visit.
pub fn pages() -> Router<AppState> {
    Router::new()
}
