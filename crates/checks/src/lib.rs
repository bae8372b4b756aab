//! What must hold of every parser, whatever it is given: one check a parser, called by an ordinary test and a fuzz target.
//!
//! A check takes any bytes and panics where the parser breaks its word: it answers differently when asked twice, lets
//! through what it promises to refuse, prints a secret, or reads something else than a second, more patient reader does.
//!
//! Nothing here makes up the bytes. The tests beside this crate do that within seconds and by a fixed seed; the targets
//! in `fuzz/` for as long as one likes.

#![expect(
    clippy::missing_panics_doc,
    reason = "to panic is what a check is for, and the page above says when"
)]

mod given;
mod verdict;

pub mod answer;
pub mod envelope;
mod waiting;

pub mod callback_url;
mod front_channel;
mod second_opinion;
mod third_party;

mod core_rules;
pub mod id_token;
mod trust;
pub mod jwks;

pub mod discovery;
pub mod settings;

pub mod transaction;

pub mod theme;

pub use verdict::Verdict;

/// A check by the name of its fuzz target.
pub type Check = (&'static str, fn(&[u8]) -> Verdict);

/// Every check.
pub const ALL: [Check; 9] = [
    ("answer", answer::check),
    ("callback_url", callback_url::check),
    ("discovery", discovery::check),
    ("envelope", envelope::check),
    ("id_token", id_token::check),
    ("jwks", jwks::check),
    ("settings", settings::check),
    ("theme", theme::check),
    ("transaction", transaction::check),
];
