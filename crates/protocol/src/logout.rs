//! Logging out at the server: `/v2/logout` (Auth0 Authentication API).

use crate::form;
use crate::issuer::Issuer;

/// The URL a browser goes to; `return_to` must be on the client's list at the server.
#[must_use]
pub fn url(issuer: &Issuer, client_id: &str, return_to: Option<&str>, federated: bool) -> String {
    let mut pairs = vec![("client_id", client_id)];
    pairs.extend(return_to.map(|url| ("returnTo", url)));
    let mark = if federated { "&federated" } else { "" };
    format!("{}?{}{mark}", issuer.join("/v2/logout"), form::encode(&pairs))
}
