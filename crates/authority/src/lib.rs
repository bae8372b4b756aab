//! An authorization server for development, tests and demos of the login widget.
//!
//! It speaks OAuth 2.0, `OpenID` Connect and the Auth0 Authentication API, keeps its state in embedded SQLite, plays
//! its own social providers and shows the mails it would send. It will not serve the Internet: it answers to loopback
//! names only, its outbox is open to everyone who reaches it, and its keys lie unencrypted in its database.
//!
//! `authority.example.toml` in this folder has every key of its configuration file.

mod routes;

pub mod config;
pub mod seed;
pub mod state;

pub mod start;

pub mod serve;

pub mod authorize;
pub mod token;

pub mod dpop;

pub mod captcha;
pub mod co_authenticate;
pub mod database;
pub mod passwordless;

pub mod classic;
pub mod hosted;
pub mod providers;

pub mod api;
pub mod discovery;
pub mod logout;
pub mod settings;
pub mod userinfo;
pub mod well_known;

pub mod initiate;
pub mod outbox;
mod pages;

pub mod http;
pub mod keys;
pub mod store;
pub mod tokens;

pub mod address;
pub mod lockout;
pub mod password;
pub mod password_policy;
pub mod rate_limit;
pub mod rules;
pub mod second_step;
pub mod secret;

pub mod chance;
pub mod clock;
pub mod tls;

pub use routes::app;
pub use state::AppState;
