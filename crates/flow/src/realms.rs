//! Companies' connections, found by the domain of an address, and fast however many there are.

use vestibule_protocol::Connection;

use crate::built;

/// How many shelves the domains are spread over: with ten thousand of them, ten on each.
const SHELVES: usize = 1024;

/// Companies' connections and the domains that they serve, on shelves by a small sum of their letters: the maps of the
/// standard library take a kilobyte of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Realms {
    connections: Vec<Connection>,
    /// So many of them have no button: they come first.
    hidden: usize,
    shelves: Vec<Vec<(String, usize)>>,
}

impl Realms {
    /// Those without a button and those with one. Where two connections name the same domain, the first has it.
    pub(crate) fn new(mut connections: Vec<Connection>, shown: &[Connection]) -> Self {
        let hidden = connections.len();
        connections.extend(shown.iter().filter(|one| !one.domains.is_empty()).cloned());
        let mut shelves = vec![Vec::new(); SHELVES];
        for (at, connection) in connections.iter().enumerate() {
            for domain in &connection.domains {
                shelves[shelf(domain)].push((domain.clone(), at));
            }
        }
        Self {
            connections,
            hidden,
            shelves,
        }
    }

    /// Whether no company is found by its domain alone.
    pub(crate) const fn is_empty(&self) -> bool {
        !built::ENTERPRISE || self.hidden == 0
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

#[cfg(test)]
mod tests {
    use vestibule_protocol::ConnectionKind;

    use super::*;

    fn company(name: &str, domains: Vec<String>) -> Connection {
        Connection {
            name: name.to_owned(),
            strategy: "samlp".to_owned(),
            display_name: None,
            domains,
            kind: ConnectionKind::Enterprise,
        }
    }

    #[test]
    fn ten_thousand_domains_are_searched_as_fast_as_ten() {
        let many: Vec<String> = (0..10_000).map(|at| format!("d{at}.test")).collect();
        let realms = Realms::new(vec![company("acme", many.clone())], &[]);
        let longest = realms.shelves.iter().map(Vec::len).max();
        assert!(
            longest <= Some(40),
            "{longest:?} domains are looked through for one"
        );
        assert!(many.iter().all(|domain| realms.get(domain).is_some()));
    }

    #[test]
    fn a_company_with_a_button_is_found_by_its_domain_too_and_after_one_without() {
        let of = |name, domain: &str| company(name, vec![domain.to_owned()]);
        let shown = [
            of("shown", "a.test"),
            of("second", "b.test"),
            company("none", Vec::new()),
        ];
        let realms = Realms::new(vec![of("hidden", "a.test")], &shown);
        let found = |domain| realms.get(domain).map(|one| one.name.as_str());
        assert_eq!(found("a.test"), Some("hidden"));
        assert_eq!(found("b.test"), Some("second"));
        assert!(!realms.is_empty() && Realms::new(Vec::new(), &shown).is_empty());
    }
}
