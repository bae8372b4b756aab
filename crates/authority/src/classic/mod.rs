//! What Lock and auth0.js call on a hosted login page of Auth0's classic kind, and a page that is built like one.
//!
//! All of it belongs to an authorization request that waits for this browser. It is called by pages of this server
//! only: nothing here is shared with other origins, and what changes anything wants the token of [`csrf`] as well.

mod callback;
mod connection;
mod context;
mod csrf;
mod login;
mod mfa;
mod user;
mod verify;

use axum::Router;
use axum::routing::{get, post};

use crate::state::AppState;

pub(crate) use connection::leave as leave_for_connection;
pub(crate) use context::of as context;
pub(crate) use verify::redirect as verify_redirect;

/// Endpoints of pages of this server.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/u/login/context", get(context::handle))
        .route("/usernamepassword/login", post(login::handle))
        .route("/login/callback", post(callback::handle))
        .route("/passwordless/verify", post(verify::handle))
        .route("/user/ssodata", get(user::ssodata))
}

/// What any page may ask.
pub fn public_routes() -> Router<AppState> {
    Router::new().route("/user/geoloc/country", get(user::country))
}
