//! pages.

use axum::Router;

use crate::state::AppState;

/// Routes.
pub fn routes() -> Router<AppState> {
    Router::new()
}

/// The page for a person who cannot go on: `message` says why, in one sentence.
pub fn error(status: axum::http::StatusCode, message: &str) -> axum::response::Response {
    axum::response::IntoResponse::into_response((status, message.to_owned()))
}
