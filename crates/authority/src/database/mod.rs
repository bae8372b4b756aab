//! Database connections: signing up, logging in, and choosing a new password.

pub mod log_in;
pub mod sign_up;

mod change_password;
mod history;
mod reset;
mod unlock;

use axum::Router;
use axum::routing::{get, post};

pub use change_password::send_reset_mail;

use crate::state::AppState;

/// Endpoints that pages of the clients' origins call by CORS.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/dbconnections/signup", post(sign_up::handle))
        .route("/dbconnections/change_password", post(change_password::handle))
}

/// Pages that people visit.
pub fn pages() -> Router<AppState> {
    Router::new()
        .route("/u/reset-password", get(reset::show).post(reset::submit))
        .route("/u/unlock", get(unlock::show).post(unlock::submit))
}
