//! Companies' connections, found by the domain of an address, and fast however many there are.

use vestibule_protocol::Connection;

/// How many shelves the domains are spread over: with ten thousand of them, ten on each.
const SHELVES: usize = 1024;

/// Companies' connections and the domains that they serve, on shelves by a small sum of their letters: the maps of the
/// standard library take a kilobyte of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Realms {
    connections: Vec<Connection>,
    shelves: Vec<Vec<(String, usize)>>,
}

impl Realms {
    /// Where two connections name the same domain, the first has it.
    pub(crate) fn new(connections: Vec<Connection>) -> Self {
        let mut shelves = vec![Vec::new(); SHELVES];
        for (at, connection) in connections.iter().enumerate() {
            for domain in &connection.domains {
                shelves[shelf(domain)].push((domain.clone(), at));
            }
        }
        Self { connections, shelves }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.connections.is_empty()
    }

    #[cfg(feature = "live-config")]
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Connection> {
        self.connections.iter()
    }

    /// The connection that serves a domain, which is in lower case.
    pub(crate) fn get(&self, domain: &str) -> Option<&Connection> {
        let domains = self.shelves.get(shelf(domain))?;
        let (_, at) = domains.iter().find(|(known, _)| known == domain)?;
        self.connections.get(*at)
    }
}

fn shelf(domain: &str) -> usize {
    let sum = domain.bytes().fold(7_u32, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(u32::from(byte))
    });
    usize::try_from(sum).unwrap_or_default() % SHELVES
}
