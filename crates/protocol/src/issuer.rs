//! The issuer: the one string that names an authorization server (RFC 8414 §2).

use std::fmt;

use crate::endpoint::{self, EndpointError};

/// An issuer identifier, kept exactly as written: a trailing slash belongs to the name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Issuer {
    text: String,
    origin: String,
}

/// Why a text is not an issuer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an issuer: {0}")]
pub struct IssuerError(#[from] pub EndpointError);

impl Issuer {
    /// Takes an https URL (or http on loopback) without user information, query and fragment.
    pub fn parse(text: &str) -> Result<Self, IssuerError> {
        let endpoint = endpoint::parse(text)?;
        if endpoint.has_query {
            return Err(EndpointError::Query.into());
        }
        Ok(Self {
            text: text.to_owned(),
            origin: endpoint.origin,
        })
    }

    /// The string as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// `scheme://host[:port]`, as a browser writes the origin of a message.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The URL of a path below the issuer; `path` begins with a slash.
    #[must_use]
    pub fn join(&self, path: &str) -> String {
        let base = self.text.strip_suffix('/').unwrap_or(&self.text);
        format!("{base}{path}")
    }
}

impl fmt::Display for Issuer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
