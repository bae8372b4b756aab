//! What can be wrong with an authorization response.

use crate::error::{Broken, Failure, Mismatch};
use crate::quoted::Quoted;
use crate::refusal::Refusal;

/// What is wrong with an authorization response.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AuthorizationError {
    /// A parameter is there twice (RFC 6749 §3.1).
    #[error("the parameter {} is there twice", Quoted(.0))]
    Duplicate(&'static str),
    /// A parameter is not form-encoded UTF-8.
    #[error("the parameter {} is not form-encoded", Quoted(.0))]
    Encoding(&'static str),
    /// A token in the query, where it leaks (RFC 9700 §4.3.2).
    #[error("a token in the query")]
    TokenInQuery,
    /// A token that was not asked for.
    #[error("a token that was not asked for")]
    UnaskedToken,
    /// It came another way than asked for.
    #[error("the response came another way than asked for: {0}")]
    ResponseMode(Mismatch),
    /// No state.
    #[error("the state is missing")]
    StateMissing,
    /// Another attempt's state, or an attacker's.
    #[error("the state is not this attempt's")]
    StateMismatch,
    /// The attempt was made with another issuer than the one whose metadata is used.
    #[error("the attempt was made with another issuer: {0}")]
    TransactionIssuer(Mismatch),
    /// The server promises `iss` in its metadata and left it out (RFC 9207 §2.4).
    #[error("the issuer parameter is missing, though the server promises it")]
    IssuerMissing,
    /// The response is another issuer's (RFC 9207 §2.4).
    #[error("the response is of another issuer: {0}")]
    Issuer(Mismatch),
    /// Both a code and an error.
    #[error("both a code and an error")]
    CodeAndError,
    /// No code, or an empty one.
    #[error("the code is missing")]
    CodeMissing,
    /// No ID token beside the code, though the response type has one.
    #[error("the ID token is missing")]
    IdTokenMissing,
    /// No access token beside the code, though the response type has one.
    #[error("the access token is missing")]
    AccessTokenMissing,
    /// Part of a response in the query and part of it in the fragment.
    #[error("parts of a response in the query and in the fragment")]
    TwoPlaces,
    /// An error without a name.
    #[error("the error is empty")]
    ErrorEmpty,
}

/// Why an authorization response gives no code.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum AuthorizationFailure {
    /// The server said no, and it is this attempt's server.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The response failed a check.
    #[error(transparent)]
    Broken(#[from] AuthorizationError),
}

impl From<AuthorizationFailure> for Failure {
    fn from(failure: AuthorizationFailure) -> Self {
        match failure {
            AuthorizationFailure::Refused(refusal) => Self::Refused(refusal),
            AuthorizationFailure::Broken(error) => Self::Broken(Broken::Authorization(error)),
        }
    }
}
