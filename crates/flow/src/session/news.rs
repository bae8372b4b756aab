//! What a session tells the app, each once.

use std::rc::Rc;

use vestibule_protocol::IdToken;

use super::error::SessionError;

/// What happened. No event carries a token that an API takes.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionEvent {
    /// The page is about to leave for the authorization server.
    Redirecting,
    /// A popup with the authorization server's page is about to open.
    PopupOpened,
    /// Somebody logged in: every check of the ID token passed.
    Authenticated(Rc<IdToken>),
    /// A session that was kept, or that another tab began, goes on here.
    Restored(Rc<IdToken>),
    /// An access token was got without anybody being asked.
    Renewed,
    /// A login was given up: the popup was closed, or the page came back.
    Cancelled,
    /// A login, or a logout's part at the server, failed.
    Failed(SessionError),
    /// The session ended by itself: the server will not renew it, or another tab ended it.
    Ended(Ended),
    /// The app logged out.
    SignedOut,
}

/// Why a session ended that the app did not end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The server refuses to renew it.
    Refused,
    /// Nothing renews it: there is no refresh token to use, and silent authentication does not work or is not allowed.
    NothingRenews,
    /// Another tab ended it.
    Elsewhere,
    /// Somebody else is logged in at the server now.
    AnotherPerson,
    /// The key that its tokens are bound to is gone from the browser.
    KeyGone,
}

impl SessionEvent {
    /// The event's name, as a log may show it: `authenticated`, `renewed`, `ended`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Redirecting => "redirecting",
            Self::PopupOpened => "popup-opened",
            Self::Authenticated(_) => "authenticated",
            Self::Restored(_) => "restored",
            Self::Renewed => "renewed",
            Self::Cancelled => "cancelled",
            Self::Failed(_) => "failed",
            Self::Ended(_) => "ended",
            Self::SignedOut => "signed-out",
        }
    }
}
