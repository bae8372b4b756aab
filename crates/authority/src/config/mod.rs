//! What the server is told at start: seeds, and what a TOML file adds to them or changes in them.

mod captcha;
mod check;
mod client;
mod connection;
mod connection_words;
mod error;
mod file;
mod limits;
mod organization;
mod password_rules;
mod person;
mod rule;
mod strategy;

use std::path::PathBuf;

pub use captcha::{Captcha, CaptchaImage, CaptchaProvider, Wanted};
pub use client::{Client, Dpop, Pkce, ResponseType};
pub use connection::{Connection, ConnectionKind, DatabaseRules};
pub use error::ConfigError;
pub use limits::{Api, KeyAlgorithm, Lifetimes, LockOut, RateLimits, Transport};
pub use organization::Organization;
pub use password_rules::{
    Allowance, CharacterType, CharacterTypeRule, Complexity, Dictionary, Excess, PasswordPolicy,
};
pub use person::SeedUser;
pub use rule::{Moment, Rule};

/// The whole configuration, checked.
#[derive(Debug, Clone)]
pub struct Config {
    /// A fixed issuer, ending in a slash; without it the issuer follows the `Host` header.
    pub issuer: Option<String>,
    /// The tenant's name, as the client settings show it.
    pub tenant: String,
    /// Whether the server speaks http or https.
    pub transport: Transport,
    /// The signature algorithm of new tokens.
    pub key_algorithm: KeyAlgorithm,
    /// How long things live.
    pub lifetimes: Lifetimes,
    /// When an account is locked.
    pub lock_out: LockOut,
    /// How many messages one network address may set off.
    pub rate_limits: RateLimits,
    /// Whether people have to show that they are people.
    pub captcha: Captcha,
    /// The example API at `/api/me`.
    pub api: Api,
    /// The example API at `/api/reports`.
    pub reports: Api,
    /// Whether sign-up says `user_exists` (true) or the generic `invalid_signup` (false).
    pub reveal_user_exists: bool,
    /// The country that `/user/geoloc/country` tells, by its code in ISO 3166-1.
    pub country: String,
    /// The directory of the network that browsers seem to be in, for `/user/ssodata`.
    pub corporate_network: Option<String>,
    /// A folder with a login page of somebody's own, in the place of this server's: `index.html` with `@@config@@` in it, and the
    /// files that it names.
    pub hosted_page: Option<PathBuf>,
    /// Registered clients.
    pub clients: Vec<Client>,
    /// Connections, in the order in which settings show them.
    pub connections: Vec<Connection>,
    /// Organisations.
    pub organizations: Vec<Organization>,
    /// People who are there from the start.
    pub users: Vec<SeedUser>,
    /// Rules that refuse people, in the order in which they are asked.
    pub rules: Vec<Rule>,
}

impl Config {
    /// Reads a TOML file's text on top of the seeds.
    pub fn from_toml(text: &str) -> Result<Self, ConfigError> {
        file::read(text, crate::seed::config())
    }

    /// The client with this identifier.
    #[must_use]
    pub fn client(&self, client_id: &str) -> Option<&Client> {
        self.clients.iter().find(|client| client.client_id == client_id)
    }

    /// The connection with this name.
    #[must_use]
    pub fn connection(&self, name: &str) -> Option<&Connection> {
        self.connections.iter().find(|connection| connection.name == name)
    }

    /// The connection with this name, when `client` may use it.
    #[must_use]
    pub fn connection_for(&self, client: &Client, name: &str) -> Option<&Connection> {
        self.connection(name)
            .filter(|connection| client.may_use(connection))
    }

    /// The connections that `client` may use, in the configured order.
    pub fn connections_for<'a>(&'a self, client: &'a Client) -> impl Iterator<Item = &'a Connection> {
        self.connections
            .iter()
            .filter(|connection| client.may_use(connection))
    }

    /// The API with this audience.
    #[must_use]
    pub fn api_of(&self, audience: &str) -> Option<&Api> {
        [&self.api, &self.reports]
            .into_iter()
            .find(|api| api.audience == audience)
    }

    /// The organisation that a request calls by identifier or name.
    #[must_use]
    pub fn organization(&self, asked: &str) -> Option<&Organization> {
        self.organizations
            .iter()
            .find(|organization| organization.is(asked))
    }

    /// Whether some client lists this origin: the most that a CORS preflight, which names no client, can ask.
    #[must_use]
    pub fn knows_origin(&self, origin: &str) -> bool {
        self.clients.iter().any(|client| client.allows_origin(origin))
    }
}
