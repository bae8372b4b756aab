//! What an app says about its login: the server, the client, and what to offer.

pub use crate::choices::{Away, InitialScreen, PasswordlessMethod, UsernameStyle};
use crate::clock::Clock;
use crate::extra::ExtraFields;
use crate::hosted::TheHostedPage;
use crate::phone::PhoneCountry;

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
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a choice of its own, by a name that the config's JSON has too"
)]
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
    /// Whether somebody who has an account can log in here; without it the widget is for sign-up or reset alone.
    pub allow_log_in: bool,
    /// Whether an account can be created here. The server's own setting can only narrow it.
    pub allow_sign_up: bool,
    /// Whether a forgotten password can be reset here. The server's own setting can only narrow it.
    pub allow_forgot_password: bool,
    /// Where an account is created instead of here: an https address, or a path of this origin.
    pub sign_up_link: Option<String>,
    /// Where a password is reset instead of here: an https address, or a path of this origin.
    pub forgot_password_link: Option<String>,
    /// Whether a new account is logged in at once.
    pub log_in_after_sign_up: bool,
    /// The database to use, where there are several; none takes the first.
    pub default_database: Option<String>,
    /// The directory that takes user name and password in the place of a database; none takes the first, where there is no
    /// database.
    pub default_directory: Option<String>,
    /// What the first field of the log-in asks for.
    pub username_style: UsernameStyle,
    /// Whether the part before the `@` is filled in as the user name at a company's directory.
    pub username_from_email: bool,
    /// Where the terms of service can be read; they are linked where an account may come of it: sign-up, codes, providers alone.
    pub terms_of_service: Option<String>,
    /// Where the privacy policy can be read; it is linked in the same place.
    pub privacy_policy: Option<String>,
    /// Whether the terms have to be accepted by a tick there.
    pub accept_terms: bool,
    /// What a passwordless mail carries.
    pub passwordless: PasswordlessMethod,
    /// How social and enterprise connections are reached.
    pub social: Away,
    /// How the widget goes on when embedded login turns out to be impossible (third-party cookies, a refused ticket).
    pub fallback: Away,
    /// A user name or address to fill in beforehand.
    pub login_hint: Option<String>,
    /// A telephone number to fill in beforehand.
    pub phone_hint: Option<String>,
    /// The country of telephone numbers that are typed without a country code (ISO 3166-1 alpha-2); none takes that of the
    /// browser's language (cargo feature `phone`).
    pub phone_country: PhoneCountry,
    /// Whether the server is asked for a captcha when a form is shown (cargo feature `captcha`).
    pub captcha: bool,
    /// Whether this browser remembers by which connection somebody logged in last, and marks it: its name, and nothing of the
    /// person.
    pub remember_last_login: bool,
    /// The scope that a connection asks its provider for, by connection (Auth0's `connection_scope`).
    pub connection_scopes: Vec<(String, String)>,
    /// Further parameters of every authorization request; one that the protocol makes for itself, like `state`, is refused.
    pub authorization_parameters: Vec<(String, String)>,
    /// Where the client's settings are, when it is not `client/{client_id}.js` at the issuer.
    pub settings_url: Option<String>,
    /// The issuer in ID tokens and in the discovery document, when they name another than the address that is asked: a server
    /// that does not know of its custom domain.
    pub token_issuer: Option<String>,
    /// Width and height of a popup, in pixels.
    pub popup_size: (u32, u32),
    /// The tolerance for the server's clock when times in the ID token are checked, in seconds; at most 60.
    pub leeway_s: u32,
    /// The app's own clock, where this machine's cannot be trusted; none takes this machine's. It is read by the widget, by
    /// `use_login` and by a session around them; [`Flow`](crate::Flow) takes the time as an argument.
    pub clock: Option<Clock>,
    /// The greatest age of the login itself, in seconds (OpenID Connect Core, section 3.1.2.1).
    pub max_age: Option<u32>,
    /// The organisation to log in to, by its identifier.
    pub organization: Option<String>,
    /// Whether the app is asked before and after each step, by [`Effect::Consult`](crate::Effect::Consult) (cargo feature
    /// `hooks`; `<LoginWidget hooks=…>` sets it).
    pub hooks: bool,
    /// Fields of the app's own where an account is created (cargo feature `fields`).
    pub sign_up_fields: ExtraFields,
    /// Fields of the app's own where somebody logs in with a password (cargo feature `fields`).
    pub log_in_fields: ExtraFields,
    /// Whether a database that has user names gets a random one for a new account, and nobody is asked for it (cargo feature
    /// `fields`).
    pub generate_username: bool,
    /// What the server has told its own login page, where the widget is that page (cargo feature `hosted`; `Config::hosted` sets it).
    pub hosted: TheHostedPage,
    /// Languages for the server's pages and messages, best first; none takes the browser's.
    pub ui_locales: Option<String>,
    /// What the app wants back with the tokens, a page to return to for example: kept in this browser over a redirect, and told to
    /// nobody. At most 16 KB.
    pub app_state: Option<String>,
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
            allow_log_in: true,
            allow_sign_up: true,
            allow_forgot_password: true,
            sign_up_link: None,
            forgot_password_link: None,
            log_in_after_sign_up: true,
            default_database: None,
            default_directory: None,
            username_style: UsernameStyle::default(),
            username_from_email: true,
            terms_of_service: None,
            privacy_policy: None,
            accept_terms: false,
            passwordless: PasswordlessMethod::default(),
            social: Away::default(),
            fallback: Away::default(),
            login_hint: None,
            phone_hint: None,
            phone_country: PhoneCountry::default(),
            captcha: false,
            remember_last_login: true,
            connection_scopes: Vec::new(),
            authorization_parameters: Vec::new(),
            settings_url: None,
            token_issuer: None,
            popup_size: (500, 680),
            leeway_s: default_leeway(),
            clock: None,
            max_age: None,
            organization: None,
            hooks: false,
            sign_up_fields: ExtraFields::default(),
            log_in_fields: ExtraFields::default(),
            generate_username: false,
            hosted: TheHostedPage::default(),
            ui_locales: None,
            app_state: None,
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

    /// Gives this back with the tokens, over a redirect too.
    ///
    /// ```
    /// use vestibule_flow::Config;
    ///
    /// let config = Config::new("https://login.example.com/", "app").app_state("/orders/17");
    /// assert_eq!(config.app_state.as_deref(), Some("/orders/17"));
    /// ```
    #[must_use]
    pub fn app_state(mut self, app_state: impl Into<String>) -> Self {
        self.app_state = Some(app_state.into());
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

    /// Links the terms of service and the privacy policy where an account is created.
    #[must_use]
    pub fn terms(mut self, terms_of_service: impl Into<String>, privacy_policy: impl Into<String>) -> Self {
        self.terms_of_service = Some(terms_of_service.into());
        self.privacy_policy = Some(privacy_policy.into());
        self
    }

    /// Fills in this user name or address beforehand.
    #[must_use]
    pub fn login_hint(mut self, hint: impl Into<String>) -> Self {
        self.login_hint = Some(hint.into());
        self
    }
}
