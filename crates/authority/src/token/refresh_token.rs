//! The grant type `refresh_token` with rotation (RFC 6749 section 6, RFC 9700 section 4.14.2).

use axum::response::Response;

use super::TokenRequest;
use super::error::TokenError;
use super::key;
use super::respond::{Aim, Fresh, respond};
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
    let aim = match state.store.grant_of_refresh_token(&old)? {
        Some(grant) if grant.client_id == request.client.client_id => {
            key::check(request, grant.jkt.as_deref())?;
            Some(aim(request, &grant)?)
        }
        // Rotation says no, and notices when an old token comes back.
        _ => None,
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
    let aim = aim.ok_or(TokenError::RefreshToken)?;
    key::bind(request, &grant)?;
    // Core section 12.2: the nonce should not be there again.
    respond(
        request,
        &Fresh {
            grant,
            aim,
            nonce: None,
            refresh_token: Some(new),
        },
    )
}

/// What the new access token is for: what the login was for, or another API that the client may reach.
fn aim(request: &TokenRequest<'_>, grant: &Grant) -> Result<Aim, TokenError> {
    let params = request.params;
    let asked = params.get("audience").or_else(|| params.get("resource"));
    match asked {
        Some(audience) if grant.audience.as_deref() != Some(audience) => {
            let scope = scope_elsewhere(request, grant, audience)?;
            Ok(Aim {
                scope: narrowed(request, &scope)?,
                audience: Some(audience.to_owned()),
            })
        }
        _ => Ok(Aim {
            scope: narrowed(request, &grant.scope)?,
            audience: grant.audience.clone(),
        }),
    }
}

/// The widest scope at an API that was not that of the login, as Auth0's refresh tokens for several resources have
/// it: that of the API, and what the login granted beside its own API's. Where people are asked for consent, they
/// must have been asked for this too.
fn scope_elsewhere(request: &TokenRequest<'_>, grant: &Grant, audience: &str) -> Result<String, TokenError> {
    let config = &request.state.config;
    let api = config.api_of(audience).ok_or(TokenError::Audience)?;
    let allowed = !request.client.consent || {
        let scope = request
            .state
            .store
            .consent(&grant.user_id, &grant.client_id, audience)?;
        scope.split(' ').any(|word| word == api.scope)
    };
    if !allowed || !request.client.may_refresh_for(audience) {
        return Err(TokenError::Audience);
    }
    let of_an_api = |word: &str| [&config.api, &config.reports].iter().any(|api| api.scope == word);
    let words = grant.scope.split(' ').filter(|word| !of_an_api(word));
    Ok(words.chain([api.scope.as_str()]).collect::<Vec<_>>().join(" "))
}

/// As much as `widest`, or what is asked for of it.
fn narrowed(request: &TokenRequest<'_>, widest: &str) -> Result<String, TokenError> {
    let has = |word: &str| widest.split(' ').any(|granted| granted == word);
    match request.params.get("scope") {
        None => Ok(widest.to_owned()),
        Some(asked) if asked.split(' ').all(has) => Ok(asked.to_owned()),
        Some(_) => Err(TokenError::Scope),
    }
}
