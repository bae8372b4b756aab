//! Options of Auth0 Lock as JSON, turned into a config, with a report of what became of each.
//!
//! ```
//! use vestibule_flow::{LockWidget, lock_options_to_config};
//!
//! let options = r#"{"allowSignUp": false, "auth": {"audience": "https://api.example.com/"}, "mobile": true}"#;
//! let import = lock_options_to_config(LockWidget::Lock, "my-client-id", "example.eu.auth0.com", options).unwrap();
//! assert_eq!(import.config.issuer, "https://example.eu.auth0.com/");
//! assert!(!import.config.allow_sign_up);
//! assert!(import.to_string().contains("mobile"));
//! ```

mod authentication;
mod database;
mod display;
mod fields;
mod other;
mod report;
mod rows;
mod source;
mod terms;
mod theme;

use std::fmt;

use vestibule_protocol::json::{self, JsonError, Object, Value};

use crate::config::{Config, InitialScreen};
use crate::page::Page;
use crate::plan::{ConfigError, Plan};
pub use report::{LockFate, LockOption};
use rows::Row;

/// The most that options may take, in bytes.
const MAX_BYTES: usize = 256 * 1024;

/// Which of Lock's two constructors the options are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockWidget {
    /// `Auth0Lock`.
    Lock,
    /// `Auth0LockPasswordless`.
    Passwordless,
}

/// What became of Lock's options. `Display` is the report.
#[derive(Clone, Debug, PartialEq)]
pub struct LockImport {
    /// The config that does what the options did.
    pub config: Config,
    /// A theme file, where the options say something of the looks.
    pub theme: String,
    /// What became of each option, in the order in which they came.
    pub report: Vec<LockOption>,
    /// Why the widget would refuse the config at its start. Lock took options that contradict each other without a word.
    pub problem: Option<ConfigError>,
    fields: Vec<fields::LockField>,
}

/// Options that cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LockOptionsError {
    /// They are no JSON object; functions, comments and bare names are JavaScript's and not JSON's.
    NotJson(JsonError),
    /// The client identifier is empty.
    NoClientId,
    /// The domain is no host name, with or without a port.
    NotADomain(String),
}

impl fmt::Display for LockOptionsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson(error) => write!(
                f,
                "the options are no JSON object ({error}): quote the names, and leave functions and comments out"
            ),
            Self::NoClientId => {
                f.write_str("the client identifier is empty: give the first argument of Lock's constructor")
            }
            Self::NotADomain(got) => write!(
                f,
                "\"{got}\" is no domain: give the second argument of Lock's constructor, like example.eu.auth0.com"
            ),
        }
    }
}

impl std::error::Error for LockOptionsError {}

/// Reads the arguments of Lock's constructor: which it is, `clientID`, `domain`, and the options as JSON.
///
/// # Errors
///
/// [`LockOptionsError`] where nothing can be made of them. An option that is unknown or of a wrong type is no error: the
/// report says so, and the config has the default.
pub fn lock_options_to_config(
    widget: LockWidget,
    client_id: &str,
    domain: &str,
    options: &str,
) -> Result<LockImport, LockOptionsError> {
    if client_id.trim().is_empty() {
        return Err(LockOptionsError::NoClientId);
    }
    let is_of_a_host = |c: char| c.is_ascii_alphanumeric() || ".-:".contains(c);
    if domain.is_empty()
        || !domain.chars().all(is_of_a_host)
        || !domain.starts_with(|c: char| c.is_ascii_alphanumeric())
    {
        return Err(LockOptionsError::NotADomain(domain.to_owned()));
    }
    let options = json::object(options.as_bytes(), MAX_BYTES).map_err(LockOptionsError::NotJson)?;
    let mut import = LockImport {
        config: Config::new(format!("https://{domain}/"), client_id),
        theme: String::new(),
        report: Vec::new(),
        problem: None,
        fields: Vec::new(),
    };
    terms::links(&options, &mut import.config);
    if widget == LockWidget::Passwordless {
        import.config.initial_screen = InitialScreen::Passwordless;
    }
    import.take_all("", &options, &TABLES);
    import.problem = problem(&import.config);
    Ok(import)
}

/// What a page would say of the config, as long as it is the one that the config sends people back to.
fn problem(config: &Config) -> Option<ConfigError> {
    let url = config.redirect_uri.clone().unwrap_or_default();
    let after_scheme = url.find("://").map(|at| at + 3);
    let origin = after_scheme.map(|at| {
        let end = url[at..]
            .find(['/', '?', '#'])
            .map_or(url.len(), |length| at + length);
        url[..end].to_owned()
    });
    let page = Page {
        // An address without a host is of no page.
        origin: origin.unwrap_or_else(|| "null".to_owned()),
        url,
        subtle_crypto: true,
        languages: Vec::new(),
    };
    Plan::parse(config.clone(), page).err()
}

/// The tables of the options that stand at the top.
const TABLES: [&[Row]; 5] = [
    display::ROWS,
    database::ROWS,
    terms::ROWS,
    other::ROWS,
    authentication::TOP,
];

impl LockImport {
    /// Looks each member up in the tables, and notes what became of it.
    fn take_all(&mut self, of: &str, members: &Object, tables: &[&[Row]]) {
        for (name, value) in members.iter() {
            let path = if of.is_empty() {
                name.to_owned()
            } else {
                format!("{of}.{name}")
            };
            let row = tables
                .iter()
                .flat_map(|table| table.iter())
                .find(|row| row.name == name);
            let fate = match (row, value) {
                (None, _) => LockFate::Unknown(report::nearest(name, tables)),
                // Lock takes a missing value and `null` for the default.
                (Some(row), Value::Null) if row.name != "avatar" => {
                    LockFate::Dropped("it was left at its default")
                }
                (Some(row), value) => (row.take)(value, self),
            };
            // An option that holds others has no fate of its own.
            if fate != LockFate::Inside {
                self.report.push(LockOption { name: path, fate });
            }
        }
    }

    /// Every option that is known, as the report names it.
    #[must_use]
    pub fn known_options() -> Vec<String> {
        let top = TABLES
            .iter()
            .flat_map(|table| table.iter())
            .map(|row| row.name.to_owned());
        let inner = [
            ("theme", theme::ROWS),
            ("auth", authentication::ROWS),
            ("overrides", other::OVERRIDES),
            ("hooks", other::HOOKS),
            ("prefill", database::PREFILL),
        ];
        let inner = inner
            .into_iter()
            .flat_map(|(of, rows)| rows.iter().map(move |row| format!("{of}.{}", row.name)));
        top.chain(inner).collect()
    }
}
