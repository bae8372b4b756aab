//! Runs the login widget's effects in the page: requests, frames, popups, storage, signatures, timers, focus, sheets.
//!
//! [`Runner`] takes the machine's effects and hands its answers back as events; it owns whatever is under way, so that
//! dropping it ends all of it. [`dom`] and [`sheet`] are what the components need of the page beyond drawing.
//!
//! # Scope of this crate
//!
//! It does what it is told and hands back what came, unjudged: whether a response is good is for `vestibule-protocol`,
//! and what follows from it for `vestibule-flow`. It decides one thing only, which no other place can: whose message a
//! message is. It logs no request, no response, no message and no URL.

mod runner;

mod console;
mod countries;
mod frame;
mod http;
mod message;
mod plural;
mod popup;
mod storage;
mod verify;
mod window;

mod session;

mod api;
pub mod captcha;
mod classes;
pub mod dom;
pub mod one_time_code;
pub mod sheet;

pub use api::{call_api, get_text, pretty_json};
pub use console::advise;
pub use countries::country_names;
pub use plural::plural_category;
pub use runner::Runner;
pub use session::{SessionOutput, SessionRunner};
pub use verify::signature_is_valid;
pub use window::{navigate, now_s, page};
