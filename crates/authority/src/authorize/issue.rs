//! What a granted request is answered with: code and tokens, as the response type asks.

use super::ask::Ask;
use super::login::Login;
use crate::http::Refusal;
use crate::state::AppState;
use crate::store::{Code, Grant, NewCode, NewGrant};
use crate::tokens::{self, IdTokenParts};

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
        let kept = Code {
            grant_id: grant.id.clone(),
            client_id: grant.client_id.clone(),
            redirect_uri: destination.redirect_uri.to_owned(),
            challenge: ask.params.get("code_challenge").map(str::to_owned),
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
        Some(tokens::access_token(
            state,
            destination.issuer,
            &grant,
            &grant.scope,
        )?)
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
    let asked = ask.params.get("audience").or_else(|| ask.params.get("resource"));
    let grant = Grant {
        id: state.chance.name(),
        client_id: ask.client.client_id.clone(),
        user_id: login.user.id.clone(),
        sid: login.session.sid.clone(),
        scope: granted_scope(ask, asked),
        audience: asked.map(str::to_owned),
        nonce: ask.params.get("nonce").map(str::to_owned),
        auth_time: login.session.auth_time,
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

/// The asked words that mean something here: those of OpenID Connect, `offline_access` where a code can bring a
/// refresh token (Core section 11), and the API's scope for its audience.
fn granted_scope(ask: &Ask<'_>, audience: Option<&str>) -> String {
    let means_something = |word: &&str| match *word {
        "openid" | "profile" | "email" | "phone" => true,
        "offline_access" => ask.response_type.has_code(),
        other => audience.is_some() && other == ask.config.api.scope,
    };
    let mut granted: Vec<&str> = Vec::new();
    for word in ask
        .params
        .get("scope")
        .unwrap_or_default()
        .split(' ')
        .filter(means_something)
    {
        if !granted.contains(&word) {
            granted.push(word);
        }
    }
    granted.join(" ")
}
