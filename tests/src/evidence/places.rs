//! Addresses, less what the protocol puts into them.

/// Parameters that hold a secret because the protocol says so, and the paths where they may: the ticket of embedded
/// login, the hint by which the server knows whose session it is, and the code of a hosted page, which was verified before and counts
/// for nothing but that browser's login.
const BY_PROTOCOL: [(&str, &str); 4] = [
    ("/authorize", "login_ticket"),
    ("/authorize", "id_token_hint"),
    ("/oidc/logout", "id_token_hint"),
    ("/passwordless/verify_redirect", "verification_code"),
];

/// What the front channel of a story's app may carry in the fragment of its own address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Front {
    /// Nothing: the app asks for no tokens there.
    Bare,
    /// Tokens on their way: the browser's own warnings name the address, and the app clears it.
    Passing,
    /// Tokens that stay: the app is a test's own, made of a client that leaves the address as it is.
    Kept,
}

impl Front {
    /// What may still be there when the story is over.
    pub fn at_the_end(self) -> Self {
        match self {
            Self::Passing => Self::Bare,
            Self::Bare | Self::Kept => self,
        }
    }
}

/// An address in its parts.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    before: &'a str,
    query: &'a str,
    fragment: &'a str,
}

impl<'a> Place<'a> {
    /// Takes an address apart, with or without an origin.
    pub fn of(address: &'a str) -> Self {
        let (rest, fragment) = address.split_once('#').unwrap_or((address, ""));
        let (before, query) = rest.split_once('?').unwrap_or((rest, ""));
        Self {
            before,
            query,
            fragment,
        }
    }

    /// The path.
    pub fn path(&self) -> &'a str {
        let rest = self
            .before
            .split_once("://")
            .map_or(self.before, |(_, rest)| rest);
        rest.find('/').map_or("/", |at| &rest[at..])
    }

    /// The address as it reads, without what may be in it.
    pub fn bare(&self, front: Front) -> String {
        let allowed = |name: &str| BY_PROTOCOL.contains(&(self.path(), name));
        let query = pairs(self.query, |name| !allowed(name));
        let fragment = pairs(self.fragment, |name| {
            front == Front::Bare || !["access_token", "id_token"].contains(&name)
        });
        format!("{}?{query}#{fragment}", self.before)
    }
}

/// The parameters that are kept, decoded.
fn pairs(text: &str, keep: impl Fn(&str) -> bool) -> String {
    let kept = form_urlencoded::parse(text.as_bytes()).filter(|(name, _)| keep(name));
    kept.map(|(name, value)| format!("{name}={value}"))
        .collect::<Vec<_>>()
        .join("&")
}

#[cfg(test)]
mod tests {
    use super::{Front, Place};

    #[test]
    fn a_parameter_is_left_out_only_where_the_protocol_puts_it() {
        for (address, bare) in [
            ("/authorize?login_ticket=t&state=a+b", "/authorize?state=a b#"),
            (
                "http://localhost:1/oidc/logout?id_token_hint=t",
                "http://localhost:1/oidc/logout?#",
            ),
            (
                "http://localhost:1/?login_ticket=t",
                "http://localhost:1/?login_ticket=t#",
            ),
            ("/v2/logout?id_token_hint=t", "/v2/logout?id_token_hint=t#"),
            ("/#access_token=t", "/?#access_token=t"),
        ] {
            assert_eq!(Place::of(address).bare(Front::Bare), bare);
        }
        let older = Place::of("/#access_token=t&id_token=t&state=s");
        assert_eq!(older.bare(Front::Kept), "/?#state=s");
        let passed = Front::Passing.at_the_end();
        assert_eq!(older.bare(passed), "/?#access_token=t&id_token=t&state=s");
    }
}
