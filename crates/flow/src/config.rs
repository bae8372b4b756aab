//! What an app says about its login: the server, the client, and what to offer.

/// The first screen, when more than one is possible.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InitialScreen {
    /// Log in: with a password where there is a database, else without one.
    #[default]
    LogIn,
    /// Create an account.
    SignUp,
    /// Ask for a mail that sets a new password.
    ForgotPassword,
    /// Log in with a code or a link by e-mail or SMS.
    Passwordless,
}

/// How the widget leaves for a login that it cannot finish inside the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Away {
    /// The page itself goes to the authorization server and comes back.
    #[default]
    Redirect,
    /// A window opens over the page, which stays.
    Popup,
}

/// What a passwordless mail carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PasswordlessMethod {
    /// A code to type.
    #[default]
    Code,
    /// A link to follow in the same browser.
    Link,
}

/// What an app says about its login; every field but the first two has a default.
///
/// Field names are those of the standards (RFC 6749, OpenID Connect Core). [`Config::from_json`] reads the same names from
/// JSON, and refuses unknown ones. Nothing is checked until the widget starts; then a value that cannot work stops it with a
/// [`ConfigError`](crate::ConfigError) that names the field and the fix.
///
/// ```
/// use vestibule_flow::{Away, Config};
///
/// let config = Config::new("https://login.example.com/", "my-client-id")
///     .audience("https://api.example.com/")
///     .connections(["Username-Password-Authentication", "google-oauth2"])
///     .social(Away::Popup);
/// assert_eq!(config.client_id, "my-client-id");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The authorization server's issuer identifier, exactly as its discovery document spells it
    /// (OpenID Connect Discovery 1.0, section 3). Auth0's ends in a slash.
    pub issuer: String,
    /// The client identifier (RFC 6749, section 2.2).
    pub client_id: String,
    /// The API that the access token is for; none asks for a token that only `/userinfo` takes.
    pub audience: Option<String>,
    /// The scope, space-separated (RFC 6749, section 3.3); must hold `openid`.
    pub scope: String,
    /// Where redirects come back to; none is the page's own address without query and fragment.
    pub redirect_uri: Option<String>,
    /// The connections to offer, by name and in this order; empty offers all that the server has switched on.
    pub connections: Vec<String>,
    /// The first screen.
    pub initial_screen: InitialScreen,
    /// Whether an account can be created here. The server's own setting can only narrow it.
    pub allow_sign_up: bool,
    /// Whether a forgotten password can be reset here. The server's own setting can only narrow it.
    pub allow_forgot_password: bool,
    /// What a passwordless mail carries.
    pub passwordless: PasswordlessMethod,
    /// How social and enterprise connections are reached.
    pub social: Away,
    /// How the widget goes on when embedded login turns out to be impossible (third-party cookies, a refused ticket).
    pub fallback: Away,
    /// A user name or address to fill in beforehand.
    pub login_hint: Option<String>,
    /// The tolerance for the server's clock when times in the ID token are checked, in seconds; at most 60.
    pub leeway_s: u32,
    /// The greatest age of the login itself, in seconds (OpenID Connect Core, section 3.1.2.1).
    pub max_age: Option<u32>,
    /// The organisation to log in to, by its identifier.
    pub organization: Option<String>,
    /// Languages for the server's pages and messages, best first; none takes the browser's.
    pub ui_locales: Option<String>,
}

fn default_scope() -> String {
    "openid profile email".to_owned()
}

const fn default_leeway() -> u32 {
    60
}

impl Config {
    /// A config with the defaults for everything but the server and the client.
    #[must_use]
    pub fn new(issuer: impl Into<String>, client_id: impl Into<String>) -> Self {
        Self {
            issuer: issuer.into(),
            client_id: client_id.into(),
            audience: None,
            scope: default_scope(),
            redirect_uri: None,
            connections: Vec::new(),
            initial_screen: InitialScreen::default(),
            allow_sign_up: true,
            allow_forgot_password: true,
            passwordless: PasswordlessMethod::default(),
            social: Away::default(),
            fallback: Away::default(),
            login_hint: None,
            leeway_s: default_leeway(),
            max_age: None,
            organization: None,
            ui_locales: None,
        }
    }

    /// Asks for an access token for this API.
    #[must_use]
    pub fn audience(mut self, audience: impl Into<String>) -> Self {
        self.audience = Some(audience.into());
        self
    }

    /// Asks for this scope instead of `openid profile email`.
    #[must_use]
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = scope.into();
        self
    }

    /// Comes back to this address after a redirect.
    #[must_use]
    pub fn redirect_uri(mut self, uri: impl Into<String>) -> Self {
        self.redirect_uri = Some(uri.into());
        self
    }

    /// Offers only these connections, in this order.
    #[must_use]
    pub fn connections<S: Into<String>>(mut self, names: impl IntoIterator<Item = S>) -> Self {
        self.connections = names.into_iter().map(Into::into).collect();
        self
    }

    /// Starts on this screen.
    #[must_use]
    pub fn initial_screen(mut self, screen: InitialScreen) -> Self {
        self.initial_screen = screen;
        self
    }

    /// Reaches social and enterprise connections this way.
    #[must_use]
    pub fn social(mut self, how: Away) -> Self {
        self.social = how;
        self
    }

    /// Goes on this way when embedded login is impossible.
    #[must_use]
    pub fn fallback(mut self, how: Away) -> Self {
        self.fallback = how;
        self
    }

    /// Sends passwordless mails of this kind.
    #[must_use]
    pub fn passwordless(mut self, method: PasswordlessMethod) -> Self {
        self.passwordless = method;
        self
    }

    /// Fills in this user name or address beforehand.
    #[must_use]
    pub fn login_hint(mut self, hint: impl Into<String>) -> Self {
        self.login_hint = Some(hint.into());
        self
    }
}
