//! `/u/login/context`: what the script of a hosted login page has to know, as Auth0 writes it into such pages.

use axum::Json;
use axum::extract::State;
use serde_json::{Map, Value, json};
use url::Url;

use super::csrf::{self, Stranger};
use crate::authorize::{self, Waiting};
use crate::http::{QueryParams, Refusal, Visit};
use crate::state::AppState;

/// Parameters of the request that go back with every login.
const CARRIED: [&str; 12] = [
    "response_type",
    "response_mode",
    "scope",
    "audience",
    "nonce",
    "connection",
    "login_hint",
    "screen_hint",
    "prompt",
    "ui_locales",
    "organization",
    "acr_values",
];

/// Only for the browser that the request waits for, and not readable by pages of other origins.
pub(super) async fn handle(
    State(state): State<AppState>,
    visit: Visit,
    QueryParams(query): QueryParams,
) -> Result<Json<Value>, Refusal> {
    let named = query.get("state").ok_or(Stranger::NoSession)?;
    let waiting = authorize::waiting(&state, &visit, named)?.ok_or(Stranger::NoSession)?;
    Ok(Json(of(&state, &visit, &waiting).ok_or(Stranger::NoSession)?))
}

/// What the page of this request has to know; nothing for a browser that it does not wait for.
pub(crate) fn of(state: &AppState, visit: &Visit, waiting: &Waiting) -> Option<Value> {
    let token = csrf::token(visit, &waiting.id)?;
    let mut parameters = Map::new();
    for name in CARRIED {
        if let Some(value) = waiting.parameters.get(name) {
            parameters.insert(name.to_owned(), json!(value));
        }
    }
    let own = [
        ("protocol", "oauth2"),
        ("state", &waiting.id),
        ("_intstate", &waiting.id),
        ("_csrf", token.expose()),
    ];
    parameters.extend(own.map(|(name, value)| (name.to_owned(), json!(value))));
    let base = Url::parse(&visit.base).ok();
    let domain = base.as_ref().map(|base| base.authority().to_owned());
    let client = state.config.client(&waiting.client_id);
    Some(json!({
        "clientID": waiting.client_id,
        "clientName": client.map(|client| &client.name),
        "callbackURL": waiting.parameters.get("redirect_uri"),
        "auth0Domain": domain,
        "auth0Tenant": state.config.tenant,
        "connection": waiting.parameters.get("connection"),
        "prompt": waiting.parameters.get("prompt"),
        "extraParams": parameters,
        "internalOptions": parameters,
    }))
}
