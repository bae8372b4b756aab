//! Pushed authorization requests (RFC 9126): a client leaves its request here and goes on with a name for it.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::denied::Denied;
use super::destination::Destination;
use super::endpoint;
use crate::config::{Client, Dpop};
use crate::dpop;
use crate::http::{self, BodyParams, Params, Refusal, Visit};
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{Purpose, StoreError};
use crate::token::public_client;

/// What every name begins with (RFC 9126 section 2.2).
const PREFIX: &str = "urn:ietf:params:oauth:request_uri:";

/// `POST /oauth/par`, which pages of the clients' own origins call.
pub fn shared_routes() -> Router<AppState> {
    Router::new().route("/oauth/par", post(push))
}

/// Checks the request as `/authorize` would, so that a client learns of its faults at once (section 2.3).
async fn push(
    State(state): State<AppState>,
    visit: Visit,
    headers: HeaderMap,
    BodyParams(params): BodyParams,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let client = public_client(&state, &headers, &params)?;
    http::require_origin(client, &visit)?;
    let params = with_key(&state, &visit, &headers, client, params)?;
    if params.get("request_uri").is_some() {
        return Err(bad("invalid_request", "A pushed request has no request_uri."));
    }
    let destination = Destination::load(&state.config, &visit, &params)
        .map_err(|reason| bad("invalid_request", &reason.to_string()))?;
    endpoint::checked(&state, &params, &destination)
        .map_err(|denied: Denied| bad(denied.code(), &denied.to_string()))?;
    let secret = state.chance.secret();
    let seconds = state.config.lifetimes.pushed_request;
    state.store.put_once(
        Purpose::PushedRequest,
        &secret,
        &params.to_form(),
        state.now() + seconds,
    )?;
    let body = json!({ "request_uri": format!("{PREFIX}{}", secret.expose()), "expires_in": seconds });
    Ok((StatusCode::CREATED, Json(body)))
}

/// A proof at this endpoint binds the code as `dpop_jkt` does (RFC 9449 section 10.1).
fn with_key(
    state: &AppState,
    visit: &Visit,
    headers: &HeaderMap,
    client: &Client,
    mut params: Params,
) -> Result<Params, Refusal> {
    if client.dpop == Dpop::Off {
        return Ok(params);
    }
    let Some(proof) = dpop::proof(state, visit, headers, None)? else {
        return Ok(params);
    };
    match params.get("dpop_jkt") {
        Some(jkt) if jkt != proof.jkt => Err(bad(
            "invalid_dpop_proof",
            "dpop_jkt is not the thumbprint of the proof's key.",
        )),
        Some(_) => Ok(params),
        None => {
            params.set("dpop_jkt", proof.jkt);
            Ok(params)
        }
    }
}

/// The request that `request_uri` names, once, to the client that pushed it. Nothing else of `params` counts (RFC 9101
/// section 5). `Ok(None)` leaves everything to `params`, of which the checks refuse an unknown `request_uri`.
pub(super) fn take(state: &AppState, params: &Params) -> Result<Option<Params>, StoreError> {
    let name = params.get("request_uri").and_then(|uri| uri.strip_prefix(PREFIX));
    let (Some(name), Some(client_id)) = (name, params.get("client_id")) else {
        return Ok(None);
    };
    let (secret, now) = (Secret::from(name), state.now());
    let read = |text: String| Params::from_form(text.as_bytes()).ok();
    let pushed = state.store.peek_once(Purpose::PushedRequest, &secret, now)?;
    // Another client's attempt must not use it up.
    if pushed
        .and_then(read)
        .is_none_or(|pushed| pushed.get("client_id") != Some(client_id))
    {
        return Ok(None);
    }
    let taken = state.store.take_once(Purpose::PushedRequest, &secret, now)?;
    Ok(taken.and_then(read))
}

fn bad(code: &str, description: &str) -> Refusal {
    Refusal::oauth(StatusCode::BAD_REQUEST, code, description)
}
