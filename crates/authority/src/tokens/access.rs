//! Access tokens (RFC 9068), and how a resource server reads them (RFC 6750).

use axum::http::{HeaderMap, header};
use serde_json::{Map, Value, json};

use super::access_error::{AccessError, Refused, Scheme};
use super::claims::organization_claims;
use crate::dpop::{self, DpopError};
use crate::http::Visit;
use crate::keys::KeyError;
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{Grant, Mark};

/// The media type of access tokens, which no other token of this server has.
const TYP: &str = "at+jwt";

/// An access token that passed every check.
pub struct Access {
    /// The grant it hangs on, alive.
    pub grant: Grant,
    /// The scope of this very token.
    pub scope: String,
}

/// What an access token is made of.
#[derive(Debug, Clone, Copy)]
pub struct AccessParts<'a> {
    /// The grant it hangs on.
    pub grant: &'a Grant,
    /// Its scope.
    pub scope: &'a str,
    /// The API it is for, beside `/userinfo`.
    pub audience: Option<&'a str>,
    /// The thumbprint of the key it is bound to (RFC 9449 section 6.1).
    pub jkt: Option<&'a str>,
}

/// Signs an access token.
pub fn access_token(state: &AppState, issuer: &str, parts: &AccessParts<'_>) -> Result<Secret, KeyError> {
    let now = state.now();
    let grant = parts.grant;
    let userinfo = userinfo_audience(issuer);
    let audience = match parts.audience {
        Some(api) => json!([api, userinfo]),
        None => json!(userinfo),
    };
    let mut claims = json!({
        "iss": issuer,
        "sub": grant.user_id,
        "aud": audience,
        "client_id": grant.client_id,
        "azp": grant.client_id,
        "iat": now,
        "exp": now + state.config.lifetimes.access_token,
        "auth_time": grant.auth_time,
        "jti": state.chance.name(),
        "scope": parts.scope,
        // Not of any standard: what makes the token die with its grant.
        "grant": grant.id,
    });
    for (name, value) in organization_claims(state, grant) {
        claims[name] = value;
    }
    if let Some(jkt) = parts.jkt {
        claims["cnf"] = json!({ "jkt": jkt });
    }
    state.keys.sign(TYP, &claims).map(Secret::new)
}

/// What `/userinfo` calls itself in `aud`.
#[must_use]
pub fn userinfo_audience(issuer: &str) -> String {
    format!("{issuer}userinfo")
}

/// Checks the access token of a request: its signature, type, issuer, audience, time, key, revocation and scope, in
/// that order.
pub fn require_access(
    state: &AppState,
    visit: &Visit,
    headers: &HeaderMap,
    audience: &str,
    scope: &str,
) -> Result<Access, AccessError> {
    let (scheme, token) = presented(headers).ok_or(AccessError::Missing)?;
    let refused = |refused: Refused| AccessError::Refused(scheme, refused);
    let claims = state
        .keys
        .verify(TYP, token)
        .ok_or_else(|| refused(Refused::NotOurs))?;
    let text = |name: &str| claims.get(name).and_then(Value::as_str).unwrap_or_default();
    if text("iss") != visit.issuer {
        return Err(refused(Refused::Issuer));
    }
    if !is_for(&claims, audience) {
        return Err(refused(Refused::Audience));
    }
    if claims
        .get("exp")
        .and_then(Value::as_i64)
        .is_none_or(|exp| exp <= state.now())
    {
        return Err(refused(Refused::Expired));
    }
    check_key(state, visit, headers, scheme, token, &claims)?;
    let grant = state
        .store
        .grant(text("grant"))?
        .ok_or_else(|| refused(Refused::Revoked))?;
    if state.store.is_marked(Mark::RevokedToken, text("jti"))? {
        return Err(refused(Refused::Revoked));
    }
    if text("scope").split(' ').any(|word| word == scope) {
        Ok(Access {
            grant,
            scope: text("scope").to_owned(),
        })
    } else {
        Err(AccessError::Scope(scheme, scope.to_owned()))
    }
}

/// Whose access token this is, for whoever wants to take it back: its claims, if it was signed here.
#[must_use]
pub fn read_access_token(state: &AppState, token: &str) -> Option<Map<String, Value>> {
    state.keys.verify(TYP, token)
}

/// A bound token comes by its own scheme with a proof of its key, any other by `Bearer` (RFC 9449 section 7.1).
fn check_key(
    state: &AppState,
    visit: &Visit,
    headers: &HeaderMap,
    scheme: Scheme,
    token: &str,
    claims: &Map<String, Value>,
) -> Result<(), AccessError> {
    let bound_to = claims.get("cnf").and_then(|cnf| cnf["jkt"].as_str());
    match (scheme, bound_to) {
        (Scheme::Bearer, None) => Ok(()),
        (Scheme::Bearer, Some(_)) => Err(AccessError::Refused(Scheme::Dpop, Refused::NeedsProof)),
        (Scheme::Dpop, None) => Err(AccessError::Refused(Scheme::Dpop, Refused::NotBound)),
        (Scheme::Dpop, Some(jkt)) => {
            let proof = dpop::proof(state, visit, headers, Some(token)).map_err(AccessError::Proof)?;
            match proof {
                Some(proof) if proof.jkt == jkt => Ok(()),
                Some(_) => Err(AccessError::Refused(Scheme::Dpop, Refused::OtherKey)),
                None => Err(AccessError::Proof(DpopError::Bad("The header DPoP is missing."))),
            }
        }
    }
}

/// The token of the `Authorization` header (RFC 6750 section 2.1): never from the query, which is logged.
fn presented(headers: &HeaderMap) -> Option<(Scheme, &str)> {
    let given = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = given.split_once(' ')?;
    Some((Scheme::parse(scheme)?, token.trim()))
}

fn is_for(claims: &Map<String, Value>, audience: &str) -> bool {
    match claims.get("aud") {
        Some(Value::String(only)) => only == audience,
        Some(Value::Array(several)) => several.iter().any(|one| one == audience),
        _ => false,
    }
}
