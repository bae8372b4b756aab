//! What can happen to a session, for tests that let it happen in any order.

use proptest::prelude::*;
use vestibule_flow::{
    Answer, Binding, Effect, How, Loaded, LockAnswer, LogOut, MessageFault, Network, NetworkFault, Return,
    SessionAnswer, SessionConfig, SessionEffect, Silent, Storage, TabMessage, Taken, Word,
};

use crate::session_world::{config, json, text};

#[derive(Clone, Copy, Debug)]
pub enum Happening {
    LogIn(How),
    StepUp(How),
    Cancel,
    Token(Option<&'static str>),
    Fetch(&'static str),
    UserInfo,
    LogOut(LogOut),
    Told(TabMessage),
    Resumed(Return),
    Later(u16),
    /// Answer the n-th open question as the world would.
    Well(usize),
    /// Answer the n-th open question with the k-th fault.
    Badly(usize, usize),
}

pub fn happenings() -> impl Strategy<Value = Vec<Happening>> {
    prop::collection::vec(one(), 0..80)
}

pub fn one() -> impl Strategy<Value = Happening> + Clone {
    let how = prop_oneof![Just(How::Redirect), Just(How::Popup), Just(How::Silent)];
    let out = prop_oneof![Just(LogOut::Local), Just(LogOut::Provider), Just(LogOut::Auth0)];
    let message = prop_oneof![
        Just(TabMessage::SignedIn),
        Just(TabMessage::SignedOut),
        Just(TabMessage::Renewed)
    ];
    prop_oneof![
        2 => how.clone().prop_map(Happening::LogIn),
        1 => how.prop_map(Happening::StepUp),
        1 => Just(Happening::Cancel),
        3 => prop_oneof![Just(None), Just(Some("https://other.example/"))].prop_map(Happening::Token),
        1 => prop_oneof![Just("/notes"), Just("https://evil.example/")].prop_map(Happening::Fetch),
        1 => Just(Happening::UserInfo),
        1 => out.prop_map(Happening::LogOut),
        1 => message.prop_map(Happening::Told),
        1 => prop_oneof![Just(Return::Seen), Just(Return::FromCache)].prop_map(Happening::Resumed),
        1 => (0..5000_u16).prop_map(Happening::Later),
        14 => (0..6_usize).prop_map(Happening::Well),
        4 => (0..6_usize, 0..12_usize).prop_map(|(which, how)| Happening::Badly(which, how)),
    ]
}

pub fn configs() -> impl Strategy<Value = SessionConfig> {
    let storage = prop_oneof![Just(Storage::Memory), Just(Storage::Tab), Just(Storage::Browser)];
    let silent = prop_oneof![Just(Silent::WhenKnown), Just(Silent::Always), Just(Silent::Never)];
    let binding = prop_oneof![Just(Binding::Bearer), Just(Binding::Dpop)];
    (storage, silent, binding)
        .prop_map(|(storage, silent, binding)| config(storage).silent(silent).binding(binding))
}

/// A fault of the kind that the question can have, or an answer of another kind.
pub fn fault(effect: &SessionEffect, how: usize) -> SessionAnswer {
    let did = SessionAnswer::Did;
    match (effect, how) {
        (_, 0) => did(Answer::Woke),
        (_, 1) | (SessionEffect::Lock { .. }, _) => SessionAnswer::Locked(LockAnswer::TimedOut),
        (SessionEffect::Do(Effect::Http { .. }) | SessionEffect::Fetch { .. }, 2) => {
            did(Answer::Http(text(200, "<html>")))
        }
        (SessionEffect::Do(Effect::Http { .. }) | SessionEffect::Fetch { .. }, 3) => {
            did(Answer::Http(text(500, "")))
        }
        (SessionEffect::Do(Effect::Http { .. }) | SessionEffect::Fetch { .. }, 4) => did(Answer::Http(json(
            400,
            &serde_json::json!({ "error": "invalid_grant" }),
        ))),
        (SessionEffect::Do(Effect::Http { .. }) | SessionEffect::Fetch { .. }, 5) => {
            did(Answer::Http(text(401, "")))
        }
        (SessionEffect::Do(Effect::Http { .. }) | SessionEffect::Fetch { .. }, _) => {
            did(Answer::Http(Err(NetworkFault::TimedOut)))
        }
        (SessionEffect::Do(Effect::WebMessage { .. } | Effect::Popup { .. }), how) => {
            did(Answer::Message(match how {
                2 => Err(MessageFault::Closed),
                3 => Err(MessageFault::Blocked),
                4 => Err(MessageFault::Unreachable),
                5 => Ok(vec![
                    ("state".into(), "theirs".into()),
                    ("code".into(), "c".into()),
                ]),
                _ => Err(MessageFault::TimedOut),
            }))
        }
        (SessionEffect::Do(Effect::Verify { .. }), _) => did(Answer::Verified(false)),
        (SessionEffect::Do(Effect::Take { .. }), _) => did(Answer::Taken(Taken::Missing)),
        (SessionEffect::Do(Effect::Leave { .. }), _) => did(Answer::StorageRefused),
        (SessionEffect::Do(Effect::Random { .. }), _) => did(Answer::Drawn(Box::new([9; 96]))),
        (SessionEffect::Key { .. }, _) => SessionAnswer::Key(None),
        (SessionEffect::Sign { .. }, _) => SessionAnswer::Signed(None),
        (_, how) => SessionAnswer::Loaded(Loaded {
            stored: Some("{}".into()),
            word: if how.is_multiple_of(2) {
                Word::SignedOut
            } else {
                Word::SignedIn
            },
            network: if how.is_multiple_of(3) {
                Network::Offline
            } else {
                Network::Perhaps
            },
        }),
    }
}
