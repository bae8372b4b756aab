//! A connection: one way in which people can prove who they are.

use super::password_rules::{Complexity, Dictionary, PasswordPolicy};

/// A connection.
#[derive(Debug, Clone)]
pub struct Connection {
    /// Its name, which requests carry as `connection` or `realm`.
    pub name: String,
    /// Auth0's word for its kind: `auth0`, `google-oauth2`, `facebook`, `email`, `sms`, `samlp`, `ad`, ….
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
    /// The directory of an organisation (AD or LDAP), whose people type user name and password here.
    Directory {
        /// Lower-case mail domains, if it is found by any; the first is the main one.
        domains: Vec<String>,
    },
}

/// What a database connection asks of its people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatabaseRules {
    /// How hard a password must be.
    pub policy: PasswordPolicy,
    /// Overrides the policy's least length, and the rest of the policy when it says more.
    pub complexity: Complexity,
    /// How many former passwords may not be chosen again; none of them may be the present one either when this is
    /// more than nothing.
    pub history: usize,
    /// Which passwords are too common; left out, the built-in list under every policy but `none`.
    pub dictionary: Option<Dictionary>,
    /// Whether a password may not contain a name or address of the person; left out, under every policy but `none`.
    pub no_personal_info: Option<bool>,
    /// Whether people choose a user name at sign-up.
    pub requires_username: bool,
    /// The shortest and longest user name, in characters.
    pub username_length: (usize, usize),
    /// Whether people may sign up by themselves.
    pub sign_up: bool,
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

    /// Whether people type a password for it here: a database or a directory.
    #[must_use]
    pub fn takes_password(&self) -> bool {
        matches!(
            self.kind,
            ConnectionKind::Database(_) | ConnectionKind::Directory { .. }
        )
    }

    /// Whether people leave for a provider.
    #[must_use]
    pub fn leads_to_provider(&self) -> bool {
        matches!(
            self.kind,
            ConnectionKind::Social | ConnectionKind::Enterprise { .. }
        )
    }

    /// The mail domains that belong to it, the main one first.
    #[must_use]
    pub fn domains(&self) -> &[String] {
        match &self.kind {
            ConnectionKind::Enterprise { domains } | ConnectionKind::Directory { domains } => domains,
            _ => &[],
        }
    }
}
