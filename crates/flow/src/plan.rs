//! The config, parsed once: from here on there are only values that can work.

use std::fmt;

use vestibule_protocol::Issuer;

use crate::config::Config;
use crate::contradiction::contradiction;
use crate::extra::{self, ExtraName};
use crate::page::Page;

/// A checked config, with what the page supplied for what it left open.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Plan {
    /// Whom requests go to.
    pub(crate) issuer: Issuer,
    /// Who has to have made tokens and documents; the same unless the config says otherwise.
    pub(crate) token_issuer: Issuer,
    pub(crate) redirect_uri: String,
    pub(crate) ui_locales: Option<String>,
    pub(crate) page: Page,
    pub(crate) config: Config,
}

/// A config that cannot work: which field, and what is wrong with it. `Display` says it in a sentence with the fix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// The field of [`Config`] to change.
    pub field: &'static str,
    /// What is wrong.
    pub problem: ConfigProblem,
}

/// What can be wrong with a config.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigProblem {
    /// The field is empty.
    Empty,
    /// The issuer is no https address (http is taken on loopback only) or carries a query, a fragment or a user.
    NotAnIssuer(String),
    /// The scope does not hold `openid`, so there would be no ID token to check.
    NoOpenId,
    /// The redirect address is not absolute, carries a fragment, or is of another origin than the page.
    NotOnThisPage(String),
    /// It is no https address and no path of this origin.
    NotALink(String),
    /// A field of the app's own cannot have this name.
    NotAName(ExtraName),
    /// As it is set, another field has to be set too: this one.
    Needs(&'static str),
    /// The leeway is more than a minute.
    LeewayTooLong(u32),
    /// The same connection stands in the list twice.
    Repeated(String),
    /// The server has no connection switched on for this client, or none of those that the config names.
    NothingToOffer,
    /// It cannot change while the widget stands.
    #[cfg(feature = "live-config")]
    Fixed,
    /// The server has nothing of this name switched on for this client.
    NotOffered,
    /// Nobody answers there, or not to this page's origin.
    NoAnswer,
    /// The server refuses to tell about what the field names.
    Refused,
    /// The config's JSON has a member that no config has.
    Unknown(String),
    /// The field takes something else: this.
    Not(&'static str),
    /// The page has no WebCrypto: it is served over plain http from elsewhere than loopback.
    InsecurePage,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let field = self.field;
        match &self.problem {
            ConfigProblem::Empty => write!(
                f,
                "`{field}` is empty: set it to the value that your authorization server shows for this app."
            ),
            ConfigProblem::NotAnIssuer(got) => write!(
                f,
                "`{field}` is \"{got}\", which is no issuer: use the https address of the authorization server, without query or fragment (http works on localhost only)."
            ),
            ConfigProblem::NoOpenId => write!(
                f,
                "`{field}` lacks `openid`: add it, since without it the server sends no ID token to check."
            ),
            ConfigProblem::NotOnThisPage(got) => write!(
                f,
                "`{field}` is \"{got}\": use an absolute address of this page's own origin, without a fragment."
            ),
            ConfigProblem::NotAName(got) => write!(
                f,
                "`{field}` has a field named \"{}\": use letters, digits and underscores, each name once, and none of the widget's own.",
                got.text()
            ),
            ConfigProblem::Needs(other) => write!(
                f,
                "`{field}` as it is set needs {other} too: set that as well, or change this."
            ),
            #[cfg(feature = "live-config")]
            ConfigProblem::Fixed => write!(
                f,
                "`{field}` cannot change while the widget stands: give the widget another `key`, so that it begins anew."
            ),
            ConfigProblem::NotOffered => write!(
                f,
                "`{field}` names what is not switched on for this client at the authorization server, so something else takes its place: correct the name, or switch it on."
            ),
            ConfigProblem::NoAnswer => write!(
                f,
                "`{field}` gives no answer: correct the address, start the server, or let it allow this page's origin."
            ),
            ConfigProblem::NotALink(got) => write!(
                f,
                "`{field}` is \"{got}\": use an https address or a path that begins with a slash."
            ),
            ConfigProblem::LeewayTooLong(got) => write!(
                f,
                "`{field}` is {got} seconds: use 60 or less, or set the server's clock right."
            ),
            ConfigProblem::Repeated(name) => write!(f, "`{field}` names \"{name}\" twice: leave one out."),
            ConfigProblem::NothingToOffer => write!(
                f,
                "`{field}` leaves nothing to log in with: switch a connection on for this client at the authorization server, or correct the names."
            ),
            ConfigProblem::Refused => write!(
                f,
                "`{field}` is refused by the authorization server: set it to the value that it shows for this app."
            ),
            ConfigProblem::Unknown(name) => write!(
                f,
                "`{name}` is no field of a config as this app is built: correct its name, switch on the cargo feature that it belongs to, or leave it out."
            ),
            ConfigProblem::Not(what) => write!(f, "`{field}` takes {what}: correct it."),
            ConfigProblem::InsecurePage => write!(
                f,
                "This page has no WebCrypto, so `{field}` cannot be used to check tokens: serve the page over https, or from localhost."
            ),
        }
    }
}

