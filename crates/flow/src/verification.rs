//! From an ID token to the proof of its signature: its key, fetched once more if it is new, and the browser's verdict.

use vestibule_protocol::{Broken, IdTokenError, KeySearch, SignatureQuestion, SignatureValid, Unverified};

use crate::ask::Ask;
use crate::context::Context;
use crate::effect::Effect;
use crate::event::Answer;
use crate::login_event::LoginError;
use crate::server::{KeysNow, Refetch, Server};

/// An ID token whose signature is not judged yet: what it waits for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Verification {
    /// The keys, once more or still for the first time.
    AwaitingKeys { token: Unverified, tried: Tried },
    /// The browser's verdict.
    Asking { ask: Ask, question: SignatureQuestion },
}

/// Whether the keys were asked for anew on account of this token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tried {
    No,
    Refetched,
}

/// How a step of it ends.
pub(crate) enum Verdict {
    Waiting(Verification),
    Valid(SignatureValid),
    Failed(LoginError),
}

impl Verification {
    pub(crate) fn begin(token: Unverified, server: &mut Server, cx: &mut Context) -> Verdict {
        find_key(token, Tried::No, server, cx)
    }

    /// The question under way.
    pub(crate) fn ask(&self) -> Option<Ask> {
        match self {
            Self::Asking { ask, .. } => Some(*ask),
            Self::AwaitingKeys { .. } => None,
        }
    }

    /// Takes the answer to the question under way.
    pub(crate) fn answered(self, answer: &Answer) -> Verdict {
        match (self, answer) {
            (Self::Asking { question, .. }, Answer::Verified(valid)) => match question.answered(*valid) {
                Ok(proof) => Verdict::Valid(proof),
                Err(error) => broken(error),
            },
            (this, _) => Verdict::Waiting(this),
        }
    }

    /// The keys have come, or cannot be had.
    pub(crate) fn keys_changed(self, server: &mut Server, cx: &mut Context) -> Verdict {
        match self {
            Self::AwaitingKeys { token, tried } => find_key(token, tried, server, cx),
            other @ Self::Asking { .. } => Verdict::Waiting(other),
        }
    }
}

fn find_key(token: Unverified, tried: Tried, server: &mut Server, cx: &mut Context) -> Verdict {
    let jwks = match server.keys() {
        KeysNow::Here(jwks) => jwks,
        KeysNow::OnTheirWay => return Verdict::Waiting(Verification::AwaitingKeys { token, tried }),
        KeysNow::Unavailable if tried == Tried::Refetched => return Verdict::Failed(server.take_fault()),
        KeysNow::Unavailable => return refetch(token, server, cx),
    };
    match token.find_key(jwks) {
        KeySearch::Found(question) => {
            let ask = cx.next_ask();
            cx.effect(Effect::Verify {
                ask,
                question: question.clone(),
            });
            Verdict::Waiting(Verification::Asking { ask, question })
        }
        KeySearch::UnknownKid if tried == Tried::No => refetch(token, server, cx),
        KeySearch::UnknownKid => unknown_key(&token),
        KeySearch::Refused(error) => broken(error),
    }
}

fn refetch(token: Unverified, server: &mut Server, cx: &mut Context) -> Verdict {
    match server.refetch(cx) {
        Refetch::Asked => Verdict::Waiting(Verification::AwaitingKeys {
            token,
            tried: Tried::Refetched,
        }),
        Refetch::TooSoon => unknown_key(&token),
    }
}

fn unknown_key(token: &Unverified) -> Verdict {
    broken(IdTokenError::UnknownKid(
        token.kid().unwrap_or_default().to_owned(),
    ))
}

fn broken(error: IdTokenError) -> Verdict {
    Verdict::Failed(LoginError::Broken(Broken::IdToken(error)))
}
