//! A person who is there from the start.

use serde::Deserialize;

use crate::secret::Secret;

/// A person of a database connection, put into the store at start when the address is not there yet.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeedUser {
    /// Mail address, compared in lower case.
    pub email: String,
    /// The password as typed; the policy is not asked.
    pub password: Secret,
    /// User name, when the person has one.
    #[serde(default)]
    pub username: Option<String>,
    /// Full name.
    #[serde(default)]
    pub name: Option<String>,
    /// The database connection.
    #[serde(default = "default_connection")]
    pub connection: String,
    /// Whether the address counts as verified.
    #[serde(default)]
    pub email_verified: bool,
    /// Whether every login wants a second proof.
    #[serde(default)]
    pub second_factor: bool,
    /// A blocked person is refused with `blocked_user`.
    #[serde(default)]
    pub blocked: bool,
}

fn default_connection() -> String {
    crate::seed::DATABASE.to_owned()
}
