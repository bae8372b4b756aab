//! Whole stories: a person, a real browser, a built app under its strict policy, the real authority.
//!
//! Those in `everywhere` are told in every engine (`cargo xtask test --engine all`), the others in Chromium.

mod chromium;
mod everywhere;
mod steps;
