//! What the server has told its login page: who asks, where the answer goes, and the parameters of the request that waits.

use std::fmt;

use base64ct::{Base64, Encoding as _};

use crate::error::Broken;
use crate::json::{self, Object, Value};

const MAX_BYTES: usize = 64 * 1024;

/// What a hosted login page knows, as Auth0 writes it into such pages (`@@config@@`).
///
/// ```
/// use vestibule_protocol::hosted::HostedPage;
///
/// let config = r#"{"clientID": "app", "callbackURL": "https://app.example.com/", "auth0Tenant": "acme",
///     "extraParams": {"response_type": "code", "scope": "openid", "state": "waits", "_csrf": "token", "_intstate": "deprecated"}}"#;
/// let page = HostedPage::from_json(config).expect("the members that every such page has");
/// assert_eq!((page.client_id(), page.state()), ("app", "waits"));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct HostedPage {
    pub(super) client_id: String,
    callback_url: String,
    pub(super) tenant: String,
    parameters: Vec<(String, String)>,
}

impl HostedPage {
    /// Reads the page's configuration. What it asks for beside texts and numbers is passed over.
    ///
    /// # Errors
    ///
    /// It is no JSON object, or lacks `clientID`, `callbackURL` or a `state` among its `extraParams`.
    pub fn from_json(text: &str) -> Result<Self, Broken> {
        let config = json::object(text.as_bytes(), MAX_BYTES)?;
        let extra = config.get("extraParams").and_then(Value::as_object);
        let extra = extra.ok_or(Broken::WrongType("extraParams"))?;
        let page = Self {
            client_id: json::string(&config, "clientID")?.to_owned(),
            callback_url: json::string(&config, "callbackURL")?.to_owned(),
            tenant: json::optional_string(&config, "auth0Tenant")?
                .unwrap_or_default()
                .to_owned(),
            parameters: texts(extra),
        };
        if page.state().is_empty() {
            return Err(Broken::WrongType("state"));
        }
        Ok(page)
    }

    /// Reads the configuration as the server writes it into the page: base64 of the JSON (`@@config@@`).
    ///
    /// # Errors
    ///
    /// As [`HostedPage::from_json`], or it is no base64.
    pub fn from_page(written: &str) -> Result<Self, Broken> {
        let broken = Broken::WrongType("config");
        let bytes = Base64::decode_vec(written.trim()).map_err(|_| broken)?;
        Self::from_json(std::str::from_utf8(&bytes).map_err(|_| Broken::WrongType("config"))?)
    }

    /// The client that somebody logs in to.
    #[must_use]
    pub fn client_id(&self) -> &str {
        &self.client_id
    }

    /// Names the request that waits at the server.
    #[must_use]
    pub fn state(&self) -> &str {
        self.parameter("state").unwrap_or_default()
    }

    /// A parameter of the request: `login_hint`, `screen_hint`, `connection`.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// What goes with everything that the page sends.
    pub(super) fn members(&self) -> Vec<(&str, &str)> {
        // What a page is asked about itself is no member of a login.
        let asked = ["connection", "login_hint", "screen_hint", "prompt"];
        let own = [
            ("client_id", self.client_id.as_str()),
            ("redirect_uri", self.callback_url.as_str()),
        ];
        let given = self
            .parameters
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .filter(|(name, _)| !asked.contains(name));
        own.into_iter().chain(given).collect()
    }
}

fn texts(members: &Object) -> Vec<(String, String)> {
    let text = |(name, value): (&str, &Value)| {
        let text = match value {
            Value::Whole(number) => number.to_string(),
            value => value.as_str()?.to_owned(),
        };
        Some((name.to_owned(), text))
    };
    members.iter().filter_map(text).collect()
}

/// Prints the client alone: the parameters carry the token of the page.
impl fmt::Debug for HostedPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HostedPage")
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}
