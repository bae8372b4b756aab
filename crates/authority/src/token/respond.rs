//! A token response (RFC 6749 section 5.1, OpenID Connect Core section 3.1.3.3).

use axum::Json;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;

use super::TokenRequest;
use super::error::TokenError;
use crate::secret::Secret;
use crate::store::Grant;
use crate::tokens::{self, AccessParts, IdTokenParts};

/// What an exchange came to.
pub(super) struct Fresh {
    /// The grant, alive.
    pub(super) grant: Grant,
    /// What the new access token is for.
    pub(super) aim: Aim,
    /// The nonce to repeat.
    pub(super) nonce: Option<String>,
    /// The refresh token to hand out.
    pub(super) refresh_token: Option<Secret>,
}

/// What an access token is for.
pub(super) struct Aim {
    /// Its scope.
    pub(super) scope: String,
    /// Its API, beside `/userinfo`.
    pub(super) audience: Option<String>,
}

impl Aim {
    /// All that the login granted.
    pub(super) fn of_login(grant: &Grant) -> Self {
        Self {
            scope: grant.scope.clone(),
            audience: grant.audience.clone(),
        }
    }
}

#[derive(Serialize)]
struct Body<'a> {
    access_token: &'a str,
    token_type: &'static str,
    expires_in: i64,
    scope: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id_token: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh_token: Option<&'a str>,
}

/// Signs the tokens and answers.
pub(super) fn respond(request: &TokenRequest<'_>, fresh: &Fresh) -> Result<Response, TokenError> {
    let (state, grant) = (request.state, &fresh.grant);
    let user = state
        .store
        .user(&grant.user_id)?
        .filter(|user| !user.blocked)
        .ok_or(TokenError::Person)?;
    let bound = AccessParts {
        grant,
        scope: &fresh.aim.scope,
        audience: fresh.aim.audience.as_deref(),
        jkt: request.proof.as_ref().map(|proof| proof.jkt.as_str()),
    };
    let access_token = tokens::access_token(state, request.issuer, &bound)?;
    let parts = IdTokenParts {
        nonce: fresh.nonce.as_deref(),
        access_token: Some(access_token.expose()),
        ..IdTokenParts::default()
    };
    let id_token = if grant.has_scope("openid") {
        Some(tokens::id_token(state, request.issuer, grant, &user, &parts)?)
    } else {
        None
    };
    let body = Body {
        access_token: access_token.expose(),
        token_type: if request.proof.is_some() { "DPoP" } else { "Bearer" },
        expires_in: state.config.lifetimes.access_token,
        scope: &fresh.aim.scope,
        id_token: id_token.as_ref().map(Secret::expose),
        refresh_token: fresh.refresh_token.as_ref().map(Secret::expose),
    };
    Ok(([(header::PRAGMA, "no-cache")], Json(body)).into_response())
}
