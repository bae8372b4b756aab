//! A session's config from a file beside the page.

use vestibule_browser::get_text;
use vestibule_flow::SessionConfig;
use vestibule_protocol::json::{self, Value};
use yew::Properties;

use crate::host::HostError;

/// The most that is read of a config, in bytes.
const MAX_CONFIG: usize = 64 << 10;

/// What stands in the `config.json` beside the page of an app with a session.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SessionSetup {
    /// The session's config.
    pub config: SessionConfig,
    /// The name of the theme to begin with.
    pub theme: Option<String>,
}

/// Reads a config from a JSON file beside the page: the fields of [`SessionConfig`], and `theme`.
///
/// # Errors
///
/// What is wrong with the file, in a sentence that names the field and the fix.
pub async fn load_session(path: &str) -> Result<SessionSetup, HostError> {
    match get_text(path).await {
        Ok((200, text)) => parse(&text),
        Ok((status, _)) => Err(HostError::Status(status)),
        Err(fault) => Err(HostError::Network(fault)),
    }
}

fn parse(text: &str) -> Result<SessionSetup, HostError> {
    let members = json::object(text.as_bytes(), MAX_CONFIG).map_err(HostError::Json)?;
    let theme = members.get("theme").and_then(Value::as_str).map(str::to_owned);
    let fields = members.iter().filter(|(name, _)| *name != "theme");
    let config = SessionConfig::from_json(fields).map_err(HostError::Config)?;
    Ok(SessionSetup { config, theme })
}
