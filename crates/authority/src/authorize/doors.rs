//! How the rest of the server goes on with a request once somebody has proved who they are, or has given up.

use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};

use super::ask::Ask;
use super::denied::Denied;
use super::destination::Destination;
use super::endpoint;
use super::login::{self, Login};
use super::proceed::{self, Progress};
use super::respond;
use super::waiting::waiting;
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
    /// How, by the words of RFC 8176 (`pwd`, `otp`) with spaces; empty when only a provider knows.
    pub amr: &'static str,
}

/// Makes the session of `person`, sets its cookie, and goes on with the waiting request `id`: to its answer (303, form
/// or web message), or to the next page. An unknown, expired or foreign `id` gets an error page.
///
/// A page that posts to the caller must not restrict `form-action` to itself: Chromium applies it to the redirect.
#[must_use]
pub fn resume(state: &AppState, visit: &Visit, id: &str, person: &Authenticated) -> Response {
    match waiting(state, visit, id) {
        Ok(Some(waiting)) => admit(state, visit, &waiting.parameters, Some(id), person),
        Ok(None) => proceed::gone(),
        Err(error) => Refusal::from(error).into_response(),
    }
}

/// Answers the waiting request `id` to the client with an error, such as `access_denied` when the person gave up.
#[must_use]
pub fn refuse(state: &AppState, visit: &Visit, id: &str, error: &str, description: &str) -> Response {
    let denied = Denied::ByPerson {
        error: error.to_owned(),
        description: description.to_owned(),
    };
    match waiting(state, visit, id) {
        Ok(Some(waiting)) => proceed::close(state, Some(id), || {
            Ok(
                match Destination::load(&state.config, visit, &waiting.parameters) {
                    Ok(destination) => respond::denied(state, &destination, &denied),
                    Err(reason) => pages::error(StatusCode::BAD_REQUEST, &reason.to_string()),
                },
            )
        }),
        Ok(None) => proceed::gone(),
        Err(error) => Refusal::from(error).into_response(),
    }
}

/// Checks `parameters` as `/authorize` would, then makes the session of `person` and answers to the client.
#[must_use]
pub fn answer(state: &AppState, visit: &Visit, parameters: &Params, person: &Authenticated) -> Response {
    admit(state, visit, parameters, None, person)
}

fn admit(
    state: &AppState,
    visit: &Visit,
    parameters: &Params,
    id: Option<&str>,
    person: &Authenticated,
) -> Response {
    with_ask(state, visit, parameters, id, |ask| {
        let session = Session {
            sid: state.chance.name(),
            user_id: person.user_id.clone(),
            connection: person.connection.clone(),
            auth_time: state.now(),
            amr: person.amr.to_owned(),
            // Two ways of RFC 8176 are two proofs.
            second_step: person.amr.contains(' '),
        };
        match login::with_person(state, session) {
            Ok(Some(Ok(login))) => {
                let progress = Progress {
                    id,
                    ..Progress::default()
                };
                open_session(state, visit, ask, &login, progress)
            }
            Ok(_) => proceed::close(state, id, || {
                Ok(respond::denied(state, ask.destination, &Denied::Blocked))
            }),
            Err(error) => Refusal::from(error).into_response(),
        }
    })
}

/// Reads and checks a request once more, and answers it or does `work` with it.
pub(super) fn with_ask(
    state: &AppState,
    visit: &Visit,
    parameters: &Params,
    id: Option<&str>,
    work: impl FnOnce(&Ask<'_>) -> Response,
) -> Response {
    let destination = match Destination::load(&state.config, visit, parameters) {
        Ok(destination) => destination,
        Err(reason) => return pages::error(StatusCode::BAD_REQUEST, &reason.to_string()),
    };
    match endpoint::checked(state, parameters, &destination) {
        Ok(ask) => work(&ask),
        Err(denied) => proceed::close(state, id, || Ok(respond::denied(state, &destination, &denied))),
    }
}

/// Keeps the new session, goes on with the request, and sets the session's cookie.
pub(super) fn open_session(
    state: &AppState,
    visit: &Visit,
    ask: &Ask<'_>,
    login: &Login,
    progress: Progress<'_>,
) -> Response {
    let secret = state.chance.secret();
    let seconds = state.config.lifetimes.session;
    let kept = state.store.add_session(&NewSession {
        secret: &secret,
        replaces: visit.session_secret(),
        session: login.session.clone(),
        expires_at: state.now() + seconds,
    });
    if let Err(error) = kept {
        return Refusal::from(error).into_response();
    }
    let mut response = proceed::proceed(state, visit, ask, login, progress);
    visit.keep_session(&mut response, &secret, seconds);
    response
}
