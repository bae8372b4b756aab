//! `/authorize`: from a client's request to an answer, by way of a ticket, a session or the hosted login page.
//!
//! For the rest of the server there are three doors: a page that serves a waiting request reads it with [`waiting`];
//! once the person is known it calls [`resume`], and when the person gives up, [`refuse`]. A link in a mail, which
//! brings its parameters itself, calls [`answer`].

mod waiting;

use axum::Router;
use axum::response::Response;

use crate::http::{Params, Visit};
use crate::state::AppState;

pub use waiting::{Waiting, waiting};

/// A person who has just proved who they are.
#[derive(Debug, Clone)]
pub struct Authenticated {
    /// `sub`.
    pub user_id: String,
    /// The name of the connection.
    pub connection: String,
}

/// Routes.
pub fn routes() -> Router<AppState> {
    Router::new()
}

/// Makes the session of `person`, sets its cookie, and answers the waiting request `id` to the client (303, form or
/// web message). An unknown, expired or foreign `id` gets an error page.
///
/// The page that posts to the caller must not restrict `form-action` to itself: Chromium applies it to the redirect.
pub fn resume(state: &AppState, visit: &Visit, id: &str, person: &Authenticated) -> Response {
    let _ = (state, visit, id, person);
    Response::default()
}

/// Answers the waiting request `id` to the client with an error, such as `access_denied` when the person gave up.
pub fn refuse(state: &AppState, visit: &Visit, id: &str, error: &str, description: &str) -> Response {
    let _ = (state, visit, id, error, description);
    Response::default()
}

/// Checks `parameters` as `/authorize` would, then makes the session of `person` and answers to the client.
pub fn answer(state: &AppState, visit: &Visit, parameters: &Params, person: &Authenticated) -> Response {
    let _ = (state, visit, parameters, person);
    Response::default()
}
