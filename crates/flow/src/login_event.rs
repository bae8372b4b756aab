//! What the app hears: one enum, each variant with the moment at which it is sent.

use std::fmt;

use vestibule_protocol::{AccessToken, Broken, Claims, Failure, IdToken, RefreshToken, Refusal, RefusalCode};

use crate::event::NetworkFault;
use crate::plan::ConfigError;
use crate::view::ScreenName;

/// What happened, for the app.
///
/// Each is sent exactly once for its occasion, in the order in which things happened, and none after the widget is
/// unmounted. A login by password goes `Shown`, `Submitted`, `Authenticated`, `ScreenChanged` (to
/// [`SignedIn`](ScreenName::SignedIn)); one by redirect goes `Shown`, `Redirecting` on the page that leaves and
/// `Authenticated`, `ScreenChanged` on the page that comes back, without `Shown`, since nobody has to act there. When a
/// callback or the server's settings fail, `Failed` comes first and `Shown` with the form that follows.
///
/// A `Submitted` is followed, sooner or later, by `Authenticated`, `Failed`, `CodeSent`, `LinkSent`,
/// `PasswordResetRequested`, `Cancelled`, or by `Redirecting` or `PopupOpened` where the login goes on at the server's own
/// pages; a `SignedUp` may stand between. A `Redirecting` whose page then stays is followed by `Failed` or `Cancelled`, a
/// `PopupOpened` by `Authenticated`, `Failed` or `Cancelled`. `Debug` shows no secret.
#[derive(Clone, Debug, PartialEq)]
pub enum LoginEvent {
    /// The first screen that a person can act on stands in the page.
    Shown,
    /// Another screen took the place of this one.
    ScreenChanged {
        /// The screen that was left.
        from: ScreenName,
        /// The screen that stands now.
        to: ScreenName,
    },
    /// A form passed its checks and goes to the server, from this screen.
    Submitted {
        /// The screen.
        screen: ScreenName,
    },
    /// The page is about to leave for the authorization server.
    Redirecting {
        /// The connection that was chosen; none when the server's own login page asks.
        connection: Option<String>,
    },
    /// A popup with the authorization server's page is about to open.
    PopupOpened {
        /// The connection that was chosen; none when the server's own login page asks.
        connection: Option<String>,
    },
    /// A one-time code is on its way.
    CodeSent {
        /// The connection, `email` or `sms`.
        connection: String,
    },
    /// A login link is on its way by e-mail.
    LinkSent {
        /// The connection, `email`.
        connection: String,
    },
    /// An account was created.
    SignedUp {
        /// The connection that it was created in.
        connection: String,
    },
    /// The server took a request to reset a password. It does not say whether the account exists.
    PasswordResetRequested {
        /// The connection.
        connection: String,
    },
    /// A form asks whether it is a person (cargo feature `captcha`).
    #[cfg(feature = "captcha")]
    CaptchaShown {
        /// Who asks: `auth0`, `hcaptcha`, `recaptcha_v2`.
        provider: String,
    },
    /// The person is logged in: every check of the ID token passed.
    Authenticated(Box<TokenSet>),
    /// Something failed; the widget shows what the person can do about it.
    Failed(LoginError),
    /// What was under way was given up: the popup was closed, the page came back or stayed, or a login inside the page
    /// turned out to be impossible and now waits for the person to open a window. A refusal is a `Failed`, with
    /// [`RefusalCode::AccessDenied`] where a password or a code was wrong as where somebody stopped at the provider: the `Submitted` or
    /// `Redirecting` before it says which.
    Cancelled,
    /// The person closed the widget.
    Closed,
}

/// The tokens of a login, and the claims that were checked.
#[derive(Clone, Debug, PartialEq)]
pub struct TokenSet {
    /// The access token (RFC 6749, section 1.4), a bearer token.
    pub access_token: AccessToken,
    /// When the access token ends, in seconds since 1970 by this machine's clock; none when the server does not say.
    pub expires_at_s: Option<u64>,
    /// The refresh token, when the scope asked for one (`offline_access`) and the server gave it.
    pub refresh_token: Option<RefreshToken>,
    /// The scope that was granted, space-separated.
    pub scope: String,
    /// The ID token, every check passed; [`raw`](IdToken::raw) is what a server of your own may check again.
    pub id_token: IdToken,
    /// What the app has given this login to bring back ([`Config::app_state`](crate::Config)); nothing where a login is finished
    /// that another page began without.
    pub app_state: Option<String>,
}

