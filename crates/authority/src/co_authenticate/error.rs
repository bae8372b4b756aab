//! Why cross-origin authentication is refused.

use std::fmt;

use axum::http::StatusCode;

use super::members::CredentialKind;
use crate::http::Refusal;

/// Why cross-origin authentication is refused.
#[derive(Debug)]
pub(super) enum CoError {
    /// A member is missing, empty or no string.
    Member(&'static str),
    /// A member that does not belong to this type of credential.
    ExtraMember,
    /// `credential_type` is not known.
    CredentialType,
    /// The realm is no connection of the client, or of the wrong kind.
    UnknownRealm,
    /// No such client, or it may not do this.
    NotAllowed,
    /// The page's origin is not on the client's list.
    Origin(String),
    /// No `Origin` header, so not a page at all.
    NoOrigin,
    /// The credential is wrong, or there is no such person.
    WrongCredential(CredentialKind),
    /// The credential is right, but the person is blocked.
    Blocked,
    /// Too many failures.
    Locked,
}

impl fmt::Display for CoError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Member(name) => return write!(formatter, "The member {name} must be a string that is not empty."),
            Self::ExtraMember => "There is a member that this credential_type does not have.",
            Self::CredentialType => "This credential_type is not known.",
            Self::UnknownRealm => "Unknown realm.",
            Self::NotAllowed => "Cross origin login not allowed.",
            Self::Origin(origin) => return write!(formatter, "Origin {origin} is not allowed."),
            Self::NoOrigin => "An Origin header is required.",
            Self::WrongCredential(CredentialKind::Password) => "Wrong email or password.",
            Self::WrongCredential(CredentialKind::Otp) => "Wrong code.",
            Self::Blocked => "The user is blocked.",
            Self::Locked => {
                "The account is locked after too many failed attempts. Wait, or use the link in the mail we sent."
            }
        })
    }
}

impl From<CoError> for Refusal {
    fn from(error: CoError) -> Self {
        let (status, code) = match &error {
            CoError::Member(_) | CoError::ExtraMember | CoError::UnknownRealm => {
                (StatusCode::BAD_REQUEST, "invalid_request")
            }
            CoError::CredentialType => (StatusCode::BAD_REQUEST, "unsupported_credential_type"),
            CoError::NotAllowed => (StatusCode::UNAUTHORIZED, "unauthorized_client"),
            CoError::Origin(_) | CoError::NoOrigin => {
                return Self::text(StatusCode::FORBIDDEN, error.to_string());
            }
            CoError::WrongCredential(_) => (StatusCode::FORBIDDEN, "access_denied"),
            CoError::Blocked => (StatusCode::FORBIDDEN, "blocked_user"),
            CoError::Locked => (StatusCode::TOO_MANY_REQUESTS, "too_many_attempts"),
        };
        Self::oauth(status, code, &error.to_string())
    }
}
