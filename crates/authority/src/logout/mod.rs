//! Logging out: `/v2/logout` in Auth0's form and `/oidc/logout` in the standard's, both with exact allow-lists.

mod auth0;
mod rp_initiated;

use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};

use crate::http::{Refusal, Visit};
use crate::pages;
use crate::state::AppState;

/// Routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/v2/logout", get(auth0::handle))
        .route(
            "/oidc/logout",
            get(rp_initiated::by_get).post(rp_initiated::by_post),
        )
        .route("/oidc/logout/confirm", post(rp_initiated::confirm))
}

/// Ends the browser's session, and leads to `target` or says so on a page.
fn log_out(state: &AppState, visit: &Visit, target: Option<String>) -> Result<Response, Refusal> {
    if let Some(secret) = visit.session_secret() {
        state.store.end_session(secret)?;
    }
    let mut response = match target {
        Some(target) => (StatusCode::SEE_OTHER, [(header::LOCATION, target)]).into_response(),
        None => pages::logged_out(),
    };
    visit.forget_session(&mut response);
    Ok(response)
}

fn not_listed() -> Response {
    pages::error(
        StatusCode::BAD_REQUEST,
        "The app wants you back at an address that is not registered for logging out.",
    )
}
