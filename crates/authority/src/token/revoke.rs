//! `/oauth/revoke` (RFC 7009): a client gives back what it no longer needs.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use serde_json::Value;

use super::client::public_client;
use super::error::TokenError;
use crate::config::Client;
use crate::http::{self, BodyParams, Refusal, Visit};
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::Mark;
use crate::tokens;

/// `POST /oauth/revoke`. An unknown token is as good as revoked (section 2.2); `token_type_hint` is not needed, since
/// the two kinds of token look different.
pub(super) async fn handle(
    State(state): State<AppState>,
    visit: Visit,
    headers: HeaderMap,
    BodyParams(params): BodyParams,
) -> Result<StatusCode, Refusal> {
    let client = public_client(&state, &headers, &params)?;
    http::require_origin(client, &visit)?;
    let token = params.get("token").ok_or(TokenError::Missing("token"))?;
    revoke(&state, client, token)?;
    Ok(StatusCode::OK)
}

/// A refresh token takes its grant with it, and so every token of the family; an access token goes alone.
fn revoke(state: &AppState, client: &Client, token: &str) -> Result<(), TokenError> {
    if let Some(grant) = state.store.grant_of_refresh_token(&Secret::from(token))? {
        check_client(client, &grant.client_id)?;
        state.store.revoke_grant(&grant.id, state.now())?;
        return Ok(());
    }
    let Some(claims) = tokens::read_access_token(state, token) else {
        return Ok(());
    };
    let text = |name: &str| claims.get(name).and_then(Value::as_str).unwrap_or_default();
    check_client(client, text("client_id"))?;
    let expires_at = claims.get("exp").and_then(Value::as_i64).unwrap_or_default();
    if state.now() < expires_at {
        state.store.mark(Mark::RevokedToken, text("jti"), expires_at)?;
    }
    Ok(())
}

/// Section 2.1: a token of another client is refused.
fn check_client(client: &Client, owner: &str) -> Result<(), TokenError> {
    if client.client_id == owner {
        Ok(())
    } else {
        Err(TokenError::OthersToken)
    }
}
