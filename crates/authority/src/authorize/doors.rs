//! How the rest of the server answers a request once somebody has proved who they are, or has given up.

use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};

use super::ask::Ask;
use super::denied::Denied;
use super::destination::Destination;
use super::login::Login;
use super::waiting::waiting;
use super::{endpoint, issue, respond};
use crate::http::{Params, Refusal, Visit};
use crate::pages;
use crate::state::AppState;
use crate::store::{NewSession, Session};

/// A person who has just proved who they are.
#[derive(Debug, Clone)]
pub struct Authenticated {
    /// `sub`.
    pub user_id: String,
    /// The name of the connection.
    pub connection: String,
}

/// Makes the session of `person`, sets its cookie, and answers the waiting request `id` to the client (303, form or
/// web message). An unknown, expired or foreign `id` gets an error page.
///
/// A page that posts to the caller must not restrict `form-action` to itself: Chromium applies it to the redirect.
#[must_use]
pub fn resume(state: &AppState, visit: &Visit, id: &str, person: &Authenticated) -> Response {
    close(state, visit, id, |parameters| {
        answer(state, visit, parameters, person)
    })
}

/// Answers the waiting request `id` to the client with an error, such as `access_denied` when the person gave up.
#[must_use]
pub fn refuse(state: &AppState, visit: &Visit, id: &str, error: &str, description: &str) -> Response {
    let denied = Denied::ByPerson {
        error: error.to_owned(),
        description: description.to_owned(),
    };
    close(state, visit, id, |parameters| {
        match Destination::load(&state.config, visit, parameters) {
            Ok(destination) => respond::denied(state, &destination, &denied),
            Err(reason) => pages::error(StatusCode::BAD_REQUEST, &reason.to_string()),
        }
    })
}

/// Checks `parameters` as `/authorize` would, then makes the session of `person` and answers to the client.
#[must_use]
pub fn answer(state: &AppState, visit: &Visit, parameters: &Params, person: &Authenticated) -> Response {
    let destination = match Destination::load(&state.config, visit, parameters) {
        Ok(destination) => destination,
        Err(reason) => return pages::error(StatusCode::BAD_REQUEST, &reason.to_string()),
    };
    let ask = match endpoint::checked(state, parameters, &destination) {
        Ok(ask) => ask,
        Err(denied) => return respond::denied(state, &destination, &denied),
    };
    let user = match state.store.user(&person.user_id) {
        Ok(user) => user,
        Err(error) => return Refusal::from(error).into_response(),
    };
    match user {
        Some(user) if !user.blocked => {
            let session = Session {
                sid: state.chance.name(),
                user_id: user.id.clone(),
                connection: person.connection.clone(),
                auth_time: state.now(),
            };
            open_session(state, visit, &ask, &Login { user, session })
        }
        _ => respond::denied(state, &destination, &Denied::Blocked),
    }
}

/// Keeps the new session, answers to the client, and sets the session's cookie.
pub(super) fn open_session(state: &AppState, visit: &Visit, ask: &Ask<'_>, login: &Login) -> Response {
    let secret = state.chance.secret();
    let seconds = state.config.lifetimes.session;
    let kept = state.store.add_session(&NewSession {
        secret: &secret,
        replaces: visit.session_secret(),
        session: login.session.clone(),
        expires_at: state.now() + seconds,
    });
    let issued = kept
        .map_err(Refusal::from)
        .and_then(|()| issue::issue(state, ask, login));
    match issued {
        Ok(answer) => {
            let mut response = respond::granted(state, ask.destination, answer);
            visit.keep_session(&mut response, &secret, seconds);
            response
        }
        Err(refusal) => refusal.into_response(),
    }
}

/// Takes the waiting request out of the store and answers it: the Back button finds nothing to answer again.
fn close(state: &AppState, visit: &Visit, id: &str, answer: impl FnOnce(&Params) -> Response) -> Response {
    let found = waiting(state, visit, id).and_then(|found| {
        if found.is_some() {
            state.store.forget_request(id)?;
        }
        Ok(found)
    });
    match found {
        Ok(Some(waiting)) => answer(&waiting.parameters),
        Ok(None) => pages::error(
            StatusCode::BAD_REQUEST,
            "This login is no longer waiting, or was begun in another browser. Go back to the app and start again.",
        ),
        Err(error) => Refusal::from(error).into_response(),
    }
}
