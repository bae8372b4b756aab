//! Logging in with a password inside the page: the way through, and every way it can fail.

#[path = "../world/mod.rs"]
mod world;

mod through;
mod onward;
mod tokens;
