//! What an app needs beside the widget: its config from a file, a call to its API, logging out.

use std::fmt;

use vestibule_browser::{advise, call_api as call, get_text, navigate, page, pretty_json};
use vestibule_flow::{Advice, Config, ConfigError, NetworkFault, TokenSet};
use vestibule_protocol::json::{self, JsonError, Value};
use vestibule_protocol::{AccessToken, Issuer, logout};
use yew::Properties;

/// The most that is read of a config, in bytes.
const MAX_CONFIG: usize = 64 << 10;

/// What stands in the `config.json` beside an app's page; also the properties of an app that needs no others.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Setup {
    /// The login's config.
    pub config: Config,
    /// The name of the theme to begin with.
    pub theme: Option<String>,
}

/// A setup of nothing: the widget says that the app is not set up.
impl Default for Setup {
    fn default() -> Self {
        Self {
            config: Config::new("", ""),
            theme: None,
        }
    }
}

/// What an API said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiAnswer {
    /// The HTTP status.
    pub status: u16,
    /// The body, as text.
    pub body: String,
}

impl fmt::Display for ApiAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.status, self.body)
    }
}

/// Why an app's own question has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HostError {
    /// The network gave no response.
    Network(NetworkFault),
    /// The file is there, but with this HTTP status.
    Status(u16),
    /// The file is no JSON that a config can be in.
    Json(JsonError),
    /// A field of the config cannot be what it is.
    Config(ConfigError),
    /// The config cannot be read for another reason; why, in a sentence.
    Unreadable(String),
    /// An access token goes to https only, or to this machine.
    Insecure,
}

impl fmt::Display for HostError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Network(NetworkFault::Unreachable) => {
                f.write_str("no answer: the server cannot be reached, or refuses this origin")
            }
            Self::Network(NetworkFault::TimedOut) => f.write_str("no answer in time"),
            Self::Status(status) => write!(f, "the server answered {status}"),
            Self::Json(why) => unreadable(f, why),
            Self::Config(why) => unreadable(f, why),
            Self::Unreadable(why) => unreadable(f, why),
            Self::Insecure => f.write_str("an access token is sent over https only, or to localhost"),
        }
    }
}

fn unreadable(f: &mut fmt::Formatter<'_>, why: &dyn fmt::Display) -> fmt::Result {
    write!(f, "the config cannot be read: {why}")
}

impl std::error::Error for HostError {}

/// Reads a config from a JSON file beside the page, so that a built app points at another server without a rebuild.
///
/// The file has the fields of [`Config`], and may have `theme`. What is wrong with it, the console says too
/// (cargo feature `advice`); with `unwrap_or_default()` the app is drawn all the same, and the widget says that it is not set up.
pub async fn load_config(path: &str) -> Result<Setup, HostError> {
    load(path, Setup::parse).await
}

/// Reads a file of the app's own. An app without its config has nothing to show: the console is where the fault is told.
pub(crate) async fn load<T>(path: &str, parse: fn(&str) -> Result<T, HostError>) -> Result<T, HostError> {
    let read = match get_text(path).await {
        Ok((200, text)) => parse(&text),
        Ok((status, _)) => Err(HostError::Status(status)),
        Err(fault) => Err(HostError::Network(fault)),
    };
    read.inspect_err(|error| {
        advise(|| Advice::Config(format!("{path}: {error}")));
    })
}

impl Setup {
    fn parse(text: &str) -> Result<Self, HostError> {
        let members = json::object(text.as_bytes(), MAX_CONFIG).map_err(HostError::Json)?;
        let theme = match members.get("theme") {
            None => None,
            Some(Value::String(name)) => Some(name.clone()),
            Some(_) => return Err(HostError::Unreadable("`theme` is no text".to_owned())),
        };
        let fields = members.iter().filter(|(name, _)| *name != "theme");
        let config = Config::from_json(fields).map_err(HostError::Config)?;
        Ok(Self { config, theme })
    }
}

/// Gets a URL of an API, with the access token, if there is one yet, in its `Authorization` header (RFC 6750, section 2.1).
pub async fn call_api(url: &str, token: Option<&AccessToken>) -> Result<ApiAnswer, HostError> {
    let answer = match token {
        Some(_) if !may_carry_a_token(url) => return Err(HostError::Insecure),
        Some(token) => call(url, token).await,
        None => get_text(url).await,
    };
    answer
        .map(|(status, body)| ApiAnswer { status, body })
        .map_err(HostError::Network)
}

/// Whether a token may go there: within this page's origin, to https anywhere, to http on this machine only.
fn may_carry_a_token(url: &str) -> bool {
    let address = url.split(['?', '#']).next().unwrap_or_default();
    let is_within =
        address.starts_with('/') && !address.starts_with("//") && !address.as_bytes().contains(&b'\\');
    is_within || Issuer::parse(address).is_ok()
}

/// Leaves for the server's logout, which ends its session and comes back to the config's `redirect_uri` or, without
/// one, to this page.
///
/// That address must stand on the client's list of logout addresses. With a config that cannot work nothing happens.
pub fn log_out(config: &Config) {
    if let Ok(issuer) = Issuer::parse(&config.issuer) {
        let page = page();
        let back = config.redirect_uri.as_deref().unwrap_or(page.address());
        navigate(&logout::url(&issuer, &config.client_id, Some(back), false));
    }
}

/// The checked claims of a login as indented JSON, to be shown to a developer.
#[must_use]
pub fn claims_json(tokens: &TokenSet) -> String {
    pretty_json(tokens.claims().json())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setup_is_a_config_with_a_theme() {
        let setup =
            Setup::parse(r#"{"issuer":"https://a.example/","client_id":"app","theme":"dusk"}"#).unwrap();
        assert_eq!(setup.config, Config::new("https://a.example/", "app"));
        assert_eq!(setup.theme.as_deref(), Some("dusk"));
    }

    #[test]
    fn a_field_that_no_config_has_is_refused_by_name() {
        let error =
            Setup::parse(r#"{"issuer":"https://a.example/","client_id":"app","thema":"dusk"}"#).unwrap_err();
        assert!(error.to_string().contains("thema"), "{error}");
    }

    #[test]
    fn a_token_goes_to_https_to_this_machine_or_within_the_page() {
        for good in [
            "https://api.example/x?y=1",
            "https://api.example/x#z",
            "http://localhost:4400/api/me",
            "/api/me?x",
        ] {
            assert!(may_carry_a_token(good), "{good}");
        }
        for bad in [
            "http://api.example/x",
            "//evil.example/x",
            "/\\evil.example",
            "ftp://x",
            "api/me",
            "",
        ] {
            assert!(!may_carry_a_token(bad), "{bad}");
        }
    }
}
