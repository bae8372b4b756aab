//! The configuration file: TOML on top of the seeds, unknown keys refused.

use std::path::PathBuf;

use serde::Deserialize;

use super::check;
use super::connection_words::ConnectionWords;
use super::{
    Api, Captcha, Client, Config, ConfigError, Dpop, KeyAlgorithm, Lifetimes, LockOut, Organization, Pkce,
    RateLimits, ResponseType, Rule, SeedUser,
};

/// Puts the file's words on top of `base` and checks the whole.
pub(super) fn read(text: &str, base: Config) -> Result<Config, ConfigError> {
    let file: File = toml::from_str(text).map_err(ConfigError::Toml)?;
    let mut config = base;
    config.issuer = file.issuer.or(config.issuer);
    config.tenant = file.tenant.unwrap_or(config.tenant);
    config.key_algorithm = file.key_algorithm.unwrap_or(config.key_algorithm);
    config.lifetimes = file.lifetimes.unwrap_or(config.lifetimes);
    config.lock_out = file.lock_out.unwrap_or(config.lock_out);
    config.rate_limits = file.rate_limits.unwrap_or(config.rate_limits);
    config.captcha = file.captcha.unwrap_or(config.captcha);
    config.api = file.api.unwrap_or(config.api);
    config.reports = file.reports.unwrap_or(config.reports);
    config.reveal_user_exists = file.reveal_user_exists.unwrap_or(config.reveal_user_exists);
    config.country = file.country.unwrap_or(config.country);
    config.hosted_page = file.hosted_page.or(config.hosted_page);
    config.corporate_network = file.corporate_network.or(config.corporate_network);
    for words in file.connection {
        let old = config.connection(&words.name).cloned();
        put(&mut config.connections, words.on_top_of(old)?, |connection| {
            connection.name.clone()
        });
    }
    for words in file.client {
        let old = config.client(&words.client_id).cloned();
        put(&mut config.clients, words.on_top_of(old), |client| {
            client.client_id.clone()
        });
    }
    for organization in file.organization {
        put(&mut config.organizations, organization, |organization| {
            organization.id.clone()
        });
    }
    for user in file.user {
        put(&mut config.users, user, |user| {
            (user.connection.clone(), user.email.to_lowercase())
        });
    }
    config.rules.extend(file.rule);
    check::check(&config)?;
    Ok(config)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    issuer: Option<String>,
    tenant: Option<String>,
    key_algorithm: Option<KeyAlgorithm>,
    lifetimes: Option<Lifetimes>,
    lock_out: Option<LockOut>,
    rate_limits: Option<RateLimits>,
    captcha: Option<Captcha>,
    api: Option<Api>,
    reports: Option<Api>,
    reveal_user_exists: Option<bool>,
    country: Option<String>,
    corporate_network: Option<String>,
    hosted_page: Option<PathBuf>,
    #[serde(default)]
    client: Vec<ClientWords>,
    #[serde(default)]
    connection: Vec<ConnectionWords>,
    #[serde(default)]
    organization: Vec<Organization>,
    #[serde(default)]
    user: Vec<SeedUser>,
    #[serde(default)]
    rule: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClientWords {
    client_id: String,
    name: Option<String>,
    origins: Option<Vec<String>>,
    callbacks: Option<Vec<String>>,
    logout_urls: Option<Vec<String>>,
    response_types: Option<Vec<ResponseType>>,
    pkce: Option<Pkce>,
    dpop: Option<Dpop>,
    require_pushed_authorization_requests: Option<bool>,
    consent: Option<bool>,
    initiate_login_uri: Option<String>,
    refresh_audiences: Option<Vec<String>>,
    cross_origin_authentication: Option<bool>,
    connections: Option<Vec<String>>,
}

impl ClientWords {
    /// What the file leaves out stays as it was; new origins bring their usual callbacks with them.
    fn on_top_of(self, old: Option<Client>) -> Client {
        let old = old.unwrap_or_else(|| crate::seed::client(&self.client_id, &[]));
        let usual = self
            .origins
            .as_deref()
            .map(|origins| crate::seed::client(&self.client_id, origins));
        Client {
            name: self.name.unwrap_or(old.name),
            callbacks: self
                .callbacks
                .or_else(|| usual.as_ref().map(|usual| usual.callbacks.clone()))
                .unwrap_or(old.callbacks),
            logout_urls: self
                .logout_urls
                .or_else(|| usual.as_ref().map(|usual| usual.logout_urls.clone()))
                .unwrap_or(old.logout_urls),
            origins: self.origins.unwrap_or(old.origins),
            response_types: self.response_types.unwrap_or(old.response_types),
            pkce: self.pkce.unwrap_or(old.pkce),
            dpop: self.dpop.unwrap_or(old.dpop),
            require_pushed_authorization_requests: self
                .require_pushed_authorization_requests
                .unwrap_or(old.require_pushed_authorization_requests),
            consent: self.consent.unwrap_or(old.consent),
            initiate_login_uri: self.initiate_login_uri.or(old.initiate_login_uri),
            refresh_audiences: self.refresh_audiences.or(old.refresh_audiences),
            cross_origin_authentication: self
                .cross_origin_authentication
                .unwrap_or(old.cross_origin_authentication),
            connections: self.connections.or(old.connections),
            client_id: self.client_id,
        }
    }
}

/// Replaces the entry with the same key in its place, or adds one at the end.
fn put<T, K: PartialEq>(list: &mut Vec<T>, entry: T, key: impl Fn(&T) -> K) {
    match list.iter_mut().find(|old| key(old) == key(&entry)) {
        Some(old) => *old = entry,
        None => list.push(entry),
    }
}
