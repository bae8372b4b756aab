//! Well-known addresses for password managers.

use axum::Router;
use axum::response::Redirect;
use axum::routing::get;

use crate::state::AppState;

/// `/.well-known/change-password` (W3C, "A Well-Known URL for Changing Passwords"). Its sibling that must never answer
/// 200 needs no route: what is not there answers 404.
pub fn routes() -> Router<AppState> {
    Router::new().route(
        "/.well-known/change-password",
        get(async || Redirect::to("/u/forgot-password")),
    )
}
