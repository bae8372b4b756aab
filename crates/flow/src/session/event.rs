//! Everything that can happen to a session: the app's wishes, the world's answers, and the app's other tabs.

use std::fmt;

use vestibule_protocol::json::Object;
use vestibule_protocol::{AccessToken, ProofKey, Response, TokenType};

use super::options::{LogOut, LoginOptions, TokenRequest};
use super::request::ApiRequest;
use crate::ask::Ask;
use crate::event::Answer;
use crate::login_event::TokenSet;

/// Something that happened. What no phase expects changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionInput {
    /// The app wants something.
    App(Wish),
    /// The world answered a question.
    Answered(Ask, SessionAnswer),
    /// Another tab of the app says something.
    Told(TabMessage),
    /// The page was away and is back: shown again, online again, or out of the back-forward cache.
    Resumed(Return),
}

/// How a page came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Return {
    /// It is seen again, or online again.
    Seen,
    /// Out of the browser's back-forward cache: whatever was leaving did not leave.
    FromCache,
}

/// The number of a question of the app's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ticket(pub u32);

/// What an app can want.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// Log somebody in. A login that is under way gives way.
    LogIn(Box<LoginOptions>),
    /// Log somebody in, and say how it ended: for a step that needs it. A redirect leaves without an answer.
    StepUp(Ticket, Box<LoginOptions>),
    /// Give up the login that is under way.
    Cancel,
    /// Take the tokens of a login that the widget finished.
    Adopt(Box<TokenSet>),
    /// An access token.
    AccessToken(Ticket, TokenRequest),
    /// Send a request with an access token.
    Fetch(Ticket, Box<ApiRequest>),
    /// The claims of the person at `/userinfo`.
    UserInfo(Ticket),
    /// Log out.
    LogOut(LogOut),
}

/// What the tabs of an app tell each other. No token and no name goes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TabMessage {
    /// Somebody logged in.
    SignedIn,
    /// Tokens were renewed.
    Renewed,
    /// The session ended.
    SignedOut,
}

impl TabMessage {
    /// The word that is sent.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SignedIn => "signed-in",
            Self::Renewed => "renewed",
            Self::SignedOut => "signed-out",
        }
    }

    /// The message of this word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        [Self::SignedIn, Self::Renewed, Self::SignedOut]
            .into_iter()
            .find(|message| message.as_str() == word)
    }
}

/// What the world answers.
#[derive(Clone, PartialEq)]
pub enum SessionAnswer {
    /// To [`SessionEffect::Do`](super::SessionEffect::Do), and to `Fetch`, as [`Answer::Http`].
    Did(Answer),
    /// To `Key`: its public half; none where the browser keeps no keys.
    Key(Option<ProofKey>),
    /// To `Sign`: the signature; none when the key is gone.
    Signed(Option<Vec<u8>>),
    /// To `Lock`.
    Locked(LockAnswer),
    /// To `Load`.
    Loaded(Loaded),
}

/// Whether a lock was got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockAnswer {
    /// It is held.
    Held,
    /// Another tab held it for all of the time.
    TimedOut,
}

/// What is kept of a session.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Loaded {
    /// The session, as it was saved.
    pub stored: Option<String>,
    /// What is known of the app in this browser, whatever the storage of its tokens.
    pub word: Word,
    /// Whether the browser knows that it is offline: then nothing need be sent to find out.
    pub network: Network,
}

/// Whether the browser has a network, as far as it knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Network {
    /// It may have one.
    #[default]
    Perhaps,
    /// It has none.
    Offline,
}

/// What stands in the browser about the app's last session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Word {
    /// Nothing, or the storage is closed.
    #[default]
    Nothing,
    /// Somebody logged in.
    SignedIn,
    /// The session was ended.
    SignedOut,
}

// Keys, sessions and responses are secrets: the name of the answer is all that may be seen.
impl fmt::Debug for SessionAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Did(answer) => answer.fmt(f),
            Self::Key(_) => f.write_str("Key(..)"),
            Self::Signed(_) => f.write_str("Signed(..)"),
            Self::Locked(answer) => write!(f, "Locked({answer:?})"),
            Self::Loaded(_) => f.write_str("Loaded(..)"),
        }
    }
}

impl fmt::Debug for Loaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Loaded")
            .field("word", &self.word)
            .finish_non_exhaustive()
    }
}

/// The answer to a question of the app's.
#[derive(Clone, Debug, PartialEq)]
pub enum Resolved {
    /// To `AccessToken`.
    AccessToken(GrantedToken),
    /// To `Fetch`: the API's answer, whatever its status.
    Response(Response),
    /// To `UserInfo`: the claims, of the person who is logged in.
    UserInfo(Object),
    /// To `StepUp`: it is done.
    SteppedUp,
}

/// An access token with what must be known to use it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrantedToken {
    /// The token itself.
    pub token: AccessToken,
    /// How it is shown to the API. A `DPoP` token needs a proof beside it; [`Wish::Fetch`] makes one.
    pub token_type: TokenType,
    /// The scope that was granted, space-separated.
    pub scope: String,
    /// When it ends, in seconds since 1970 by the server's clock; none when the server does not say.
    pub expires_at_s: Option<u64>,
}
