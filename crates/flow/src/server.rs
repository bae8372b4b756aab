//! What the authorization server has told about itself: endpoints, and the keys that arrive while the person types.

use vestibule_protocol::{Jwks, Metadata, jwks};

use crate::ask::Ask;
use crate::context::Context;
use crate::event::{Answer, NetworkFault};
use crate::login_event::LoginError;

/// The least time between two requests for the keys on account of an unknown one, in seconds.
const REFETCH_FLOOR_S: f64 = 60.0;

/// The server's endpoints and keys.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Server {
    pub(crate) metadata: Metadata,
    keys: Keys,
    last_refetch_s: Option<f64>,
}

#[derive(Clone, Debug, PartialEq)]
enum Keys {
    Asked(Ask),
    Here(Jwks),
    Unavailable(LoginError),
}

/// What a login that needs the keys finds.
pub(crate) enum KeysNow<'a> {
    Here(&'a Jwks),
    OnTheirWay,
    Unavailable,
}

/// Whether the keys can be asked for once more.
pub(crate) enum Refetch {
    Asked,
    TooSoon,
}

impl Server {
    /// Takes the metadata and asks for the keys at once, so that they are there before they are needed.
    pub(crate) fn new(metadata: Metadata, cx: &mut Context) -> Self {
        let ask = cx.http(jwks::ask(&metadata));
        Self {
            metadata,
            keys: Keys::Asked(ask),
            last_refetch_s: None,
        }
    }

    pub(crate) fn keys(&self) -> KeysNow<'_> {
        match &self.keys {
            Keys::Asked(_) => KeysNow::OnTheirWay,
            Keys::Here(jwks) => KeysNow::Here(jwks),
            Keys::Unavailable(_) => KeysNow::Unavailable,
        }
    }

    /// Why the keys are not there. It is told once; the next login asks for them again.
    pub(crate) fn take_fault(&mut self) -> LoginError {
        let untold = Keys::Unavailable(LoginError::Network(NetworkFault::Unreachable));
        match std::mem::replace(&mut self.keys, untold) {
            Keys::Unavailable(error) => error,
            Keys::Asked(_) | Keys::Here(_) => LoginError::Network(NetworkFault::Unreachable),
        }
    }

    /// Asks for the keys again: a key that nobody knows may be new, and a failed request may succeed now.
    pub(crate) fn refetch(&mut self, cx: &mut Context) -> Refetch {
        let too_soon = self
            .last_refetch_s
            .is_some_and(|last| (cx.at_s - last).abs() < REFETCH_FLOOR_S);
        if too_soon && matches!(self.keys, Keys::Here(_)) {
            return Refetch::TooSoon;
        }
        self.last_refetch_s = Some(cx.at_s);
        self.keys = Keys::Asked(cx.http(jwks::ask(&self.metadata)));
        Refetch::Asked
    }

    /// Takes an answer about the keys; says whether it was one.
    pub(crate) fn hear(&mut self, ask: Ask, answer: &Answer) -> Heard {
        if self.keys != Keys::Asked(ask) {
            return Heard::NotOurs;
        }
        self.keys = match answer {
            Answer::Http(Ok(response)) => match jwks::read(response) {
                Ok(jwks) => Keys::Here(jwks),
                Err(failure) => Keys::Unavailable(failure.into()),
            },
            Answer::Http(Err(fault)) => Keys::Unavailable(LoginError::Network(*fault)),
            _ => Keys::Unavailable(LoginError::Network(NetworkFault::Unreachable)),
        };
        Heard::KeysChanged
    }
}

/// Whether an answer was about the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    KeysChanged,
    NotOurs,
}
