//! Why an access token is refused, and how its bearer is challenged (RFC 6750 section 3, RFC 9449 section 7.1).

use axum::http::StatusCode;

use crate::dpop::{self, DpopError};
use crate::http::Refusal;
use crate::store::StoreError;

/// Why access is refused (RFC 6750 section 3.1).
#[derive(Debug)]
pub enum AccessError {
    /// No token: the answer must not name an error.
    Missing,
    /// The token is no good.
    Refused(Scheme, Refused),
    /// The proof of a bound token is no good.
    Proof(DpopError),
    /// A scope is missing.
    Scope(Scheme, String),
    /// The store refused.
    Store(StoreError),
}

/// What is wrong with a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Not signed here, or of another type.
    NotOurs,
    /// Another issuer.
    Issuer,
    /// For another audience.
    Audience,
    /// Too old.
    Expired,
    /// It or its grant was revoked.
    Revoked,
    /// It is bound to a key and came as if it were not.
    NeedsProof,
    /// It came as if it were bound to a key, and is not.
    NotBound,
    /// It is bound to another key than the one that proved itself.
    OtherKey,
}

/// How a token is presented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// RFC 6750.
    Bearer,
    /// RFC 9449 section 7.1.
    Dpop,
}

impl Scheme {
    /// Reads the scheme of an `Authorization` header, whatever its case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Bearer, Self::Dpop]
            .into_iter()
            .find(|scheme| scheme.as_str().eq_ignore_ascii_case(text))
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::Bearer => "Bearer",
            Self::Dpop => "DPoP",
        }
    }

    /// A challenge with these parameters, and with the algorithms of proofs where those matter.
    fn challenge(self, parameters: &str) -> String {
        let algorithms = format!("algs=\"{}\"", dpop::ALGORITHMS.join(" "));
        match (self, parameters) {
            (Self::Bearer, "") => "Bearer".to_owned(),
            (Self::Bearer, parameters) => format!("Bearer {parameters}"),
            (Self::Dpop, "") => format!("DPoP {algorithms}"),
            (Self::Dpop, parameters) => format!("DPoP {parameters}, {algorithms}"),
        }
    }
}

impl Refused {
    fn sentence(self) -> &'static str {
        match self {
            Self::NotOurs => "The token is malformed or was not signed here.",
            Self::Issuer => "The token has another issuer.",
            Self::Audience => "The token is for another audience.",
            Self::Expired => "The token has expired.",
            Self::Revoked => "The token was revoked.",
            Self::NeedsProof => "The token is bound to a key and needs the scheme DPoP with a proof.",
            Self::NotBound => "The token is not bound to a key and needs the scheme Bearer.",
            Self::OtherKey => "The token is bound to another key.",
        }
    }
}

impl From<StoreError> for AccessError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<AccessError> for Refusal {
    fn from(error: AccessError) -> Self {
        match error {
            AccessError::Missing => Self::oauth(
                StatusCode::UNAUTHORIZED,
                "unauthorized",
                "This needs an access token in the Authorization header.",
            )
            .challenge(&Scheme::Bearer.challenge(""))
            .challenge(&Scheme::Dpop.challenge("")),
            AccessError::Refused(scheme, refused) => {
                unauthorized(scheme, "invalid_token", refused.sentence())
            }
            AccessError::Proof(DpopError::Store(error)) | AccessError::Store(error) => error.into(),
            AccessError::Proof(DpopError::Nonce(nonce)) => {
                unauthorized(Scheme::Dpop, "use_dpop_nonce", dpop::NONCE_WANTED).nonce(&nonce)
            }
            AccessError::Proof(DpopError::Bad(sentence)) => {
                unauthorized(Scheme::Dpop, "invalid_dpop_proof", sentence)
            }
            AccessError::Scope(scheme, scope) => Self::oauth(
                StatusCode::FORBIDDEN,
                "insufficient_scope",
                &format!("The scope {scope} is missing."),
            )
            .challenge(&scheme.challenge(&format!(r#"error="insufficient_scope", scope="{scope}""#))),
        }
    }
}

fn unauthorized(scheme: Scheme, error: &str, sentence: &str) -> Refusal {
    let parameters = format!(r#"error="{error}", error_description="{sentence}""#);
    Refusal::oauth(StatusCode::UNAUTHORIZED, error, sentence).challenge(&scheme.challenge(&parameters))
}
