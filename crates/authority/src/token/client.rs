//! The client of a request that no person sees.

use axum::http::{HeaderMap, header};

use super::error::TokenError;
use crate::config::Client;
use crate::http::{Params, Refusal};
use crate::state::AppState;

/// Every client here is public: it names itself and has no secret to show (RFC 6749 section 3.2.1).
pub(crate) fn public_client<'a>(
    state: &'a AppState,
    headers: &HeaderMap,
    params: &Params,
) -> Result<&'a Client, Refusal> {
    let shows_secret = headers.contains_key(header::AUTHORIZATION)
        || ["client_secret", "client_assertion"]
            .iter()
            .any(|name| params.get(name).is_some());
    if shows_secret {
        return Err(TokenError::ClientSecret.into());
    }
    let client_id = params.get("client_id").ok_or(TokenError::Missing("client_id"))?;
    Ok(state.config.client(client_id).ok_or(TokenError::Client)?)
}
