//! The harness of the whole stories: a real authority, a built app under its strict policy, a real browser.
//!
//! A story is a test that reads as a person would tell it: `story(Scene::quickstart(), |story| { … })`. Its verbs
//! wait for what they need by themselves and fail with what they waited for.
#![expect(
    clippy::missing_panics_doc,
    reason = "everything here runs inside a test and panics where the story goes wrong"
)]
#![expect(
    clippy::must_use_candidate,
    reason = "most of what is seen is waited for, and need not be kept"
)]

pub mod scene;
pub mod guest;
pub mod story;

pub mod browser;
pub mod cast;
pub mod wait;
pub mod web;

mod evidence;
mod paths;
mod runtime;

pub use browser::{Audit, Engine, Pane, Person};
pub use cast::{ADA, DIRECTORY, Message};
pub use guest::{Guest, guest};
pub use paths::languages;
pub use runtime::block_on;
pub use scene::{Cookies, Scene, Site};
pub use story::{Story, story};
pub use thirtyfour::Key;
pub use web::{Fault, Seen};
