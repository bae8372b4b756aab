//! `/oauth/token`: codes and refresh tokens become tokens.

mod authorization_code;
mod error;
mod refresh_token;
mod respond;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use axum::routing::post;

use crate::config::Client;
use crate::http::{self, BodyParams, Params, Refusal, Visit};
use crate::state::AppState;
use error::TokenError;

/// Routes.
pub fn routes() -> Router<AppState> {
    Router::new().route("/oauth/token", post(token))
}

/// A token request of a known client.
struct TokenRequest<'a> {
    state: &'a AppState,
    client: &'a Client,
    issuer: &'a str,
    params: &'a Params,
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
    let client = check_client(&state, &headers, &params)?;
    http::require_origin(client, &visit)?;
    let request = TokenRequest {
        state: &state,
        client,
        issuer: &visit.issuer,
        params: &params,
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

/// Every client here is public: it names itself and has no secret to show (RFC 6749 section 3.2.1).
fn check_client<'a>(
    state: &'a AppState,
    headers: &HeaderMap,
    params: &Params,
) -> Result<&'a Client, TokenError> {
    let shows_secret = headers.contains_key(header::AUTHORIZATION)
        || ["client_secret", "client_assertion"]
            .iter()
            .any(|name| params.get(name).is_some());
    if shows_secret {
        return Err(TokenError::ClientSecret);
    }
    let client_id = params.get("client_id").ok_or(TokenError::Missing("client_id"))?;
    state.config.client(client_id).ok_or(TokenError::Client)
}
