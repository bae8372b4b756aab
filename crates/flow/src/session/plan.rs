//! The session's config, parsed once: from here on there are only values that can work.

use vestibule_protocol::{Issuer, ResponseMode, TokenType};

use super::config::{Binding, FrontChannelTokens, SessionConfig, Storage};
use super::effect::Shelf;
use crate::config::Config;
use crate::effect::Area;
use crate::page::Page;
use crate::plan::{ConfigError, ConfigProblem, Plan, of_the_protocol};

const APIS: &str = "origins, `scheme://host[:port]` without a path, of https or of this machine";

/// A checked config, with what the page supplied for what it left open.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SessionPlan {
    pub(super) issuer: Issuer,
    pub(super) redirect_uri: String,
    pub(super) ui_locales: Option<String>,
    pub(super) page: Page,
    pub(super) config: SessionConfig,
}

impl SessionPlan {
    pub(super) fn parse(mut config: SessionConfig, page: Page) -> Result<Self, ConfigError> {
        let refuse = |field, problem| Err(ConfigError { field, problem });
        // A path is of this page's origin, whichever that is: one config for every place an app is served from.
        if let Some(path) = config
            .login
            .redirect_uri
            .as_mut()
            .filter(|uri| uri.starts_with('/'))
        {
            path.insert_str(0, &page.origin);
        }
        let plan = Plan::parse(config.login.clone(), page)?;
        config.login = plan.config;
        if config.response_type.has_access_token()
            && config.front_channel_tokens == FrontChannelTokens::Refused
        {
            return refuse(
                "response_type",
                ConfigProblem::Not(
                    "no type with `token`, which would bring an access token through the address bar, unless `front_channel_tokens` says so",
                ),
            );
        }
        match config.response_mode {
            Some(ResponseMode::Query) if config.response_type.is_hybrid() => {
                return refuse(
                    "response_mode",
                    ConfigProblem::Not("`fragment` or `form_post` for a hybrid response type"),
                );
            }
            Some(ResponseMode::WebMessage) => {
                return refuse(
                    "response_mode",
                    ConfigProblem::Not("`query`, `fragment` or `form_post`, since it is for redirects"),
                );
            }
            _ => {}
        }
        if let Some(refused) = of_the_protocol(&config.authorization_parameters) {
            return Err(refused);
        }
        if config.algorithms.is_empty() {
            return refuse("algorithms", ConfigProblem::Empty);
        }
        if !config.apis.iter().all(|api| is_origin(api)) {
            return refuse("apis", ConfigProblem::Not(APIS));
        }
        Ok(Self {
            issuer: plan.issuer,
            redirect_uri: plan.redirect_uri,
            ui_locales: plan.ui_locales,
            page: plan.page,
            config,
        })
    }

    pub(super) fn login(&self) -> &Config {
        &self.config.login
    }

    pub(super) fn client_id(&self) -> &str {
        &self.config.login.client_id
    }

    /// How a redirect answers.
    pub(super) fn redirect_mode(&self) -> ResponseMode {
        self.config
            .response_mode
            .unwrap_or(self.config.response_type.default_mode())
    }

    /// The key under which a redirect's attempt waits: one of its own for each, so that tabs never overwrite each other's.
    pub(super) fn attempt_key(&self, state: &str) -> String {
        format!("vestibule.session.{}.{state}", self.client_id())
    }

    pub(super) fn shelf(&self) -> Shelf {
        Shelf {
            area: match self.config.storage {
                Storage::Memory => None,
                Storage::Tab => Some(Area::Tab),
                Storage::Browser => Some(Area::Browser),
            },
            key: self.name(),
        }
    }

    /// The name of this session among all of the origin: of its lock, its key, its channel and its place in the storage.
    pub(super) fn name(&self) -> String {
        format!("vestibule.{} {}", self.client_id(), self.issuer.as_str())
    }

    pub(super) fn is_bound(&self) -> bool {
        self.config.binding == Binding::Dpop
    }

