//! A connection: one way in which people can prove who they are.

use serde::Deserialize;

/// A connection.
#[derive(Debug, Clone)]
pub struct Connection {
    /// Its name, which requests carry as `connection` or `realm`.
    pub name: String,
    /// Auth0's word for its kind: `auth0`, `google-oauth2`, `facebook`, `email`, `sms`, `samlp`, ….
    pub strategy: String,
    /// What a button says.
    pub display_name: String,
    /// What kind it is, with what belongs to that kind.
    pub kind: ConnectionKind,
}

/// The kinds of connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConnectionKind {
    /// User name (or e-mail address) and password.
    Database(DatabaseRules),
    /// A code or link by e-mail.
    Email,
    /// A code by text message.
    Sms,
    /// A provider where people have an account of their own.
    Social,
    /// The provider of an organisation, found by the domain of the mail address.
    Enterprise {
        /// Lower-case mail domains; the first is the main one.
        domains: Vec<String>,
    },
}

/// What a database connection asks of its people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatabaseRules {
    /// How hard a password must be.
    pub policy: PasswordPolicy,
    /// Overrides the policy's least length, in characters.
    pub min_length: Option<usize>,
    /// Whether people choose a user name at sign-up.
    pub requires_username: bool,
    /// Whether people may sign up by themselves.
    pub sign_up: bool,
}

/// Auth0's names for password policies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PasswordPolicy {
    /// One character.
    None,
    /// Six characters.
    Low,
    /// Eight, with lower case, upper case and a digit.
    Fair,
    /// Eight, with three of four classes.
    Good,
    /// Ten, with three of four classes and no character three times running.
    Excellent,
}

impl PasswordPolicy {
    /// Its name on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Low => "low",
            Self::Fair => "fair",
            Self::Good => "good",
            Self::Excellent => "excellent",
        }
    }
}

impl Connection {
    /// The rules, when it is a database connection.
    #[must_use]
    pub fn database(&self) -> Option<&DatabaseRules> {
        match &self.kind {
            ConnectionKind::Database(rules) => Some(rules),
            _ => None,
        }
    }
}
