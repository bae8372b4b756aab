//! Why a question of the app's has no answer.

use std::fmt;

use super::features::Lacking;
use crate::login_event::LoginError;

/// Why a session cannot give what was asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionError {
    /// Somebody has to log in first, and why nobody had to be asked so far.
    LoginRequired(WhyLogin),
    /// The server, a response or the network is at fault.
    Login(LoginError),
    /// The answer to a renewal was lost on its way. The refresh token may be used up, and is not sent again, since a server
    /// that rotates would end the session (RFC 9700 §4.14.2). Ask again: then it is tried in another way.
    RenewalLost,
    /// Another tab was renewing for so long that this one gave up waiting. Ask again.
    Busy,
    /// The request was for an origin that no access token goes to: this one. Add it to `apis` if it is the app's own.
    ForeignOrigin(String),
    /// The server cannot do this.
    Lacking(Lacking),
    /// The login that this was waiting for was given up.
    Cancelled,
}

/// Why somebody has to log in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyLogin {
    /// Nobody is logged in.
    Anonymous,
    /// The session is over.
    Ended,
    /// Nobody is logged in at the server, or it has to ask something.
    ServerAsks,
    /// The server saw no session in the frame. It is of another site, from which browsers withhold its cookies there, so
    /// that says nothing: log in by redirect or popup, or give the server a custom domain under the app's own.
    ThirdPartyCookies,
}

impl fmt::Display for SessionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LoginRequired(why) => write!(f, "login_required: {why}"),
            Self::Login(error) => write!(f, "{error}"),
            Self::RenewalLost => f.write_str(
                "the answer to the renewal was lost, and it is not safe to send it again; ask again",
            ),
            Self::Busy => f.write_str("another tab is renewing the session; ask again"),
            Self::ForeignOrigin(origin) => write!(
                f,
                "no access token goes to {origin}: add it to `apis` if it is the app's own"
            ),
            Self::Lacking(lacking) => write!(f, "{lacking}"),
            Self::Cancelled => f.write_str("the login was given up"),
        }
    }
}

impl fmt::Display for WhyLogin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Anonymous => "nobody is logged in",
            Self::Ended => "the session is over",
            Self::ServerAsks => "the authorization server has to ask the person",
            Self::ThirdPartyCookies => {
                "the authorization server is of another site, and browsers withhold its cookies in a frame; log in by redirect or popup, or give it a custom domain under the app's own registrable domain"
            }
        })
    }
}

impl std::error::Error for SessionError {}

impl From<Lacking> for SessionError {
    fn from(lacking: Lacking) -> Self {
        Self::Lacking(lacking)
    }
}

impl From<LoginError> for SessionError {
    fn from(error: LoginError) -> Self {
        Self::Login(error)
    }
}
