//! An authorization server for development, tests and demos of the login widget.
//!
//! It speaks OAuth 2.0, `OpenID` Connect and the Auth0 Authentication API, keeps its state in embedded SQLite, plays
//! its own social providers and shows the mails it would send. It will not serve the Internet: it answers to loopback
//! names only, its outbox is open to everyone who reaches it, and its keys lie unencrypted in its database.

pub mod authorize;
pub mod chance;
pub mod clock;
pub mod config;
pub mod database;
pub mod hosted;
pub mod http;
pub mod keys;
pub mod lockout;
pub mod outbox;
mod pages;
pub mod password;
pub mod passwordless;
pub mod providers;
mod routes;
pub mod secret;
pub mod seed;
pub mod settings;
pub mod state;
pub mod store;
pub mod tls;
pub mod well_known;

pub use routes::app;
pub use state::AppState;