impl TokenSet {
    /// The checked claims of the ID token: who is logged in.
    #[must_use]
    pub fn claims(&self) -> &Claims {
        self.id_token.claims()
    }
}

/// Why a login failed: whose fault it is, first.
#[derive(Clone, Debug, PartialEq)]
pub enum LoginError {
    /// The server said no, with this code.
    Refused(RefusalCode),
    /// Too many requests came from here or for this account; where the server says how long to wait, in seconds.
    RateLimited {
        /// From one second to an hour.
        retry_after_s: Option<u32>,
    },
    /// A response was broken or failed a check. Nothing of it was used.
    Broken(Broken),
    /// The network gave no response.
    Network(NetworkFault),
    /// The browser refused to open a popup.
    PopupBlocked,
    /// The popup was cut off from this page by a Cross-Origin-Opener-Policy.
    PopupUnreachable,
    /// No authorization response came in time.
    TimedOut,
    /// A response came back to this page for a login that it did not begin, or that is already finished or expired.
    UnknownTransaction,
    /// A mail's link came back to a browser that knows nothing of it: it was asked for in another, or is used up.
    LinkFromElsewhere,
    /// The browser's storage refused to keep the transaction over the redirect.
    StorageRefused,
    /// The app itself said no, when it was asked before or after a step.
    RefusedByApp,
    /// The config cannot work.
    Config(ConfigError),
}

impl fmt::Display for LoginError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(code) => write!(f, "the authorization server refused: {}", code.as_str()),
            Self::RateLimited { retry_after_s } => {
                f.write_str("the authorization server takes no more requests for now")?;
                match retry_after_s {
                    Some(wait) => write!(f, "; again in {wait} s"),
                    None => Ok(()),
                }
            }
            Self::Broken(what) => write!(f, "a response of the authorization server was refused: {what}"),
            Self::Network(NetworkFault::Unreachable) => {
                f.write_str("the authorization server could not be reached")
            }
            Self::Network(NetworkFault::TimedOut) => {
                f.write_str("the authorization server did not answer in time")
            }
            Self::PopupBlocked => f.write_str("the browser blocked the popup"),
            Self::PopupUnreachable => {
                f.write_str("the server's window or frame is cut off by a cross-origin policy (COOP, COEP)")
            }
            Self::TimedOut => f.write_str("no authorization response came in time"),
            Self::UnknownTransaction => f.write_str("the response belongs to no login that this page began"),
            Self::LinkFromElsewhere => {
                f.write_str("the mail's link was asked for in another browser, or is used up")
            }
            Self::StorageRefused => {
                f.write_str("the browser's storage refused to keep the login over the redirect")
            }
            Self::RefusedByApp => f.write_str("the app refused"),
            Self::Config(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for LoginError {}

impl From<Refusal> for LoginError {
    fn from(refusal: Refusal) -> Self {
        match refusal.code {
            RefusalCode::TooManyRequests | RefusalCode::TooManyLogins => Self::RateLimited {
                retry_after_s: refusal.retry_after_s,
            },
            code => Self::Refused(code),
        }
    }
}

impl From<Failure> for LoginError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(refusal) => refusal.into(),
            Failure::Broken(what) => Self::Broken(what),
        }
    }
}

impl LoginEvent {
    /// The event's name, as a log may show it: `shown`, `screen-changed`, `authenticated`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::ScreenChanged { .. } => "screen-changed",
            Self::Submitted { .. } => "submitted",
            Self::Redirecting { .. } => "redirecting",
            Self::PopupOpened { .. } => "popup-opened",
            Self::CodeSent { .. } => "code-sent",
            Self::LinkSent { .. } => "link-sent",
            Self::SignedUp { .. } => "signed-up",
            Self::PasswordResetRequested { .. } => "password-reset-requested",
            #[cfg(feature = "captcha")]
            Self::CaptchaShown { .. } => "captcha-shown",
            Self::Authenticated(_) => "authenticated",
            Self::Failed(_) => "failed",
            Self::Cancelled => "cancelled",
            Self::Closed => "closed",
        }
    }
}
