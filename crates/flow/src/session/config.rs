//! What an app says about its session: how it logs in, what it keeps and where, and what may be asked with its tokens.

use vestibule_protocol::{Algorithm, ResponseMode, ResponseType};

use crate::config::Config;

/// Where a session's tokens are kept between uses.
///
/// Any script of the page's origin can use a session while the page is open, wherever its tokens are; the places differ
/// in what such a script can carry away, and in what a reload costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Storage {
    /// In this page's memory: a reload begins anew, by silent authentication where that works. Nothing lies around that
    /// a later script could find.
    #[default]
    Memory,
    /// In the tab's `sessionStorage`: survives a reload. A script that gets in once can read the refresh token. A tab that
    /// is duplicated takes a copy along, and when both copies renew, a server that rotates ends the session.
    Tab,
    /// In the browser's `localStorage`: survives a restart, and all tabs share one session. A script that gets in once can
    /// read the refresh token, even long after the login.
    Browser,
}

/// When to log in without anybody being asked (`prompt=none` in a hidden frame), if the server can.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Silent {
    /// At the start when somebody was logged in here before, and whenever nothing else renews a token.
    #[default]
    WhenKnown,
    /// At the start in any case: for several apps that share a login at one server.
    Always,
    /// Never.
    Never,
}

/// Whether an access token may come through the front channel, where it can leak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FrontChannelTokens {
    /// No: response types with `token` are refused at the start (RFC 9700 §2.1.2, RFC 10017).
    #[default]
    Refused,
    /// Yes, since the server insists. The token is compared with its hash and dropped; nobody is given it.
    DangerAccepted,
}

/// How an access token is bound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Binding {
    /// To nothing: whoever holds it may use it (RFC 6750).
    #[default]
    Bearer,
    /// To a key of this browser that no script can read out (RFC 9449).
    Dpop,
}

/// How authorization requests reach the server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Requests {
    /// In the URL, or pushed where the server requires that.
    #[default]
    Url,
    /// Pushed to the server first (RFC 9126).
    Pushed,
}

/// By which parameter the server is told which API a token is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ApiParameter {
    /// `audience`, as Auth0 and others have it.
    #[default]
    Audience,
    /// `resource` (RFC 8707 §2).
    Resource,
}

impl ApiParameter {
    /// The parameter's name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Audience => "audience",
            Self::Resource => "resource",
        }
    }
}

/// Whether a link from elsewhere may begin a login here (OpenID Connect Core §4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThirdPartyLogin {
    /// No: `iss` in the page's address means nothing.
    #[default]
    Ignored,
    /// Yes: the page is the client's `initiate_login_uri`.
    Followed,
}

/// The body of a form post with an authorization response. `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct FormPost(String);

impl FormPost {
    /// Takes the body as the server received it, `application/x-www-form-urlencoded`.
    #[must_use]
    pub fn new(body: impl Into<String>) -> Self {
        Self(body.into())
    }

    pub(super) fn body(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for FormPost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FormPost(..)")
    }
}

/// What an app says about its session; everything but the login's config has a default.
///
/// ```
/// use vestibule_flow::{Config, SessionConfig, Storage};
///
/// let login = Config::new("https://login.example.com/", "my-client-id").audience("https://api.example.com/");
/// let config = SessionConfig::new(login)
///     .storage(Storage::Browser)
///     .api("https://api.example.com");
/// assert_eq!(config.apis, ["https://api.example.com"]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct SessionConfig {
    /// The server, the client, the scope and what else every login asks for. What it says of screens is for the widget.
    pub login: Config,
    /// What authorization responses carry.
    pub response_type: ResponseType,
    /// How they come; none takes the default of the response type. The query is refused for hybrid types.
    pub response_mode: Option<ResponseMode>,
    /// Whether response types with `token` are allowed.
    pub front_channel_tokens: FrontChannelTokens,
    /// The algorithms that may sign an ID token.
    pub algorithms: Vec<Algorithm>,
    /// Where tokens are kept.
    pub storage: Storage,
    /// How access tokens are bound.
    pub binding: Binding,
    /// How authorization requests reach the server.
    pub requests: Requests,
    /// By which parameter the server is told which API a token is for: `audience`, or `resource` (RFC 8707).
    pub api_parameter: ApiParameter,
    /// When to log in without anybody being asked.
    pub silent: Silent,
    /// Whether a link from elsewhere may begin a login here.
    pub third_party_login: ThirdPartyLogin,
    /// The ways of authentication to ask for, best first (`acr_values`).
    pub acr_values: Vec<String>,
    /// Further parameters of every authorization request. One that the protocol makes for itself, like `state`, is refused at
    /// the start.
    pub authorization_parameters: Vec<(String, String)>,
    /// The origins of the app's own APIs, `scheme://host[:port]`: an access token goes there, to this page's origin, and
    /// nowhere else.
    pub apis: Vec<String>,
    /// The body of a form post that the host's server took at the `redirect_uri` and handed on to the page, for
    /// `response_mode` `form_post`.
    pub form_post: Option<FormPost>,
    /// Where the server sends the person after a logout; none is the root of this page's origin.
    pub post_logout_redirect_uri: Option<String>,
}

impl SessionConfig {
    /// A config with the defaults for everything but the login.
    #[must_use]
    pub fn new(login: Config) -> Self {
        Self {
            login,
            response_type: ResponseType::default(),
            response_mode: None,
            front_channel_tokens: FrontChannelTokens::default(),
            algorithms: Algorithm::DEFAULT.to_vec(),
            storage: Storage::default(),
            binding: Binding::default(),
            requests: Requests::default(),
            api_parameter: ApiParameter::default(),
            silent: Silent::default(),
            third_party_login: ThirdPartyLogin::default(),
            acr_values: Vec::new(),
            authorization_parameters: Vec::new(),
            apis: Vec::new(),
            form_post: None,
            post_logout_redirect_uri: None,
        }
    }

    /// Keeps tokens there.
    #[must_use]
    pub fn storage(mut self, storage: Storage) -> Self {
        self.storage = storage;
        self
    }

    /// Asks for responses of this type.
    #[must_use]
    pub fn response_type(mut self, response_type: ResponseType) -> Self {
        self.response_type = response_type;
        self
    }

    /// Binds access tokens this way.
    #[must_use]
    pub fn binding(mut self, binding: Binding) -> Self {
        self.binding = binding;
        self
    }

    /// Sends authorization requests this way.
    #[must_use]
    pub fn requests(mut self, requests: Requests) -> Self {
        self.requests = requests;
        self
    }

    /// Logs in silently then.
    #[must_use]
    pub fn silent(mut self, silent: Silent) -> Self {
        self.silent = silent;
        self
    }

    /// Lets access tokens go to this origin as well.
    #[must_use]
    pub fn api(mut self, origin: impl Into<String>) -> Self {
        self.apis.push(origin.into());
        self
    }
}
