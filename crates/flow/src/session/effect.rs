//! Everything a session can ask of the world, on one page.

use vestibule_protocol::SigningInput;

use super::error::SessionError;
use super::event::{Resolved, TabMessage, Ticket};
use super::news::SessionEvent;
use super::request::ApiRequest;
use crate::ask::Ask;
use crate::effect::{Area, Effect, Secret};

/// A thing to do. Those with an [`Ask`] are answered by [`SessionInput::Answered`](super::SessionInput::Answered) with that
/// number, once; the others are not answered.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionEffect {
    /// What the login widget's machine asks for as well.
    Do(Effect),
    /// Send a request of the app's; redirects are not followed, so that no token goes where it was not sent.
    Fetch {
        /// The question's number.
        ask: Ask,
        /// What to send.
        request: ApiRequest,
    },
    /// Find the browser's key for proofs of possession, or make one that cannot be read out (RFC 9449 §2).
    Key {
        /// The question's number.
        ask: Ask,
        /// Under which name it is kept.
        name: String,
    },
    /// Sign with that key: ECDSA on P-256 with SHA-256, R and S of 32 octets each.
    Sign {
        /// The question's number.
        ask: Ask,
        /// The key's name.
        name: String,
        /// What to sign.
        input: SigningInput,
    },
    /// Throw the key away.
    DropKey {
        /// The key's name.
        name: String,
    },
    /// Wait until no other tab holds this lock, then hold it until [`SessionEffect::Unlock`].
    Lock {
        /// The question's number.
        ask: Ask,
        /// The lock's name.
        name: String,
        /// How long to wait, in seconds.
        timeout_s: u32,
    },
    /// Let go of the lock that this question got.
    Unlock {
        /// The number of the [`SessionEffect::Lock`].
        ask: Ask,
    },
    /// Read what is kept of the session.
    Load {
        /// The question's number.
        ask: Ask,
        /// Where.
        shelf: Shelf,
    },
    /// Keep the session.
    Save(Save),
    /// Keep nothing of it any more, and leave a word that it was ended.
    Erase {
        /// Where.
        shelf: Shelf,
    },
    /// Keep nothing of it any more in this tab; what the tabs share is another tab's to say.
    Discard {
        /// Where.
        shelf: Shelf,
    },
    /// Listen to the app's other tabs from now on.
    Listen {
        /// The name that the tabs of this app listen to.
        channel: String,
    },
    /// Tell the app's other tabs.
    Tell {
        /// The name that the tabs of this app listen to.
        channel: String,
        /// What.
        message: TabMessage,
    },
    /// Let the page go to a URL.
    Navigate(Secret),
    /// Answer a question of the app's.
    Resolve {
        /// The question.
        ticket: Ticket,
        /// Its answer.
        outcome: Box<Result<Resolved, SessionError>>,
    },
    /// Tell the app.
    Emit(SessionEvent),
}

/// Where a session is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// The storage; none for a session in memory, of which nothing is kept but a word that there is one.
    pub area: Option<Area>,
    /// The key.
    pub key: String,
}

/// A session to keep. `Debug` shows nothing of its value.
#[derive(Clone, PartialEq, Eq)]
pub struct Save {
    /// Where.
    pub shelf: Shelf,
    /// What.
    pub value: String,
    /// The session that must still stand there, by [`session_id`](super::session_id): what was ended or replaced by
    /// another tab in between is not brought back. None for a login, which replaces whatever stands there.
    pub expecting: Option<String>,
}

impl std::fmt::Debug for Save {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Save")
            .field("shelf", &self.shelf)
            .finish_non_exhaustive()
    }
}
