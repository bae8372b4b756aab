//! `/v2/logout`: Auth0's own way, which ends the session at once.

use axum::extract::State;
use axum::response::Response;

use super::{log_out, not_listed};
use crate::http::{QueryParams, Refusal, Visit};
use crate::state::AppState;

/// `GET /v2/logout`. The target is judged first, so that a refused request changes nothing.
pub(super) async fn handle(
    State(state): State<AppState>,
    visit: Visit,
    QueryParams(params): QueryParams,
) -> Result<Response, Refusal> {
    let target = params.get("returnTo");
    if target.is_some_and(|target| !is_listed(&state, params.get("client_id"), target)) {
        return Ok(not_listed());
    }
    log_out(&state, &visit, target.map(str::to_owned))
}

/// Exactly one of the client's own list or, when no client is named, of any client's.
fn is_listed(state: &AppState, client_id: Option<&str>, target: &str) -> bool {
    state
        .config
        .clients
        .iter()
        .filter(|client| client_id.is_none_or(|id| id == client.client_id))
        .any(|client| client.logout_urls.iter().any(|listed| listed == target))
}