impl std::error::Error for ConfigError {}

/// The longest `app_state`, in bytes: the browser's storage has a few megabytes for all of an origin.
pub(crate) const MAX_APP_STATE_BYTES: usize = 16 * 1024;

impl Plan {
    /// What goes with an authorization request for a connection beyond what the standards have.
    pub(crate) fn extra(&self, connection: Option<&str>) -> Vec<(String, String)> {
        let mut extra = self.config.authorization_parameters.clone();
        let scopes = &self.config.connection_scopes;
        let scope = scopes.iter().find(|(name, _)| Some(name.as_str()) == connection);
        extra.extend(scope.map(|(_, scope)| ("connection_scope".to_owned(), scope.clone())));
        extra
    }

    /// The language of mails and text messages, which take one.
    pub(crate) fn language(&self) -> Option<&str> {
        self.ui_locales.as_deref()?.split_ascii_whitespace().next()
    }

    pub(crate) fn parse(config: Config, page: Page) -> Result<Self, ConfigError> {
        let refuse = |field, problem| Err(ConfigError { field, problem });

        if !page.subtle_crypto {
            return refuse("issuer", ConfigProblem::InsecurePage);
        }
        if config.client_id.trim().is_empty() {
            return refuse("client_id", ConfigProblem::Empty);
        }
        let Ok(issuer) = Issuer::parse(&config.issuer) else {
            return refuse("issuer", ConfigProblem::NotAnIssuer(config.issuer));
        };
        let token_issuer = match &config.token_issuer {
            None => issuer.clone(),
            Some(named) => match Issuer::parse(named) {
                Ok(issuer) => issuer,
                Err(_) => return refuse("token_issuer", ConfigProblem::NotAnIssuer(named.clone())),
            },
        };
        for (field, link) in links(&config) {
            if !is_a_link(link) {
                return refuse(field, ConfigProblem::NotALink(link.clone()));
            }
        }
        if let Some(refused) = contradiction(&config).or_else(|| extra::fault(&config)) {
            return Err(refused);
        }
        if !config.scope.split_ascii_whitespace().any(|word| word == "openid") {
            return refuse("scope", ConfigProblem::NoOpenId);
        }
        if config.leeway_s > 60 {
            return refuse("leeway_s", ConfigProblem::LeewayTooLong(config.leeway_s));
        }
        let app_state = config.app_state.as_deref().unwrap_or_default();
        if app_state.len() > MAX_APP_STATE_BYTES {
            return refuse("app_state", ConfigProblem::Not("a text of at most 16 KB"));
        }
        if let Some(name) = repeated(&config.connections) {
            return refuse("connections", ConfigProblem::Repeated(name.clone()));
        }
        if let Some(refused) = of_the_protocol(&config.authorization_parameters) {
            return Err(refused);
        }
        let redirect_uri = match &config.redirect_uri {
            None => page.address().to_owned(),
            Some(uri) if is_of(uri, &page.origin) => uri.clone(),
            Some(uri) => return refuse("redirect_uri", ConfigProblem::NotOnThisPage(uri.clone())),
        };
        let ui_locales = config.ui_locales.clone().or_else(|| {
            let languages = page.languages.join(" ");
            (!languages.is_empty()).then_some(languages)
        });
        Ok(Self {
            issuer,
            token_issuer,
            redirect_uri,
            ui_locales,
            page,
            config,
        })
    }
}

/// The addresses that become links of the page.
fn links(config: &Config) -> impl Iterator<Item = (&'static str, &String)> {
    let all = [
        ("sign_up_link", &config.sign_up_link),
        ("forgot_password_link", &config.forgot_password_link),
        ("terms_of_service", &config.terms_of_service),
        ("privacy_policy", &config.privacy_policy),
    ];
    all.into_iter()
        .filter_map(|(field, link)| Some((field, link.as_ref()?)))
}

/// An https address or a path of this origin: nothing that a browser would run or send elsewhere.
pub(crate) fn is_a_link(link: &str) -> bool {
    let is_path = link.starts_with('/') && !link.starts_with("//");
    (is_path || link.starts_with("https://")) && !link.contains(|c: char| c == '\\' || c.is_control())
}

/// Parameters that each request makes for itself would be left out without a word, and those that an ID token is checked by
/// would go past the check.
pub(crate) fn of_the_protocol(parameters: &[(String, String)]) -> Option<ConfigError> {
    // In one text, which is smaller than a list of them.
    const OWN: &str = "audience client_id code_challenge code_challenge_method connection login_hint login_ticket max_age nonce \
                       organization realm redirect_uri response_mode response_type scope state ui_locales";
    let is_own = |(name, _): &(String, String)| OWN.split_ascii_whitespace().any(|own| own == name);
    parameters.iter().any(is_own).then_some(ConfigError {
        field: "authorization_parameters",
        problem: ConfigProblem::Not("no parameter that the protocol or a field has"),
    })
}

