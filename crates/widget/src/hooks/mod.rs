//! What an app may have a word about while somebody logs in (cargo feature `hooks`).

#[cfg(not(feature = "hooks"))]
mod off;
#[cfg(feature = "hooks")]
mod on;

#[cfg(not(feature = "hooks"))]
pub use off::AppHooks;
#[cfg(feature = "hooks")]
pub use on::{AppHooks, Before, Hooks, Later, later};
