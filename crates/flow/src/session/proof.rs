//! The browser's key for proofs of possession, and the nonces that servers gave for them (RFC 9449).

use vestibule_protocol::{ProofKey, Response, dpop};

use super::context::SessionContext;
use super::effect::SessionEffect;
use crate::ask::Ask;

/// How many origins' nonces are kept; an app has one server and a few APIs.
const MAX_ORIGINS: usize = 16;

/// The key, and the newest nonce of each origin: nonces of one server mean nothing to another (RFC 9449 §8.2).
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Proofs {
    pub(super) name: String,
    pub(super) key: Slot,
    nonces: Vec<(String, String)>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Slot {
    Unasked,
    Asked(Ask),
    Here(ProofKey),
    /// The browser keeps no keys: its database is closed.
    Gone,
}

impl Proofs {
    pub(super) fn new(name: String, cx: &mut SessionContext) -> Self {
        let mut proofs = Self {
            name,
            key: Slot::Unasked,
            nonces: Vec::new(),
        };
        proofs.fetch(cx);
        proofs
    }

    /// Asks for the key unless it is here or on its way.
    pub(super) fn fetch(&mut self, cx: &mut SessionContext) {
        if matches!(self.key, Slot::Unasked | Slot::Gone) {
            let name = self.name.clone();
            self.key = Slot::Asked(cx.ask(|ask| SessionEffect::Key { ask, name }));
        }
    }

    /// Takes the key, if it is the answer to this question.
    pub(super) fn hear(&mut self, ask: Ask, key: Option<&ProofKey>) {
        if self.key == Slot::Asked(ask) {
            self.key = key.map_or(Slot::Gone, |key| Slot::Here(key.clone()));
        }
    }

    /// Whether the key has still to come.
    pub(super) fn is_key_coming(&self) -> bool {
        matches!(self.key, Slot::Unasked | Slot::Asked(_))
    }

    /// Forgets the key, which the browser has no more: whoever needs one asks anew.
    pub(super) fn forget_key(&mut self) {
        self.key = Slot::Unasked;
        self.nonces.clear();
    }

    pub(super) fn drop_key(&mut self, cx: &mut SessionContext) {
        self.forget_key();
        let name = self.name.clone();
        cx.effect(SessionEffect::DropKey { name });
    }

    pub(super) fn thumbprint(&self) -> Option<String> {
        match &self.key {
            Slot::Here(key) => Some(key.thumbprint()),
            Slot::Unasked | Slot::Asked(_) | Slot::Gone => None,
        }
    }

    pub(super) fn nonce(&self, origin: &str) -> Option<&str> {
        self.nonces
            .iter()
            .find(|(known, _)| known == origin)
            .map(|(_, nonce)| nonce.as_str())
    }

    /// Keeps the nonce that came along, with success as with refusal.
    pub(super) fn learn(&mut self, origin: &str, response: &Response) {
        let Some(nonce) = dpop::nonce(response) else {
            return;
        };
        self.nonces.retain(|(known, _)| known != origin);
        if self.nonces.len() == MAX_ORIGINS {
            self.nonces.remove(0);
        }
        self.nonces.push((origin.to_owned(), nonce.to_owned()));
    }
}
