//! `/oauth/token`, where codes and refresh tokens become tokens, and `/oauth/revoke`, where they end.

mod authorization_code;
mod refresh_token;

mod client;
mod error;
mod key;
mod respond;

mod revoke;

use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::post;

use crate::config::Client;
use crate::dpop::Proof;
use crate::http::{self, BodyParams, Params, Refusal, Visit};
use crate::state::AppState;
use error::TokenError;

pub(crate) use client::public_client;

/// Routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/oauth/token", post(token))
        .route("/oauth/revoke", post(revoke::handle))
}

/// A token request of a known client.
struct TokenRequest<'a> {
    state: &'a AppState,
    client: &'a Client,
    issuer: &'a str,
    params: &'a Params,
    proof: Option<Proof>,
}

/// The grant types, each with its exchange.
type Exchange = fn(&TokenRequest<'_>) -> Result<Response, TokenError>;
const GRANT_TYPES: &[(&str, Exchange)] = &[
    ("authorization_code", authorization_code::exchange),
    ("refresh_token", refresh_token::exchange),
];

async fn token(
    State(state): State<AppState>,
    visit: Visit,
    headers: HeaderMap,
    BodyParams(params): BodyParams,
) -> Result<Response, Refusal> {
    let client = public_client(&state, &headers, &params)?;
    http::require_origin(client, &visit)?;
    let proof = key::proof(&state, &visit, &headers, client)?;
    let request = TokenRequest {
        state: &state,
        client,
        issuer: &visit.issuer,
        params: &params,
        proof,
    };
    let asked = params
        .get("grant_type")
        .ok_or(TokenError::Missing("grant_type"))?;
    let exchange = GRANT_TYPES
        .iter()
        .find(|(name, _)| *name == asked)
        .ok_or(TokenError::GrantType)?
        .1;
    Ok(exchange(&request)?)
}
