//! `/user/ssodata` and `/user/geoloc/country`: who was here last, and where the browser seems to be.

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use crate::config::ConnectionKind;
use crate::http::{QueryParams, Refusal, Visit};
use crate::state::AppState;

/// The session of this browser, for pages of this server alone. With `ldaps` it also names the directory of a network
/// whose people need not say who they are, when the configuration plays one.
pub(super) async fn ssodata(
    State(state): State<AppState>,
    visit: Visit,
    QueryParams(query): QueryParams,
) -> Result<Json<Value>, Refusal> {
    let session = match visit.session_secret() {
        Some(secret) => state.store.session(secret, state.now())?,
        None => None,
    };
    let mut answer = json!({ "sso": session.is_some() });
    if let Some(session) = session
        && let Some(user) = state.store.user(&session.user_id)?
    {
        answer["last_used_username"] = json!(user.email.or(user.username).or(user.phone));
        if let Some(connection) = state.config.connection(&session.connection) {
            answer["last_used_connection"] =
                json!({ "name": connection.name, "strategy": connection.strategy });
        }
    }
    let network = state.config.corporate_network.as_ref();
    let directory = network
        .filter(|_| query.get("ldaps").is_some())
        .and_then(|name| state.config.connection(name))
        .filter(|connection| matches!(connection.kind, ConnectionKind::Directory { .. }));
    if let Some(directory) = directory {
        answer["connection"] = json!(directory.name);
        answer["strategy"] = json!(directory.strategy);
    }
    Ok(Json(answer))
}

/// The country of the configuration, whoever asks from wherever.
pub(super) async fn country(State(state): State<AppState>) -> Json<Value> {
    Json(json!({ "country_code": state.config.country }))
}
