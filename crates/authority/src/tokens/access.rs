//! Access tokens (RFC 9068), and how a resource server reads them (RFC 6750).

use axum::http::{HeaderMap, StatusCode, header};
use serde_json::{Map, Value, json};

use crate::http::{Refusal, Visit};
use crate::keys::KeyError;
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{Grant, StoreError};

/// The media type of access tokens, which no other token of this server has.
const TYP: &str = "at+jwt";

/// An access token that passed every check.
pub struct Access {
    /// The grant it hangs on, alive.
    pub grant: Grant,
    /// The scope of this very token.
    pub scope: String,
}

/// Why access is refused (RFC 6750 section 3.1).
#[derive(Debug)]
pub enum AccessError {
    /// No token: the answer must not name an error.
    Missing,
    /// Not signed here, or of another type.
    NotOurs,
    /// Another issuer.
    Issuer,
    /// For another audience.
    Audience,
    /// Too old.
    Expired,
    /// The grant was revoked.
    Revoked,
    /// A scope is missing.
    Scope(String),
    /// The store refused.
    Store(StoreError),
}

/// Signs an access token for `grant` with `scope`, which is the grant's or less.
pub fn access_token(state: &AppState, issuer: &str, grant: &Grant, scope: &str) -> Result<Secret, KeyError> {
    let now = state.now();
    let userinfo = userinfo_audience(issuer);
    let audience = match &grant.audience {
        Some(api) => json!([api, userinfo]),
        None => json!(userinfo),
    };
    let claims = json!({
        "iss": issuer,
        "sub": grant.user_id,
        "aud": audience,
        "client_id": grant.client_id,
        "azp": grant.client_id,
        "iat": now,
        "exp": now + state.config.lifetimes.access_token,
        "auth_time": grant.auth_time,
        "jti": state.chance.name(),
        "scope": scope,
        // Not of any standard: what makes the token die with its grant.
        "grant": grant.id,
    });
    state.keys.sign(TYP, &claims).map(Secret::new)
}

/// What `/userinfo` calls itself in `aud`.
#[must_use]
pub fn userinfo_audience(issuer: &str) -> String {
    format!("{issuer}userinfo")
}

/// Checks the bearer token of a request: signature, type, issuer, audience, time, grant, scope, in that order.
pub fn require_access(
    state: &AppState,
    visit: &Visit,
    headers: &HeaderMap,
    audience: &str,
    scope: &str,
) -> Result<Access, AccessError> {
    let token = bearer(headers).ok_or(AccessError::Missing)?;
    let claims = state.keys.verify(TYP, token).ok_or(AccessError::NotOurs)?;
    let text = |name: &str| claims.get(name).and_then(Value::as_str).unwrap_or_default();
    if text("iss") != visit.issuer {
        return Err(AccessError::Issuer);
    }
    if !is_for(&claims, audience) {
        return Err(AccessError::Audience);
    }
    if claims
        .get("exp")
        .and_then(Value::as_i64)
        .is_none_or(|exp| exp <= state.now())
    {
        return Err(AccessError::Expired);
    }
    let grant = state
        .store
        .grant(text("grant"))
        .map_err(AccessError::Store)?
        .ok_or(AccessError::Revoked)?;
    if text("scope").split(' ').any(|word| word == scope) {
        Ok(Access {
            grant,
            scope: text("scope").to_owned(),
        })
    } else {
        Err(AccessError::Scope(scope.to_owned()))
    }
}

/// The token of `Authorization: Bearer` (RFC 6750 section 2.1): never from the query, which is logged.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let given = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = given.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

fn is_for(claims: &Map<String, Value>, audience: &str) -> bool {
    match claims.get("aud") {
        Some(Value::String(only)) => only == audience,
        Some(Value::Array(several)) => several.iter().any(|one| one == audience),
        _ => false,
    }
}

impl From<AccessError> for Refusal {
    fn from(error: AccessError) -> Self {
        let invalid = |description: &str| {
            Self::oauth(StatusCode::UNAUTHORIZED, "invalid_token", description).challenge(&format!(
                r#"Bearer error="invalid_token", error_description="{description}""#
            ))
        };
        match error {
            AccessError::Missing => Self::oauth(
                StatusCode::UNAUTHORIZED,
                "unauthorized",
                "This needs an access token in the Authorization header.",
            )
            .challenge("Bearer"),
            AccessError::NotOurs => invalid("The token is malformed or was not signed here."),
            AccessError::Issuer => invalid("The token has another issuer."),
            AccessError::Audience => invalid("The token is for another audience."),
            AccessError::Expired => invalid("The token has expired."),
            AccessError::Revoked => invalid("The token was revoked."),
            AccessError::Scope(scope) => Self::oauth(
                StatusCode::FORBIDDEN,
                "insufficient_scope",
                &format!("The scope {scope} is missing."),
            )
            .challenge(&format!(r#"Bearer error="insufficient_scope", scope="{scope}""#)),
            AccessError::Store(error) => error.into(),
        }
    }
}
