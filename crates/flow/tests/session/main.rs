//! The session's tests, as one program: one world, and a file for each thing that a session does.

#[path = "../session_world/mod.rs"]
mod session_world;

mod starts;

mod broken_answers;
mod callback;
mod hybrid;
mod popup;
mod pushed;
mod redirect;
mod silent;
mod step_up;

mod renewals_refused;
mod tabs;
mod tabs_apart;
mod tokens;

mod dpop;
mod fetch;
mod logout;

mod happenings;
mod tied;

mod any_order;