    /// How this session's tokens are bound.
    pub(super) fn token_type(&self) -> TokenType {
        match self.config.binding {
            Binding::Bearer => TokenType::Bearer,
            Binding::Dpop => TokenType::Dpop,
        }
    }

    /// Whether the server may be of another site than the page. A guess, for advice alone: without a list of public
    /// suffixes two names with the same last two labels count as one site.
    pub(super) fn is_cross_site(&self) -> bool {
        let host = |origin: &str| {
            let rest = origin.split_once("://").map_or(origin, |(_, rest)| rest);
            rest.rsplit_once(':')
                .map_or(rest, |(host, _)| host)
                .to_ascii_lowercase()
        };
        let (server, page) = (host(self.issuer.origin()), host(&self.page.origin));
        let site = |host: &str| -> Vec<String> { host.rsplit('.').take(2).map(str::to_owned).collect() };
        let is_address = |host: &str| host.ends_with(|last: char| last.is_ascii_digit() || last == ']');
        server != page && (is_address(&server) || is_address(&page) || site(&server) != site(&page))
    }
}

/// `scheme://host[:port]` of an endpoint that tokens may go to, and nothing after it.
fn is_origin(text: &str) -> bool {
    Issuer::parse(text).is_ok_and(|issuer| issuer.origin() == text)
}

#[cfg(test)]
mod tests {
    use vestibule_protocol::ResponseType;

    use super::*;

    fn page(origin: &str) -> Page {
        Page {
            url: format!("{origin}/app?x=1#/y"),
            origin: origin.into(),
            subtle_crypto: true,
            languages: Vec::new(),
        }
    }

    fn good() -> SessionConfig {
        SessionConfig::new(Config::new("https://login.example.com/", "app"))
    }

    #[test]
    fn what_cannot_work_is_refused_by_its_field() {
        let cases = [
            (good().response_type(ResponseType::CodeToken), "response_type"),
            (
                good().response_type(ResponseType::CodeIdTokenToken),
                "response_type",
            ),
            (
                SessionConfig {
                    response_mode: Some(ResponseMode::Query),
                    ..good().response_type(ResponseType::CodeIdToken)
                },
                "response_mode",
            ),
            (
                SessionConfig {
                    response_mode: Some(ResponseMode::WebMessage),
                    ..good()
                },
                "response_mode",
            ),
            (
                SessionConfig {
                    algorithms: Vec::new(),
                    ..good()
                },
                "algorithms",
            ),
            (
                SessionConfig {
                    authorization_parameters: vec![("nonce".into(), "fixed".into())],
                    ..good()
                },
                "authorization_parameters",
            ),
            (good().api("https://api.example.com/notes"), "apis"),
            (good().api("http://api.example.com"), "apis"),
            (good().api("*"), "apis"),
            (
                SessionConfig::new(Config::new("login.example.com", "app")),
                "issuer",
            ),
        ];
        for (config, field) in cases {
            let error = SessionPlan::parse(config, page("https://app.example.com")).expect_err(field);
            assert_eq!(error.field, field, "{error}");
        }
    }

    #[test]
    fn a_site_is_told_by_the_last_two_labels() {
        for (app, server, cross) in [
            ("https://app.example.com", "https://login.example.com/", false),
            ("https://app.example.com", "https://login.example.org/", true),
            ("http://localhost:8080", "http://localhost:4400/", false),
            ("http://localhost:8080", "http://127.0.0.1:4400/", true),
            (
                "http://app.localhost:8080",
                "http://login.app.localhost:1/",
                false,
            ),
            ("http://app.localhost:8080", "http://login.localhost:1/", true),
        ] {
            let config = SessionConfig::new(Config::new(server, "app"));
            let plan = SessionPlan::parse(config, page(app)).expect("a plan");
            assert_eq!(plan.is_cross_site(), cross, "{app} {server}");
        }
    }
}
