//! The client's key in a token request (RFC 9449 section 5).

use axum::http::HeaderMap;

use super::TokenRequest;
use super::error::TokenError;
use crate::config::{Client, Dpop};
use crate::dpop::{self, Proof};
use crate::http::{Refusal, Visit};
use crate::state::AppState;
use crate::store::Grant;

/// The proof of a request, as far as the client's setting looks at it.
pub(super) fn proof(
    state: &AppState,
    visit: &Visit,
    headers: &HeaderMap,
    client: &Client,
) -> Result<Option<Proof>, Refusal> {
    if client.dpop == Dpop::Off {
        return Ok(None);
    }
    let proof = dpop::proof(state, visit, headers, None)?;
    if proof.is_none() && client.dpop == Dpop::Required {
        return Err(TokenError::NoProof.into());
    }
    Ok(proof)
}

/// What is bound to a key is used with a proof of that key, and with no other.
pub(super) fn check(request: &TokenRequest<'_>, bound_to: Option<&str>) -> Result<(), TokenError> {
    match (bound_to, &request.proof) {
        (None, _) => Ok(()),
        (Some(jkt), Some(proof)) if proof.jkt == jkt => Ok(()),
        (Some(_), _) => Err(TokenError::Key),
    }
}

/// Binds the refresh tokens of a public client to the key that has just proved itself.
pub(super) fn bind(request: &TokenRequest<'_>, grant: &Grant) -> Result<(), TokenError> {
    if let Some(proof) = &request.proof {
        request.state.store.bind_grant(&grant.id, &proof.jkt)?;
    }
    Ok(())
}
