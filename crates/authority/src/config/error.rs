//! Why a configuration is refused.

use std::fmt;

/// Why a configuration is refused; the text names the place and the fix.
#[derive(Debug)]
pub enum ConfigError {
    /// Not TOML, an unknown key or a wrong type; the parser says where.
    Toml(toml::de::Error),
    /// `issuer` is not an http(s) URL that ends in a slash.
    Issuer(String),
    /// An origin is not scheme, host and port alone.
    Origin {
        /// The client it belongs to.
        client_id: String,
        /// What was given.
        origin: String,
    },
    /// A callback or logout URL is not absolute, has a fragment, or runs something.
    Url {
        /// The client it belongs to.
        client_id: String,
        /// `callbacks`, `logout_urls` or `initiate_login_uri`.
        list: &'static str,
        /// What was given.
        url: String,
    },
    /// A lifetime is longer than the standards allow, or no time at all.
    Lifetime {
        /// The key.
        key: &'static str,
        /// The least, in seconds.
        least: i64,
        /// The most, in seconds.
        most: i64,
    },
    /// A client names a connection that does not exist.
    UnknownConnection {
        /// The client it belongs to.
        client_id: String,
        /// What was given.
        connection: String,
    },
    /// A client's refresh tokens would be for an API that does not exist.
    UnknownAudience {
        /// The client it belongs to.
        client_id: String,
        /// What was given.
        audience: String,
    },
    /// Both example APIs have this audience.
    Audience(String),
    /// An organisation's identifier does not begin with `org_`, or its name does or has capitals.
    OrganizationName(String),
    /// An organisation names a connection that does not exist.
    OrganizationConnection {
        /// The organisation.
        id: String,
        /// What was given.
        connection: String,
    },
    /// A connection's strategy does not fit what else is said of it.
    Strategy(String),
    /// The complexity of a connection's passwords cannot be asked for.
    Complexity(String),
    /// A connection looks back at too many former passwords.
    History(String),
    /// No user name would fit a connection, or ones too long to be stored.
    UsernameLength(String),
    /// The network belongs to a connection that is no directory.
    NoDirectory(String),
    /// An answer to a captcha would be good for no time, or for more than an hour.
    CaptchaSeconds,
    /// A rule answers no error code, or a status that is no refusal.
    Rule(String),
    /// A rule names a connection that does not exist.
    RuleConnection(String),
    /// A person belongs to a connection that is no database and no directory.
    NoDatabase(String),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Toml(error) => error.fmt(formatter),
            Self::Issuer(issuer) => {
                write!(
                    formatter,
                    "issuer: `{issuer}` must be an http(s) URL ending in a slash"
                )
            }
            Self::Origin { client_id, origin } => write!(
                formatter,
                "client `{client_id}`, origins: `{origin}` must be scheme, host and port without a path, \
                 such as http://localhost:8080"
            ),
            Self::Url { client_id, list, url } => write!(
                formatter,
                "client `{client_id}`, {list}: `{url}` must be an absolute http(s) URL, or one of an app's own \
                 scheme, without a fragment"
            ),
            Self::Lifetime { key, least, most } => {
                write!(
                    formatter,
                    "lifetimes, {key}: must be from {least} to {most} seconds"
                )
            }
            Self::UnknownConnection {
                client_id,
                connection,
            } => write!(
                formatter,
                "client `{client_id}`, connections: there is no connection `{connection}`; add a [[connection]]"
            ),
            Self::UnknownAudience { client_id, audience } => write!(
                formatter,
                "client `{client_id}`, refresh_audiences: there is no API `{audience}`"
            ),
            Self::Audience(audience) => {
                write!(formatter, "api and reports: `{audience}` is the audience of both")
            }
            Self::OrganizationName(id) => write!(
                formatter,
                "organization `{id}`: id must begin with org_, name must not and must be in lower case"
            ),
            Self::OrganizationConnection { id, connection } => write!(
                formatter,
                "organization `{id}`, connections: there is no connection `{connection}`"
            ),
            Self::Strategy(name) => write!(
                formatter,
                "connection `{name}`: password rules belong to strategy `auth0`, domains to an enterprise strategy"
            ),
            Self::Complexity(name) => write!(
                formatter,
                "connection `{name}`, password_complexity_options: min_length must be from 1 to 72, and \
                 `three_of_four` needs all four character_types"
            ),
            Self::History(name) => {
                write!(
                    formatter,
                    "connection `{name}`, password_history: must be at most 24"
                )
            }
            Self::UsernameLength(name) => write!(
                formatter,
                "connection `{name}`, username: min must be from 1 to max, and max at most 128"
            ),
            Self::NoDirectory(name) => {
                write!(formatter, "corporate_network: `{name}` is not a directory")
            }
            Self::CaptchaSeconds => formatter.write_str("captcha, seconds: must be from 1 to 3600"),
            Self::Rule(error) => write!(
                formatter,
                "rule `{error}`: error must not be empty, and status must be from 400 to 599"
            ),
            Self::RuleConnection(connection) => {
                write!(formatter, "rule: there is no connection `{connection}`")
            }
            Self::NoDatabase(connection) => {
                write!(
                    formatter,
                    "user: `{connection}` is not a database connection or a directory"
                )
            }
        }
    }
}

impl std::error::Error for ConfigError {}
