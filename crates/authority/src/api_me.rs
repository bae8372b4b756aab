//! The example API: `GET /api/me` tells a client with the right access token whose it is.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::http::{Refusal, Visit};
use crate::state::AppState;
use crate::tokens;

/// Routes.
pub fn routes() -> Router<AppState> {
    Router::new().route("/api/me", get(me))
}

async fn me(State(state): State<AppState>, visit: Visit, headers: HeaderMap) -> Result<Json<Value>, Refusal> {
    let api = &state.config.api;
    let access = tokens::require_access(&state, &visit, &headers, &api.audience, &api.scope)?;
    Ok(Json(json!({
        "sub": access.grant.user_id,
        "client_id": access.grant.client_id,
        "scope": access.scope,
        "message": "The API accepts your token.",
    })))
}
