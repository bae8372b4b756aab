//! What a server says it can do beyond a login with a code, for those who do more: read apart, so that a page which logs in
//! and nothing else does not carry it.

use super::{endpoints, flag};
use crate::error::Failure;
use crate::http::Response;
use crate::{answer, json};

/// What the server says it can do. A list that is missing says nothing, and then nothing is ruled out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Features {
    /// Where refresh tokens are given back (RFC 7009).
    pub revocation_endpoint: Option<String>,
    /// Where authorization requests are pushed (RFC 9126).
    pub pushed_authorization_request_endpoint: Option<String>,
    /// Whether authorization requests must be pushed.
    pub require_pushed_authorization_requests: bool,
    /// The response types.
    pub response_types: Option<Vec<String>>,
    /// The grants.
    pub grant_types: Option<Vec<String>>,
    /// The algorithms that may sign a proof of possession (RFC 9449 §5.1); a missing list means that there is no DPoP.
    pub dpop_algorithms: Option<Vec<String>>,
    /// The scopes, as far as the server tells them.
    pub scopes: Option<Vec<String>>,
    /// The ways in which a client may show who it is at the token endpoint; this one is public and shows nothing (`none`).
    pub token_endpoint_auth_methods: Option<Vec<String>>,
    /// The values of `prompt` (Initiating User Registration via OpenID Connect §4.1).
    pub prompts: Option<Vec<String>>,
}

/// Reads the same document as [`read`](super::read), for what that leaves aside.
pub fn read_features(response: &Response) -> Result<Features, Failure> {
    let members = answer::object(response, super::MAX_BYTES)?;
    let [revocation_endpoint, pushed_authorization_request_endpoint] = endpoints(
        &members,
        ["revocation_endpoint", "pushed_authorization_request_endpoint"],
        false,
    )?;
    let list = |name| json::optional_strings(&members, name);
    Ok(Features {
        revocation_endpoint,
        pushed_authorization_request_endpoint,
        require_pushed_authorization_requests: flag(&members, "require_pushed_authorization_requests")?,
        response_types: list("response_types_supported")?,
        grant_types: list("grant_types_supported")?,
        dpop_algorithms: list("dpop_signing_alg_values_supported")?,
        scopes: list("scopes_supported")?,
        token_endpoint_auth_methods: list("token_endpoint_auth_methods_supported")?,
        prompts: list("prompt_values_supported")?,
    })
}
