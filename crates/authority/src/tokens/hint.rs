//! `id_token_hint`: an ID token that comes back to say who is meant, however old it is.

use serde_json::Value;

use crate::state::AppState;

/// What an ID token that was signed here says of a login.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdHint {
    /// Whose login it was.
    pub sub: String,
    /// The client it was for.
    pub client_id: String,
    /// The session it was made in.
    pub sid: Option<String>,
}

/// Reads a hint: signed here, under this issuer. Its age does not matter (OpenID Connect Core section 3.1.2.1,
/// RP-Initiated Logout section 2).
#[must_use]
pub fn id_hint(state: &AppState, issuer: &str, token: &str) -> Option<IdHint> {
    let claims = state.keys.verify("JWT", token)?;
    let text = |name: &str| claims.get(name).and_then(Value::as_str).map(str::to_owned);
    if text("iss")? != issuer {
        return None;
    }
    Some(IdHint {
        sub: text("sub")?,
        client_id: text("aud")?,
        sid: text("sid"),
    })
}