fn repeated(names: &[String]) -> Option<&String> {
    names
        .iter()
        .enumerate()
        .find(|(at, name)| names[..*at].contains(name))
        .map(|(_, name)| name)
}

fn is_of(uri: &str, origin: &str) -> bool {
    !uri.as_bytes().contains(&b'#')
        && uri
            .strip_prefix(origin)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::InitialScreen;

    fn page() -> Page {
        Page {
            url: "http://localhost:8080/app?x=1#/y".into(),
            origin: "http://localhost:8080".into(),
            subtle_crypto: true,
            languages: vec!["de".into(), "en".into()],
        }
    }

    fn good() -> Config {
        Config::new("https://login.example.com/", "app")
    }

    #[test]
    fn what_the_config_leaves_open_comes_from_the_page() {
        let plan = Plan::parse(good(), page()).unwrap();
        assert_eq!(plan.redirect_uri, "http://localhost:8080/app");
        assert_eq!(plan.ui_locales.as_deref(), Some("de en"));
    }

    #[test]
    fn each_fault_names_its_field() {
        let cases: Vec<(Config, &str)> = vec![
            (Config::new("", "app"), "issuer"),
            (Config::new("login.example.com", "app"), "issuer"),
            (Config::new("http://login.example.com", "app"), "issuer"),
            (Config::new("https://login.example.com/?a", "app"), "issuer"),
            (Config::new("https://login.example.com/", " "), "client_id"),
            (good().scope("profile"), "scope"),
            (good().connections(["a", "b", "a"]), "connections"),
            (good().redirect_uri("/callback"), "redirect_uri"),
            (good().redirect_uri("http://localhost:80801/"), "redirect_uri"),
            (good().redirect_uri("http://localhost:8080/#x"), "redirect_uri"),
            (
                Config {
                    leeway_s: 61,
                    ..good()
                },
                "leeway_s",
            ),
            (good().app_state("x".repeat(16 * 1024 + 1)), "app_state"),
            (
                Config {
                    token_issuer: Some("login".into()),
                    ..good()
                },
                "token_issuer",
            ),
            (
                Config {
                    authorization_parameters: vec![("state".into(), "fixed".into())],
                    ..good()
                },
                "authorization_parameters",
            ),
            (
                Config {
                    authorization_parameters: vec![("organization".into(), "acme".into())],
                    ..good()
                },
                "authorization_parameters",
            ),
            (
                Config {
                    authorization_parameters: vec![("ui_locales".into(), "fr".into())],
                    ..good()
                },
                "authorization_parameters",
            ),
            (
                Config {
                    sign_up_link: Some("/join".into()),
                    ..good().initial_screen(InitialScreen::SignUp)
                },
                "initial_screen",
            ),
            (
                Config {
                    accept_terms: true,
                    ..good()
                },
                "accept_terms",
            ),
            (
                Config {
                    allow_sign_up: false,
                    ..good().initial_screen(InitialScreen::SignUp)
                },
                "initial_screen",
            ),
            (
                Config {
                    allow_forgot_password: false,
                    ..good().initial_screen(InitialScreen::ForgotPassword)
                },
                "initial_screen",
            ),
            (
                Config {
                    allow_log_in: false,
                    allow_sign_up: false,
                    allow_forgot_password: false,
                    ..good()
                },
                "allow_log_in",
            ),
        ];
        for (config, field) in cases {
            let shown = format!("{config:?}");
            let error = Plan::parse(config, page()).unwrap_err();
            assert_eq!(error.field, field, "{shown}");
            assert!(error.to_string().contains(field), "{error}");
        }
    }

    #[test]
    fn a_link_goes_to_https_or_stays_on_the_page() {
        let refused = [
            "javascript:alert(1)",
            "http://a.example",
            "//a.example",
            "terms",
            "/\\a.example",
            "https:\t//a",
        ];
        for link in refused {
            let error = Plan::parse(good().terms(link, "/privacy"), page()).unwrap_err();
            assert_eq!(error.field, "terms_of_service", "{link}");
        }
        for link in ["https://a.example/terms?x#y", "/terms"] {
            assert!(
                Plan::parse(good().terms(link, "/privacy"), page()).is_ok(),
                "{link}"
            );
        }
    }

    #[test]
    fn a_page_without_webcrypto_is_refused() {
        let error = Plan::parse(
            good(),
            Page {
                subtle_crypto: false,
                ..page()
            },
        )
        .unwrap_err();
        assert_eq!(error.problem, ConfigProblem::InsecurePage);
    }
}
