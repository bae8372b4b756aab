//! What must be right in a configuration beyond its form.

use url::Url;

use super::{Client, Config, ConfigError, Connection, ConnectionKind, Lifetimes, Organization, Rule};

/// Schemes that would run or show something instead of going to an app.
const NO_PLACES: [&str; 5] = ["javascript", "data", "blob", "file", "about"];

/// A year in seconds: what nothing here should outlive.
const YEAR: i64 = 31_536_000;

/// Checks the whole.
pub(super) fn check(config: &Config) -> Result<(), ConfigError> {
    check_issuer(config)?;
    check_lifetimes(&config.lifetimes)?;
    check_network(config)?;
    if !(1..=3600).contains(&config.captcha.seconds) {
        return Err(ConfigError::CaptchaSeconds);
    }
    for client in &config.clients {
        check_client(config, client)?;
    }
    for organization in &config.organizations {
        check_organization(config, organization)?;
    }
    if config.api.audience == config.reports.audience {
        return Err(ConfigError::Audience(config.api.audience.clone()));
    }
    config
        .rules
        .iter()
        .try_for_each(|rule| check_rule(config, rule))?;
    let no_database = |name: &String| !config.connection(name).is_some_and(Connection::takes_password);
    match config
        .users
        .iter()
        .map(|user| &user.connection)
        .find(|name| no_database(name))
    {
        Some(name) => Err(ConfigError::NoDatabase(name.clone())),
        None => Ok(()),
    }
}

/// `OpenID` Connect Discovery section 3; the slash at the end is Auth0's habit, and endpoints are joined to it.
fn check_issuer(config: &Config) -> Result<(), ConfigError> {
    let Some(issuer) = &config.issuer else {
        return Ok(());
    };
    let fits = Url::parse(issuer).is_ok_and(|url| {
        matches!(url.scheme(), "http" | "https") && url.query().is_none() && url.fragment().is_none()
    });
    if fits && issuer.ends_with('/') {
        Ok(())
    } else {
        Err(ConfigError::Issuer(issuer.clone()))
    }
}

fn check_lifetimes(lifetimes: &Lifetimes) -> Result<(), ConfigError> {
    let bounds: [(&'static str, i64, i64, i64); 13] = [
        // RFC 6749 section 4.1.2: ten minutes at most.
        ("code", lifetimes.code, 1, 600),
        ("ticket", lifetimes.ticket, 1, 60),
        ("request", lifetimes.request, 1, YEAR),
        // RFC 9126 section 2.2: five seconds to ten minutes.
        ("pushed_request", lifetimes.pushed_request, 5, 600),
        ("dpop_nonce", lifetimes.dpop_nonce, 1, 3600),
        ("access_token", lifetimes.access_token, 1, YEAR),
        ("id_token", lifetimes.id_token, 1, YEAR),
        ("refresh_idle", lifetimes.refresh_idle, 1, YEAR),
        ("refresh_absolute", lifetimes.refresh_absolute, 1, YEAR),
        ("refresh_leeway", lifetimes.refresh_leeway, 0, 600),
        ("session", lifetimes.session, 1, YEAR),
        ("otp", lifetimes.otp, 1, YEAR),
        ("mail_link", lifetimes.mail_link, 1, YEAR),
    ];
    match bounds
        .into_iter()
        .find(|(_, value, least, most)| !(least..=most).contains(&value))
    {
        Some((key, _, least, most)) => Err(ConfigError::Lifetime { key, least, most }),
        None => Ok(()),
    }
}

fn check_client(config: &Config, client: &Client) -> Result<(), ConfigError> {
    let client_id = || client.client_id.clone();
    if let Some(origin) = client.origins.iter().find(|origin| !is_origin(origin)) {
        return Err(ConfigError::Origin {
            client_id: client_id(),
            origin: origin.clone(),
        });
    }
    for (list, urls) in [
        ("callbacks", &client.callbacks),
        ("logout_urls", &client.logout_urls),
    ] {
        if let Some(url) = urls.iter().find(|url| !is_place(url)) {
            return Err(ConfigError::Url {
                client_id: client_id(),
                list,
                url: url.clone(),
            });
        }
    }
    if let Some(url) = client.initiate_login_uri.iter().find(|url| !is_web_page(url)) {
        return Err(ConfigError::Url {
            client_id: client_id(),
            list: "initiate_login_uri",
            url: url.clone(),
        });
    }
    let no_api = |audience: &&String| config.api_of(audience).is_none();
    if let Some(audience) = client.refresh_audiences.iter().flatten().find(no_api) {
        return Err(ConfigError::UnknownAudience {
            client_id: client_id(),
            audience: audience.clone(),
        });
    }
    let unknown = |name: &&String| config.connection(name).is_none();
    match client.connections.iter().flatten().find(unknown) {
        Some(connection) => Err(ConfigError::UnknownConnection {
            client_id: client_id(),
            connection: connection.clone(),
        }),
        None => Ok(()),
    }
}

/// Identifier and name are told apart by the prefix, and by nothing else.
fn check_organization(config: &Config, organization: &Organization) -> Result<(), ConfigError> {
    let id = || organization.id.clone();
    let named_well = organization.id.starts_with("org_")
        && !organization.name.starts_with("org_")
        && !organization.name.is_empty()
        && organization.name == organization.name.to_lowercase();
    if !named_well {
        return Err(ConfigError::OrganizationName(id()));
    }
    let unknown = |name: &&String| config.connection(name).is_none();
    match organization.connections.iter().flatten().find(unknown) {
        Some(connection) => Err(ConfigError::OrganizationConnection {
            id: id(),
            connection: connection.clone(),
        }),
        None => Ok(()),
    }
}

fn check_network(config: &Config) -> Result<(), ConfigError> {
    let is_directory = |name: &&String| {
        let found = config.connection(name);
        found.is_some_and(|found| matches!(found.kind, ConnectionKind::Directory { .. }))
    };
    match config
        .corporate_network
        .as_ref()
        .filter(|name| !is_directory(name))
    {
        Some(name) => Err(ConfigError::NoDirectory(name.clone())),
        None => Ok(()),
    }
}

fn check_rule(config: &Config, rule: &Rule) -> Result<(), ConfigError> {
    if rule.error.is_empty() || !(400..=599).contains(&rule.status()) {
        return Err(ConfigError::Rule(rule.error.clone()));
    }
    match rule
        .connection
        .as_ref()
        .filter(|name| config.connection(name).is_none())
    {
        Some(connection) => Err(ConfigError::RuleConnection(connection.clone())),
        None => Ok(()),
    }
}

fn is_web_page(text: &str) -> bool {
    is_place(text) && Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}

fn is_origin(text: &str) -> bool {
    Url::parse(text).is_ok_and(|url| url.origin().ascii_serialization() == text)
}

/// RFC 6749 section 3.1.2: absolute and without fragment.
fn is_place(text: &str) -> bool {
    let printable = text.bytes().all(|byte| byte.is_ascii_graphic());
    printable
        && Url::parse(text).is_ok_and(|url| url.fragment().is_none() && !NO_PLACES.contains(&url.scheme()))
}
