//! `/userinfo` (OpenID Connect Core section 5.3).

use axum::extract::State;
use axum::http::HeaderMap;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Map, Value, json};

use crate::http::{Refusal, Visit};
use crate::state::AppState;
use crate::tokens::{self, AccessError, Refused, Scheme};

/// Routes.
pub fn routes() -> Router<AppState> {
    Router::new().route("/userinfo", get(userinfo).post(userinfo))
}

async fn userinfo(
    State(state): State<AppState>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Json<Map<String, Value>>, Refusal> {
    let audience = tokens::userinfo_audience(&visit.issuer);
    let access = tokens::require_access(&state, &visit, &headers, &audience, "openid")?;
    let user = state
        .store
        .user(&access.grant.user_id)?
        .ok_or(AccessError::Refused(Scheme::Bearer, Refused::Revoked))?;
    let mut claims = tokens::claims_of(&user, &access.scope);
    claims.insert("sub".to_owned(), json!(user.id));
    Ok(Json(claims))
}
