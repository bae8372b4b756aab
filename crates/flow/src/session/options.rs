//! What an app may say about one login or one logout.

use vestibule_protocol::Prompt;

use super::plan::SessionPlan;

/// How a login is carried out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum How {
    /// The page goes to the authorization server and comes back.
    #[default]
    Redirect,
    /// A window opens over the page, which stays; call it from a click. Where the browser blocks the window or cuts it
    /// off, the login goes on by redirect.
    Popup,
    /// In a hidden frame, without anybody being asked.
    Silent,
}

/// What one login asks for beyond the config. `Debug` shows no hint and no state.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct LoginOptions {
    /// How it is carried out.
    pub how: How,
    /// The connection to go straight to.
    pub connection: Option<String>,
    /// `signup` or `login`: the page to begin with.
    pub screen_hint: Option<String>,
    /// Who is about to log in.
    pub login_hint: Option<String>,
    /// What the server may or must show.
    pub prompt: Option<Prompt>,
    /// Languages for the server's pages, best first; none takes the config's.
    pub ui_locales: Option<String>,
    /// The greatest age of the login, in seconds; none takes the config's.
    pub max_age: Option<u32>,
    /// The ways of authentication to ask for, best first; empty takes the config's.
    pub acr_values: Vec<String>,
    /// The ways of authentication of which one must come back; another is refused.
    pub acr_required: Vec<String>,
    /// The organisation to log in to; none takes the config's.
    pub organization: Option<String>,
    /// The invitation to take up.
    pub invitation: Option<String>,
    /// The API; none takes the config's.
    pub audience: Option<String>,
    /// The scope; none takes the config's.
    pub scope: Option<String>,
    /// Where in the app to go afterwards: a path of this origin. Anything else is dropped.
    pub return_to: Option<String>,
    /// A word of the app's, which comes back with the login; at most 16 KB.
    pub app_state: Option<String>,
}

impl LoginOptions {
    /// A login by redirect.
    #[must_use]
    pub fn redirect() -> Self {
        Self::default()
    }

    /// A login in a window over the page.
    #[must_use]
    pub fn popup() -> Self {
        Self {
            how: How::Popup,
            ..Self::default()
        }
    }

    /// Comes back to this path of the app.
    #[must_use]
    pub fn return_to(mut self, path: impl Into<String>) -> Self {
        self.return_to = Some(path.into());
        self
    }
}

impl std::fmt::Debug for LoginOptions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LoginOptions")
            .field("how", &self.how)
            .field("connection", &self.connection)
            .finish_non_exhaustive()
    }
}

/// How far a logout goes. Whatever it says, this app's session ends first, and at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogOut {
    /// The app's session alone; the server's stays.
    Local,
    /// The server's session as well, the standard's way (OpenID Connect RP-Initiated Logout 1.0).
    #[default]
    Provider,
    /// The server's session as well, Auth0's way (`/v2/logout`).
    Auth0,
    /// As [`Auth0`](Self::Auth0), and at the provider that the person came through.
    Auth0Federated,
}

/// An access token that is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokenRequest {
    /// The API; none is the config's.
    pub audience: Option<String>,
    /// The scope; none is the config's.
    pub scope: Option<String>,
}

/// A path of this origin, if that is what it is: no other origin, no scheme, no backslash that a browser reads as a slash,
/// and no control character that it leaves out (RFC 9700 §4.11).
#[must_use]
pub(super) fn safe_path(path: &str, plan: &SessionPlan) -> Option<String> {
    let path = match path.strip_prefix(plan.page.origin.as_str()) {
        Some("") => "/",
        Some(rest) => rest,
        None => path,
    };
    let is_plain = !path.contains('\\') && !path.contains(|letter: char| letter.is_control());
    (path.starts_with('/') && !path.starts_with("//") && is_plain).then(|| path.to_owned())
}

/// A login asks for an ID token, whatever the app wants a token for.
pub(super) fn with_openid(scope: &str) -> String {
    if scope.split_ascii_whitespace().any(|word| word == "openid") {
        scope.to_owned()
    } else {
        format!("openid {scope}").trim_end().to_owned()
    }
}
