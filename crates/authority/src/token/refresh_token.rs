//! The grant type `refresh_token` with rotation (RFC 6749 section 6, RFC 9700 section 4.14.2).

use axum::response::Response;

use super::TokenRequest;
use super::error::TokenError;
use super::respond::{Fresh, respond};
use crate::secret::Secret;
use crate::store::{Grant, Rotation};

/// Replaces a refresh token and brings new tokens. What the client got wrong itself is said before anything is used
/// up.
pub(super) fn exchange(request: &TokenRequest<'_>) -> Result<Response, TokenError> {
    let (state, params) = (request.state, request.params);
    let old = Secret::from(
        params
            .get("refresh_token")
            .ok_or(TokenError::Missing("refresh_token"))?,
    );
    let scope = match state.store.grant_of_refresh_token(&old)? {
        Some(grant) if grant.client_id == request.client.client_id => {
            check_audience(request, &grant)?;
            check_scope(request, &grant)?
        }
        // Rotation says no, and notices when an old token comes back.
        _ => String::new(),
    };
    let new = state.chance.secret();
    let rotation = Rotation {
        old: &old,
        new: &new,
        client_id: &request.client.client_id,
        now: state.now(),
        idle: state.config.lifetimes.refresh_idle,
        leeway: state.config.lifetimes.refresh_leeway,
    };
    let grant = state
        .store
        .rotate_refresh_token(&rotation)?
        .ok_or(TokenError::RefreshToken)?;
    // Core section 12.2: the nonce should not be there again.
    respond(
        request,
        &Fresh {
            grant,
            scope,
            nonce: None,
            refresh_token: Some(new),
        },
    )
}

fn check_audience(request: &TokenRequest<'_>, grant: &Grant) -> Result<(), TokenError> {
    match request.params.get("audience") {
        Some(asked) if grant.audience.as_deref() != Some(asked) => Err(TokenError::Audience),
        _ => Ok(()),
    }
}

/// As much as was granted, or less.
fn check_scope(request: &TokenRequest<'_>, grant: &Grant) -> Result<String, TokenError> {
    match request.params.get("scope") {
        None => Ok(grant.scope.clone()),
        Some(asked) if asked.split(' ').all(|word| grant.has_scope(word)) => Ok(asked.to_owned()),
        Some(_) => Err(TokenError::Scope),
    }
}
