//! The members of a request to `/co/authenticate`: for each type of credential exactly its own.

use serde_json::{Map, Value};

use super::error::CoError;
use crate::config::Wanted;
use crate::secret::Secret;

/// A well-formed request.
pub(super) struct Members {
    pub(super) client_id: String,
    /// Without surrounding spaces.
    pub(super) username: String,
    pub(super) credential: Credential,
    /// The connection's name; a bare `password` names none.
    pub(super) realm: Option<String>,
    /// The answer to a captcha.
    pub(super) captcha: Option<String>,
    /// The session that the captcha was made for, when it was made for one.
    pub(super) state: Option<String>,
}

/// What the person proves to know.
pub(super) enum Credential {
    /// A password, to the last space.
    Password(Secret),
    /// A one-time code.
    Otp(Secret),
}

/// The kinds of credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CredentialKind {
    /// A password.
    Password,
    /// A one-time code.
    Otp,
}

/// The types of credential, each with the members that stand beside `client_id`, `credential_type` and `username`.
const TYPES: &[(&str, CredentialKind, &[&str])] = &[
    (
        "http://auth0.com/oauth/grant-type/password-realm",
        CredentialKind::Password,
        &["password", "realm"],
    ),
    ("password", CredentialKind::Password, &["password"]),
    (
        "http://auth0.com/oauth/grant-type/passwordless/otp",
        CredentialKind::Otp,
        &["otp", "realm"],
    ),
];

const COMMON: &[&str] = &["client_id", "credential_type", "username"];

/// What may stand there as well where a login may want a captcha. Auth0 knows none here.
const OF_CAPTCHA: &[&str] = &["captcha", "state"];

impl Members {
    /// Reads the body: all members of its type and no others, each a string that is not empty.
    pub(super) fn read(body: &Map<String, Value>, captcha: Wanted) -> Result<Self, CoError> {
        let text = |name: &'static str| match body.get(name) {
            Some(Value::String(text)) if !text.is_empty() => Ok(text.clone()),
            _ => Err(CoError::Member(name)),
        };
        let asked = text("credential_type")?;
        let (_, kind, own) = TYPES
            .iter()
            .find(|(name, _, _)| *name == asked)
            .ok_or(CoError::CredentialType)?;
        let may_want = captcha != Wanted::Never && *kind == CredentialKind::Password;
        let known = |name: &str| {
            COMMON.contains(&name) || own.contains(&name) || may_want && OF_CAPTCHA.contains(&name)
        };
        if !body.keys().all(|name| known(name)) {
            return Err(CoError::ExtraMember);
        }
        let credential = match kind {
            CredentialKind::Password => Credential::Password(Secret::new(text("password")?)),
            CredentialKind::Otp => Credential::Otp(Secret::new(text("otp")?)),
        };
        let realm = if own.contains(&"realm") {
            Some(text("realm")?)
        } else {
            None
        };
        let username = text("username")?.trim().to_owned();
        Ok(Self {
            client_id: text("client_id")?,
            username,
            credential,
            realm,
            captcha: body.get("captcha").and_then(Value::as_str).map(str::to_owned),
            state: body.get("state").and_then(Value::as_str).map(str::to_owned),
        })
    }
}

impl Credential {
    pub(super) fn kind(&self) -> CredentialKind {
        match self {
            Self::Password(_) => CredentialKind::Password,
            Self::Otp(_) => CredentialKind::Otp,
        }
    }
}
