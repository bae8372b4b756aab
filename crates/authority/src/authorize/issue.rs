//! What a granted request is answered with: code and tokens, as the response type asks.

use super::acr;
use super::ask::Ask;
use super::login::Login;
use crate::config::Dpop;
use crate::http::Refusal;
use crate::state::AppState;
use crate::store::{Code, Grant, NewCode, NewGrant};
use crate::tokens::{self, AccessParts, IdTokenParts};

/// Makes the grant and what hangs on it. Answers the response's parameters, without `state` and `iss`.
pub(super) fn issue(
    state: &AppState,
    ask: &Ask<'_>,
    login: &Login,
) -> Result<Vec<(&'static str, String)>, Refusal> {
    let destination = ask.destination;
    let grant = make_grant(state, ask, login)?;
    let mut answer = Vec::new();
    let mut parts = IdTokenParts {
        nonce: grant.nonce.as_deref(),
        ..IdTokenParts::default()
    };

    let code = state.chance.secret();
    if ask.response_type.has_code() {
        let dpop = ask.client.dpop != Dpop::Off;
        let kept = Code {
            grant_id: grant.id.clone(),
            client_id: grant.client_id.clone(),
            redirect_uri: destination.redirect_uri.to_owned(),
            challenge: ask.params.get("code_challenge").map(str::to_owned),
            jkt: ask.params.get("dpop_jkt").filter(|_| dpop).map(str::to_owned),
            expires_at: state.now() + state.config.lifetimes.code,
            used_at: None,
        };
        state.store.add_code(&NewCode {
            secret: &code,
            code: kept,
        })?;
        answer.push(("code", code.expose().to_owned()));
        parts.code = Some(code.expose());
    }

    let access_token = if ask.response_type.has_token() {
        let parts = AccessParts {
            grant: &grant,
            scope: &grant.scope,
            audience: grant.audience.as_deref(),
            jkt: None,
        };
        Some(tokens::access_token(state, destination.issuer, &parts)?)
    } else {
        None
    };
    if let Some(token) = &access_token {
        answer.push(("access_token", token.expose().to_owned()));
        answer.push(("token_type", "Bearer".to_owned()));
        answer.push(("expires_in", state.config.lifetimes.access_token.to_string()));
        answer.push(("scope", grant.scope.clone()));
        parts.access_token = Some(token.expose());
    }

    if ask.response_type.has_id_token() {
        parts.state = destination.state;
        let token = tokens::id_token(state, destination.issuer, &grant, &login.user, &parts)?;
        answer.push(("id_token", token.expose().to_owned()));
    }
    Ok(answer)
}

fn make_grant(state: &AppState, ask: &Ask<'_>, login: &Login) -> Result<Grant, Refusal> {
    let grant = Grant {
        id: state.chance.name(),
        client_id: ask.client.client_id.clone(),
        user_id: login.user.id.clone(),
        sid: login.session.sid.clone(),
        scope: ask.granted_scope(),
        audience: ask.audience().map(str::to_owned),
        nonce: ask.params.get("nonce").map(str::to_owned),
        auth_time: login.session.auth_time,
        acr: Some(acr::reached(ask, &login.session).to_owned()),
        amr: login.session.amr.clone(),
        org_id: ask.organization().map(|organization| organization.id.clone()),
        jkt: None,
    };
    let lifetimes = &state.config.lifetimes;
    let longest = lifetimes
        .refresh_absolute
        .max(lifetimes.code + lifetimes.access_token);
    let now = state.now();
    state.store.add_grant(&NewGrant {
        grant: grant.clone(),
        now,
        expires_at: now + longest,
    })?;
    Ok(grant)
}
