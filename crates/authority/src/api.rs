//! The example APIs: `/api/me` tells a client with the right access token whose it is, `/api/reports` wants a token
//! for another audience.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::config::Api;
use crate::http::{Refusal, Visit};
use crate::state::AppState;
use crate::tokens;

/// Routes; each answers GET and POST alike, so that both can be tried.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/api/me", get(me).post(me))
        .route("/api/reports", get(reports).post(reports))
}

async fn me(State(state): State<AppState>, visit: Visit, headers: HeaderMap) -> Result<Json<Value>, Refusal> {
    let api = &state.config.api;
    answer(&state, &visit, &headers, api, "The API accepts your token.")
}

async fn reports(
    State(state): State<AppState>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Json<Value>, Refusal> {
    let api = &state.config.reports;
    answer(&state, &visit, &headers, api, "The reports accept your token.")
}

fn answer(
    state: &AppState,
    visit: &Visit,
    headers: &HeaderMap,
    api: &Api,
    message: &str,
) -> Result<Json<Value>, Refusal> {
    let access = tokens::require_access(state, visit, headers, &api.audience, &api.scope)?;
    Ok(Json(json!({
        "sub": access.grant.user_id,
        "client_id": access.grant.client_id,
        "scope": access.scope,
        "message": message,
    })))
}
