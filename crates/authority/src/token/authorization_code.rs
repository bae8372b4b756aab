//! The grant type `authorization_code` (RFC 6749 section 4.1.3, RFC 7636 section 4.6).

use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use super::TokenRequest;
use super::error::TokenError;
use super::key;
use super::respond::{Aim, Fresh, respond};
use crate::secret::Secret;
use crate::store::{Code, NewRefreshToken};

/// Turns a code into tokens, once. The first wrong parameter leaves the code alone; a second use of a used one takes
/// everything back that the first use brought (RFC 6749 section 4.1.2).
pub(super) fn exchange(request: &TokenRequest<'_>) -> Result<Response, TokenError> {
    let (state, params, now) = (request.state, request.params, request.state.now());
    let secret = Secret::from(params.get("code").ok_or(TokenError::Missing("code"))?);
    let code = state.store.code(&secret)?.ok_or(TokenError::Code)?;
    check_client(request, &code)?;
    if code.used_at.is_some() {
        state.store.revoke_grant(&code.grant_id, now)?;
        return Err(TokenError::CodeReplayed);
    }
    check_age(&code, now)?;
    check_redirect_uri(request, &code)?;
    check_verifier(request, &code)?;
    key::check(request, code.jkt.as_deref())?;
    if !state.store.use_code(&secret, now)? {
        state.store.revoke_grant(&code.grant_id, now)?;
        return Err(TokenError::CodeReplayed);
    }
    let grant = state.store.grant(&code.grant_id)?.ok_or(TokenError::Code)?;
    let refresh_token = if grant.has_scope("offline_access") {
        Some(first_refresh_token(request, &grant.id, now)?)
    } else {
        None
    };
    key::bind(request, &grant)?;
    let nonce = grant.nonce.clone();
    let aim = Aim::of_login(&grant);
    respond(
        request,
        &Fresh {
            grant,
            aim,
            nonce,
            refresh_token,
        },
    )
}

fn check_client(request: &TokenRequest<'_>, code: &Code) -> Result<(), TokenError> {
    if code.client_id == request.client.client_id {
        Ok(())
    } else {
        Err(TokenError::Code)
    }
}

fn check_age(code: &Code, now: i64) -> Result<(), TokenError> {
    if now < code.expires_at {
        Ok(())
    } else {
        Err(TokenError::Code)
    }
}

fn check_redirect_uri(request: &TokenRequest<'_>, code: &Code) -> Result<(), TokenError> {
    let given = request
        .params
        .get("redirect_uri")
        .ok_or(TokenError::Missing("redirect_uri"))?;
    if given == code.redirect_uri {
        Ok(())
    } else {
        Err(TokenError::RedirectUri)
    }
}

/// Both halves of PKCE or none: a verifier without challenge is a downgrade (RFC 9700 section 4.8.2).
fn check_verifier(request: &TokenRequest<'_>, code: &Code) -> Result<(), TokenError> {
    match (&code.challenge, request.params.get("code_verifier")) {
        (Some(challenge), Some(verifier)) => {
            let hash = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes()));
            let fits: bool = hash.as_bytes().ct_eq(challenge.as_bytes()).into();
            if fits && is_verifier(verifier) {
                Ok(())
            } else {
                Err(TokenError::Verifier)
            }
        }
        (None, None) => Ok(()),
        (Some(_), None) | (None, Some(_)) => Err(TokenError::Verifier),
    }
}

/// RFC 7636 section 4.1.
fn is_verifier(text: &str) -> bool {
    let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    (43..=128).contains(&text.len()) && text.bytes().all(unreserved)
}

fn first_refresh_token(request: &TokenRequest<'_>, grant_id: &str, now: i64) -> Result<Secret, TokenError> {
    let (state, lifetimes) = (request.state, &request.state.config.lifetimes);
    let secret = state.chance.secret();
    state.store.add_refresh_token(&NewRefreshToken {
        secret: &secret,
        grant_id,
        client_id: &request.client.client_id,
        expires_at: now + lifetimes.refresh_idle,
        ends_at: now + lifetimes.refresh_absolute,
    })?;
    Ok(secret)
}
