//! Who is at fault when an exchange fails: the server refused, or its response is broken.

use crate::quoted::Quoted;
use std::fmt;

use crate::authorize::AuthorizationError;
use crate::discovery::MetadataError;
use crate::id_token::IdTokenError;
use crate::json::JsonError;
use crate::refusal::Refusal;

/// Why an exchange came to nothing. The network's own failures belong to the transport.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Failure {
    /// The server said no, in its own words.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The response broke a rule, or this side refused it; detail for developers only.
    #[error(transparent)]
    Broken(#[from] Broken),
}

/// A response that breaks the rules.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Broken {
    /// The body is longer than the cap of its endpoint.
    #[error("the response is too large")]
    TooLarge,
    /// The body is not UTF-8.
    #[error("the response is not UTF-8")]
    NotUtf8,
    /// The body says it is HTML where data was expected: a captive portal, or a gateway's page.
    #[error("the response is an HTML page, not data")]
    Html,
    /// The body is not JSON (RFC 8259), or carries a byte order mark or a lone surrogate.
    #[error("the response is not JSON")]
    NotJson,
    /// The JSON is nested beyond the cap.
    #[error("the response's JSON is nested too deeply")]
    TooDeep,
    /// The JSON is something other than an object.
    #[error("the response is not a JSON object")]
    NotAnObject,
    /// An object has this member twice.
    #[error("the member {} is there twice", Quoted(.0))]
    DuplicateMember(String),
    /// A required member is missing.
    #[error("the member {} is missing", Quoted(.0))]
    MissingMember(&'static str),
    /// A member has another type than its definition, or is an empty string where that says nothing.
    #[error("the member {} has the wrong type or is empty", Quoted(.0))]
    WrongType(&'static str),
    /// `token_type` is not the one that was asked for, `Bearer` or `DPoP`.
    #[error("the token type {} was not asked for", Quoted(.0))]
    TokenType(String),
    /// The client settings are not `Auth0.setClient({…});`.
    #[error("the client settings are something else than one call of Auth0.setClient with an object")]
    NotSettings,
    /// More keys than any issuer needs.
    #[error("the key set has too many keys")]
    TooManyKeys,
    /// `/userinfo` answered for another subject (OpenID Connect Core §5.3.2).
    #[error("the user info is about another subject than the ID token")]
    SubjectMismatch,
    /// The authorization response failed a check.
    #[error(transparent)]
    Authorization(#[from] AuthorizationError),
    /// The server's metadata failed a check.
    #[error(transparent)]
    Metadata(#[from] MetadataError),
    /// The ID token failed a check.
    #[error(transparent)]
    IdToken(#[from] IdTokenError),
}

impl From<JsonError> for Broken {
    fn from(error: JsonError) -> Self {
        match error {
            JsonError::TooLarge | JsonError::TooManyMembers => Self::TooLarge,
            JsonError::NotUtf8 => Self::NotUtf8,
            JsonError::NotJson => Self::NotJson,
            JsonError::TooDeep => Self::TooDeep,
            JsonError::NotAnObject => Self::NotAnObject,
            JsonError::DuplicateMember(name) => Self::DuplicateMember(name),
        }
    }
}

impl From<JsonError> for Failure {
    fn from(error: JsonError) -> Self {
        Self::Broken(error.into())
    }
}

impl From<MetadataError> for Failure {
    fn from(error: MetadataError) -> Self {
        Self::Broken(error.into())
    }
}

impl From<IdTokenError> for Failure {
    fn from(error: IdTokenError) -> Self {
        Self::Broken(error.into())
    }
}

/// A comparison that failed, with both sides; never used for secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// What had to be there.
    pub expected: String,
    /// What was there.
    pub got: String,
}

impl Mismatch {
    pub(crate) fn new(expected: impl Into<String>, got: impl Into<String>) -> Self {
        Self {
            expected: expected.into(),
            got: got.into(),
        }
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "expected {}, got {}",
            Quoted(&self.expected),
            Quoted(&self.got)
        )
    }
}
