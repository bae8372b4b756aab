//! Why a token request is refused.

use std::fmt;

use axum::http::StatusCode;

use crate::http::Refusal;
use crate::keys::KeyError;
use crate::store::StoreError;

/// Why a token request is refused (RFC 6749 section 5.2).
#[derive(Debug)]
pub(super) enum TokenError {
    /// A parameter is missing.
    Missing(&'static str),
    /// No such client.
    Client,
    /// A public client shows a secret.
    ClientSecret,
    /// The grant type is not one of this server's.
    GrantType,
    /// The code is unknown, another client's, or too old.
    Code,
    /// The code was used before; what it brought is revoked.
    CodeReplayed,
    /// `redirect_uri` is not that of the authorization request.
    RedirectUri,
    /// The code has a challenge and the verifier does not fit it, or there is one half of PKCE only.
    Verifier,
    /// The refresh token is unknown, another client's, too old, revoked or used before.
    RefreshToken,
    /// More scope than was granted.
    Scope,
    /// Another audience than was granted.
    Audience,
    /// The client must prove a key and has not.
    NoProof,
    /// The code or refresh token is bound to another key than the one that proved itself, if any did.
    Key,
    /// The token to revoke is another client's.
    OthersToken,
    /// The person is blocked or gone.
    Person,
    /// The store refused.
    Store(StoreError),
    /// Signing failed.
    Signing(KeyError),
}

impl TokenError {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing(_) | Self::NoProof => "invalid_request",
            Self::Client | Self::ClientSecret => "invalid_client",
            Self::GrantType => "unsupported_grant_type",
            Self::Scope => "invalid_scope",
            Self::Audience => "invalid_target",
            _ => "invalid_grant",
        }
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Missing(name) => return write!(formatter, "The parameter {name} is missing."),
            Self::Client => "The client is not registered.",
            Self::ClientSecret => "This client is public and must not authenticate.",
            Self::GrantType => "This grant_type is not supported.",
            Self::Code | Self::CodeReplayed => "The authorization code is unknown, expired or used.",
            Self::RedirectUri => "redirect_uri is not that of the authorization request.",
            Self::Verifier => "code_verifier does not fit the authorization request.",
            Self::RefreshToken => "Unknown or invalid refresh token.",
            Self::Scope => "More scope than was granted.",
            Self::Audience => "There is no API with this audience, or the grant does not cover it.",
            Self::NoProof => "This client must send a DPoP proof.",
            Self::Key => "The grant is bound to another key than that of the DPoP proof.",
            Self::OthersToken => "The token was issued to another client.",
            Self::Person => "The user may not log in.",
            Self::Store(_) | Self::Signing(_) => "The server could not do its work.",
        })
    }
}

impl From<StoreError> for TokenError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<KeyError> for TokenError {
    fn from(error: KeyError) -> Self {
        Self::Signing(error)
    }
}

impl From<TokenError> for Refusal {
    fn from(error: TokenError) -> Self {
        match error {
            TokenError::Store(error) => error.into(),
            TokenError::Signing(error) => error.into(),
            // RFC 6749 section 5.2: who tried by the header is answered with its scheme.
            TokenError::ClientSecret => {
                Self::oauth(StatusCode::UNAUTHORIZED, error.code(), &error.to_string()).challenge("Basic")
            }
            TokenError::Client => Self::oauth(StatusCode::UNAUTHORIZED, error.code(), &error.to_string()),
            error => Self::oauth(StatusCode::BAD_REQUEST, error.code(), &error.to_string()),
        }
    }
}
