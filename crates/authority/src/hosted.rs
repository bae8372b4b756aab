//! hosted.

use axum::Router;

use crate::state::AppState;

/// Routes.
pub fn routes() -> Router<AppState> {
    Router::new()
}
