//! What is shown, as the page's address has it: `?screen=log-in&state=locked&theme=dusk&lang=de&dir=rtl&width=320`.

use web_sys::UrlSearchParams;

/// Its parts by their names in the address, with what they are when it says nothing of them.
pub const PARTS: [(&str, &str); 13] = [
    ("screen", "log-in"),
    ("state", "idle"),
    ("theme", "dawn"),
    ("lang", "en"),
    ("dir", "auto"),
    ("width", "440"),
    ("mode", "auto"),
    ("layout", "inline"),
    ("density", "theme"),
    ("card", "theme"),
    ("order", "connections"),
    ("buttons", "words"),
    ("message", "none"),
];

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    values: [String; PARTS.len()],
    /// Nothing but the widget: for pictures and tests.
    pub bare: bool,
}

impl Address {
    /// What an address without a query shows.
    #[cfg(test)]
    pub fn usual() -> Self {
        Self {
            values: PARTS.map(|(_, usual)| usual.to_owned()),
            bare: false,
        }
    }

    /// Reads the query of an address.
    pub fn parse(query: &str) -> Self {
        let given = UrlSearchParams::new_with_str(query).ok();
        let get = |name: &str| given.as_ref().and_then(|given| given.get(name));
        Self {
            values: PARTS.map(|(name, usual)| get(name).unwrap_or_else(|| usual.to_owned())),
            bare: get("bare").is_some(),
        }
    }

    /// The value of a part.
    pub fn get(&self, name: &str) -> &str {
        let at = PARTS.iter().position(|(part, _)| *part == name);
        at.map_or("", |at| &self.values[at])
    }

    /// The same with another value of a part.
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut next = self.clone();
        for ((part, _), old) in PARTS.iter().zip(&mut next.values) {
            if *part == name {
                value.clone_into(old);
            }
        }
        next
    }

    /// The query, with what is not as usual.
    pub fn query(&self) -> String {
        let mut query = String::new();
        for ((name, usual), value) in PARTS.iter().zip(&self.values) {
            if value != usual || *name == "screen" || *name == "state" {
                query.push(if query.is_empty() { '?' } else { '&' });
                query.push_str(name);
                query.push('=');
                query.push_str(&String::from(js_sys::encode_uri_component(value)));
            }
        }
        if self.bare {
            query.push_str("&bare");
        }
        query
    }
}
