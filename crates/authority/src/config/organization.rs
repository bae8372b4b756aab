//! An organisation: people of one house, who log in to a client under its name.

use serde::Deserialize;

use super::Connection;

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    /// The `org_id` claim, which begins with `org_`.
    pub id: String,
    /// The `org_name` claim, in lower case.
    pub name: String,
    /// What people read.
    pub display_name: String,
    /// Names of the connections by which its members come; left out, all.
    #[serde(default)]
    pub connections: Option<Vec<String>>,
    /// Mail addresses of its members; only a verified address counts.
    #[serde(default)]
    pub members: Vec<String>,
    /// Invitations, each of which makes one person a member.
    #[serde(default)]
    pub invitations: Vec<String>,
}

impl Organization {
    /// Whether `asked` is its identifier or, in any case, its name.
    #[must_use]
    pub fn is(&self, asked: &str) -> bool {
        self.id == asked || self.name.eq_ignore_ascii_case(asked)
    }

    /// Whether its members may come by this connection.
    #[must_use]
    pub fn takes(&self, connection: &Connection) -> bool {
        self.takes_named(&connection.name)
    }

    /// Whether its members may come by the connection of this name.
    #[must_use]
    pub fn takes_named(&self, connection: &str) -> bool {
        self.connections
            .as_ref()
            .is_none_or(|names| names.iter().any(|name| name == connection))
    }

    /// Whether the configuration lists this mail address.
    #[must_use]
    pub fn lists(&self, email: &str) -> bool {
        self.members
            .iter()
            .any(|member| member.eq_ignore_ascii_case(email))
    }
}
