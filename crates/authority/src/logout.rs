//! Logging out: `/v2/logout` in Auth0's form and `/oidc/logout` in the standard's, both with exact allow-lists.

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

use crate::http::{Params, QueryParams, Refusal, Visit};
use crate::pages;
use crate::state::AppState;

/// Routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/v2/logout", get(auth0))
        .route("/oidc/logout", get(standard))
}

async fn auth0(
    State(state): State<AppState>,
    visit: Visit,
    QueryParams(params): QueryParams,
) -> Result<Response, Refusal> {
    log_out(
        &state,
        &visit,
        params.get("client_id"),
        params.get("returnTo"),
        None,
    )
}

/// `OpenID` Connect RP-Initiated Logout section 2.
async fn standard(
    State(state): State<AppState>,
    visit: Visit,
    QueryParams(params): QueryParams,
) -> Result<Response, Refusal> {
    let client_id = match params.get("client_id") {
        Some(client_id) => Some(client_id.to_owned()),
        None => client_of_hint(&state, &params),
    };
    let target = params.get("post_logout_redirect_uri");
    log_out(&state, &visit, client_id.as_deref(), target, params.get("state"))
}

/// The target is judged first, so that a refused request changes nothing.
fn log_out(
    state: &AppState,
    visit: &Visit,
    client_id: Option<&str>,
    target: Option<&str>,
    client_state: Option<&str>,
) -> Result<Response, Refusal> {
    if target.is_some_and(|target| !is_listed(state, client_id, target)) {
        return Ok(pages::error(
            StatusCode::BAD_REQUEST,
            "The app wants you back at an address that is not registered for logging out.",
        ));
    }
    if let Some(secret) = visit.session_secret() {
        state.store.end_session(secret)?;
    }
    let mut response = match target {
        Some(target) => (
            StatusCode::SEE_OTHER,
            [(header::LOCATION, with_state(target, client_state))],
        )
            .into_response(),
        None => pages::logged_out(),
    };
    visit.forget_session(&mut response);
    Ok(response)
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

/// The audience of the ID token in `id_token_hint`, however old it is.
fn client_of_hint(state: &AppState, params: &Params) -> Option<String> {
    let claims = state.keys.verify("JWT", params.get("id_token_hint")?)?;
    claims.get("aud")?.as_str().map(str::to_owned)
}

fn with_state(target: &str, client_state: Option<&str>) -> String {
    let Some(client_state) = client_state else {
        return target.to_owned();
    };
    let joint = if target.contains('?') { '&' } else { '?' };
    let pair = form_urlencoded::Serializer::new(String::new())
        .append_pair("state", client_state)
        .finish();
    format!("{target}{joint}{pair}")
}
