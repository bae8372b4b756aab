//! The other screens: sign-up, reset, codes and links, what is offered, and the ways between them.

#[path = "../world/mod.rs"]
mod world;

mod ways;
mod accounts;
mod reset;
mod codes;
mod closing;
mod focus;
