//! How a session stands: what an app draws by.

use std::rc::Rc;

use vestibule_protocol::IdToken;

use super::error::SessionError;
use super::features::Lacking;
use super::news::Ended;

/// How a session stands.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionStatus {
    /// Who is logged in.
    pub who: Person,
    /// What is under way.
    pub doing: Doing,
    /// What went wrong last, until the next login begins.
    pub fault: Option<SessionError>,
    /// What a redirect brought back, whether its login failed or not, until the next login begins.
    pub arrived: Option<Arrived>,
    /// How far the server's clock is ahead of this machine's, in seconds, as far as the login told.
    pub ahead_s: i64,
    /// What is switched off because the server cannot do it; empty until its metadata are there.
    pub lacking: Rc<[Lacking]>,
}

/// Who is logged in.
#[derive(Clone, Debug, PartialEq)]
pub enum Person {
    /// Not known yet: a login comes to its end, or what was kept is being read.
    Unknown,
    /// Nobody, and why.
    Nobody(WhyNobody),
    /// Somebody: their ID token, every check passed.
    SignedIn(Rc<IdToken>),
}

/// Why nobody is logged in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNobody {
    /// Nobody has logged in yet.
    NotYet,
    /// The app logged out.
    SignedOut,
    /// The session ended by itself.
    Ended(Ended),
    /// The config cannot work; [`SessionStatus::fault`] says why.
    Misconfigured,
}

/// What is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Nothing.
    Nothing,
    /// A login is being prepared or finished.
    LoggingIn,
    /// The page leaves for the server.
    Leaving,
    /// A popup is open.
    WaitingForPopup,
    /// A logout's part at the server.
    LoggingOut,
}

/// What a redirect brought back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// The path of the app to go to, checked to be of this origin.
    pub return_to: Option<String>,
    /// The app's word.
    pub app_state: Option<String>,
}

impl SessionStatus {
    /// The ID token of the person who is logged in.
    #[must_use]
    pub fn id_token(&self) -> Option<&IdToken> {
        match &self.who {
            Person::SignedIn(token) => Some(token),
            Person::Unknown | Person::Nobody(_) => None,
        }
    }

    /// A session of which nothing is known yet.
    #[must_use]
    pub fn unknown() -> Self {
        Self {
            who: Person::Unknown,
            doing: Doing::Nothing,
            fault: None,
            arrived: None,
            ahead_s: 0,
            lacking: Rc::from([]),
        }
    }
}
