//! Companies' connections, found by the domain of an address, and fast however many there are.

use std::collections::BTreeMap;

use vestibule_protocol::Connection;

/// Companies' connections and the domains that they serve.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Realms {
    connections: Vec<Connection>,
    by_domain: BTreeMap<String, usize>,
}

impl Realms {
    /// Where two connections name the same domain, the first has it.
    pub(crate) fn new(connections: Vec<Connection>) -> Self {
        let mut by_domain = BTreeMap::new();
        for (at, connection) in connections.iter().enumerate() {
            for domain in &connection.domains {
                by_domain.entry(domain.clone()).or_insert(at);
            }
        }
        Self {
            connections,
            by_domain,
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.connections.is_empty()
    }

    /// The connection that serves a domain, which is in lower case.
    pub(crate) fn get(&self, domain: &str) -> Option<&Connection> {
        self.connections.get(*self.by_domain.get(domain)?)
    }
}
