//! Runs the login widget's effects in the page: requests, frames, popups, storage, signatures, timers, focus.
//!
//! # Scope of this crate
//!
//! It does what it is told and hands back what came, unjudged: whether a response is good is for `vestibule-protocol`,
//! and what follows from it for `vestibule-flow`. It decides one thing only, which no other place can: whose message a
//! message is.

mod api;
pub mod dom;
mod frame;
mod http;
mod listener;
mod message;
mod popup;
mod runner;
pub mod sheet;
mod storage;
mod timer;
mod verify;
mod window;

pub use api::{call_api, get_text};
pub use runner::Runner;
pub use window::{navigate, now_s, page};
