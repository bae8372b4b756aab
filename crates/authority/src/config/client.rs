//! A registered client and its exact allow-lists.

use std::fmt;

use serde::Deserialize;

use super::Connection;

/// A registered client. All of them are public: a page in a browser keeps no secret.
#[derive(Debug, Clone)]
pub struct Client {
    /// `client_id`.
    pub client_id: String,
    /// The name that pages show.
    pub name: String,
    /// Origins that may call by CORS and receive web messages, compared as exact strings.
    pub origins: Vec<String>,
    /// Redirect URIs, compared as exact strings (RFC 9700 section 2.1).
    pub callbacks: Vec<String>,
    /// Targets of `/v2/logout`, compared as exact strings.
    pub logout_urls: Vec<String>,
    /// The response types this client may ask for.
    pub response_types: Vec<ResponseType>,
    /// Whether a code needs PKCE.
    pub pkce: Pkce,
    /// Whether access tokens are bound to a key of the client.
    pub dpop: Dpop,
    /// Whether every authorization request must be pushed first (RFC 9126 section 6).
    pub require_pushed_authorization_requests: bool,
    /// Whether the person is asked what the client may do: right for clients of somebody else.
    pub consent: bool,
    /// Where a login that somebody else begins is sent to (OpenID Connect Core section 4).
    pub initiate_login_uri: Option<String>,
    /// Audiences for which its refresh tokens bring access tokens beside that of the login; `None` means all.
    pub refresh_audiences: Option<Vec<String>>,
    /// Whether `/co/authenticate` is open to this client.
    pub cross_origin_authentication: bool,
    /// Names of the connections it may use; `None` means all.
    pub connections: Option<Vec<String>>,
}

impl Client {
    /// Whether `origin` is on the list.
    #[must_use]
    pub fn allows_origin(&self, origin: &str) -> bool {
        self.origins.iter().any(|allowed| allowed == origin)
    }

    /// Whether `connection` is switched on for this client.
    #[must_use]
    pub fn may_use(&self, connection: &Connection) -> bool {
        self.connections
            .as_ref()
            .is_none_or(|names| names.contains(&connection.name))
    }

    /// Whether its refresh tokens may be used for `audience`, which was not that of the login.
    #[must_use]
    pub fn may_refresh_for(&self, audience: &str) -> bool {
        self.refresh_audiences
            .as_ref()
            .is_none_or(|audiences| audiences.iter().any(|listed| listed == audience))
    }
}

/// Whether a client must send a code challenge with every request for a code (RFC 9700 section 2.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pkce {
    /// A request for a code without S256 challenge is refused.
    Required,
    /// Older clients that know no PKCE.
    Optional,
}

/// Whether a client binds its access tokens to a key (RFC 9449).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dpop {
    /// Proofs are not looked at.
    Off,
    /// Whoever sends a proof gets a bound token.
    Allowed,
    /// A request for tokens without a proof is refused.
    Required,
}

/// A response type, as a set: the order of its words does not matter (OAuth 2.0 Multiple Response Types, section 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct ResponseType {
    code: bool,
    token: bool,
    id_token: bool,
}

impl ResponseType {
    /// Every combination that is defined.
    pub const ALL: [Self; 7] = [
        Self::of(true, false, false),
        Self::of(false, true, false),
        Self::of(false, false, true),
        Self::of(false, true, true),
        Self::of(true, true, false),
        Self::of(true, false, true),
        Self::of(true, true, true),
    ];

    const fn of(code: bool, token: bool, id_token: bool) -> Self {
        Self {
            code,
            token,
            id_token,
        }
    }

    /// Reads the parameter; `None` for words that are unknown, doubled or absent.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut read = Self::of(false, false, false);
        for word in text.split(' ') {
            let seen = match word {
                "code" => &mut read.code,
                "token" => &mut read.token,
                "id_token" => &mut read.id_token,
                _ => return None,
            };
            if std::mem::replace(seen, true) {
                return None;
            }
        }
        Some(read)
    }

    /// Whether it asks for an authorization code.
    #[must_use]
    pub fn has_code(self) -> bool {
        self.code
    }

    /// Whether it asks for an access token in the front channel.
    #[must_use]
    pub fn has_token(self) -> bool {
        self.token
    }

    /// Whether it asks for an ID token in the front channel.
    #[must_use]
    pub fn has_id_token(self) -> bool {
        self.id_token
    }
}

impl fmt::Display for ResponseType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = [
            (self.code, "code"),
            (self.id_token, "id_token"),
            (self.token, "token"),
        ];
        let mut space = "";
        for word in words.iter().filter(|(asked, _)| *asked).map(|(_, word)| word) {
            write!(formatter, "{space}{word}")?;
            space = " ";
        }
        Ok(())
    }
}

impl TryFrom<String> for ResponseType {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("`{text}` is not a response type"))
    }
}

#[cfg(test)]
mod tests {
    use super::ResponseType;

    #[test]
    fn the_order_of_a_response_types_words_does_not_matter() {
        assert_eq!(
            ResponseType::parse("token id_token"),
            ResponseType::parse("id_token token")
        );
        assert_eq!(
            ResponseType::parse("token id_token").unwrap().to_string(),
            "id_token token"
        );
    }

    #[test]
    fn an_unknown_or_doubled_word_is_no_response_type() {
        for text in ["", "none", "code code", "code  token", " code", "Code"] {
            assert_eq!(ResponseType::parse(text), None, "{text:?}");
        }
    }
}
