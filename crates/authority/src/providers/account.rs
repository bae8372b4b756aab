//! The accounts that people have at a played provider.

use serde::{Deserialize, Serialize};

use crate::config::{Connection, ConnectionKind};

/// An account, as the provider tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Account {
    /// Full name.
    pub(super) name: String,
    /// Mail address in lower case.
    pub(super) email: String,
}

/// The accounts that the provider's page offers.
pub(super) fn offered(connection: &Connection) -> Vec<Account> {
    let people: &[(&str, &str)] = match connection.kind {
        ConnectionKind::Enterprise { .. } => &[("Alice Ahmadi", "alice"), ("Bob Bauer", "bob")],
        _ => &[
            ("Ada Lovelace", "ada"),
            ("Grace Hopper", "grace"),
            ("Alan Turing", "alan"),
        ],
    };
    let domain = connection.domains().first().map_or("example.com", String::as_str);
    let account = |(name, local): &(&str, &str)| Account {
        name: (*name).to_owned(),
        email: format!("{local}@{domain}"),
    };
    people.iter().map(account).collect()
}

/// The account under `email`: one of those offered, or a fresh one. `None` when the provider can have no such account.
pub(super) fn of_email(connection: &Connection, email: &str) -> Option<Account> {
    let email = crate::address::email(email)?;
    let domains = connection.domains();
    if !domains.is_empty() && !domains.contains(&crate::address::domain(&email)?) {
        return None;
    }
    let known = offered(connection)
        .into_iter()
        .find(|account| account.email == email);
    let local = email.split('@').next().unwrap_or_default();
    let name = local
        .split(['.', '_', '-', '+'])
        .map(capitalised)
        .collect::<Vec<_>>()
        .join(" ");
    Some(known.unwrap_or(Account { name, email }))
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{of_email, offered};

    #[test]
    fn an_enterprise_has_accounts_of_its_own_domains_only() {
        let config = crate::seed::config();
        let acme = config.connection("acme").unwrap();
        assert!(of_email(acme, "carol.jones@acme.test").is_some_and(|carol| carol.name == "Carol Jones"));
        assert_eq!(of_email(acme, "carol@example.com"), None);
        assert!(
            offered(acme)
                .iter()
                .all(|account| account.email.ends_with("@acme.test"))
        );
    }
}
