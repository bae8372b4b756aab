//! Logging out at the server: the standard's way (OpenID Connect RP-Initiated Logout 1.0) and Auth0's `/v2/logout`.

use crate::discovery::Metadata;
use crate::form;
use crate::id_token::IdToken;
use crate::issuer::Issuer;

/// The URL of the standard's logout, or `None` where the server has none; `return_to` must be on the client's list at the
/// server. With the ID token as a hint the server need not ask the person (RP-Initiated Logout §2).
#[must_use]
pub fn end_session_url(
    metadata: &Metadata,
    client_id: &str,
    id_token: Option<&IdToken>,
    return_to: Option<&str>,
) -> Option<String> {
    let endpoint = metadata.end_session_endpoint.as_deref()?;
    let mut pairs = vec![("client_id", client_id)];
    pairs.extend(id_token.map(|token| ("id_token_hint", token.raw().expose())));
    pairs.extend(return_to.map(|url| ("post_logout_redirect_uri", url)));
    let separator = if endpoint.as_bytes().contains(&b'?') {
        '&'
    } else {
        '?'
    };
    Some(format!("{endpoint}{separator}{}", form::encode(&pairs)))
}

/// The URL a browser goes to; `return_to` must be on the client's list at the server.
#[must_use]
pub fn url(issuer: &Issuer, client_id: &str, return_to: Option<&str>, federated: bool) -> String {
    let mut pairs = vec![("client_id", client_id)];
    pairs.extend(return_to.map(|url| ("returnTo", url)));
    let mark = if federated { "&federated" } else { "" };
    format!("{}?{}{mark}", issuer.join("/v2/logout"), form::encode(&pairs))
}
