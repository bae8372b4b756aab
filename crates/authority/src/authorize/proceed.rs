//! From a person who is logged in to the answer, by way of the pages that are still wanted.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use super::ask::Ask;
use super::denied::Denied;
use super::login::Login;
use super::steps::{self, Step};
use super::{issue, respond, waiting};
use crate::http::{Refusal, Visit};
use crate::pages;
use crate::state::AppState;
use crate::store::StoreError;

/// How far a request has come.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Progress<'a> {
    /// Its name, when it waits already.
    pub(super) id: Option<&'a str>,
    /// Whether the person has just allowed what it asks for.
    pub(super) consented: bool,
}

/// Answers the client, or leads the person to the next page.
pub(super) fn proceed(
    state: &AppState,
    visit: &Visit,
    ask: &Ask<'_>,
    login: &Login,
    progress: Progress<'_>,
) -> Response {
    let next = match steps::next(state, ask, login, progress.consented) {
        Ok(next) => next,
        Err(error) => return Refusal::from(error).into_response(),
    };
    match next {
        Ok(Step::Answer) => close(state, progress.id, || grant(state, ask, login)),
        Err(denied) => close(state, progress.id, || {
            Ok(respond::denied(state, ask.destination, &denied))
        }),
        Ok(Step::Prove) => lead(state, visit, ask, login, progress.id, "/u/second-step"),
        Ok(Step::Consent) => lead(state, visit, ask, login, progress.id, "/u/consent"),
    }
}

/// Keeps the request, bound to this browser, and leads to a page; `login` settles who the person is.
pub(super) fn keep(
    state: &AppState,
    visit: &Visit,
    ask: &Ask<'_>,
    login: Option<&Login>,
    page: &str,
) -> Response {
    let device = visit.device_or_new(state);
    let kept = waiting::wait(state, &device, ask).and_then(|id| {
        if let Some(login) = login {
            state.store.settle_request(&id, &login.session.sid)?;
        }
        Ok(id)
    });
    match kept {
        Ok(id) => {
            let mut response = see(page, &id);
            visit.keep_device(&mut response, &device);
            response
        }
        Err(error) => Refusal::from(error).into_response(),
    }
}

/// Takes a waiting request out of the store to answer it: the Back button finds nothing to answer again.
pub(super) fn close(
    state: &AppState,
    id: Option<&str>,
    answer: impl FnOnce() -> Result<Response, Refusal>,
) -> Response {
    match id.map_or(Ok(true), |id| state.store.forget_request(id)) {
        Ok(true) => answer().unwrap_or_else(Refusal::into_response),
        Ok(false) => gone(),
        Err(error) => Refusal::from(error).into_response(),
    }
}

/// The page for a request that no longer waits.
pub(super) fn gone() -> Response {
    pages::error(
        StatusCode::BAD_REQUEST,
        "This login is no longer waiting, or was begun in another browser. Go back to the app and start again.",
    )
}

fn grant(state: &AppState, ask: &Ask<'_>, login: &Login) -> Result<Response, Refusal> {
    if !steps::accept_invitation(state, ask, &login.user)? {
        return Ok(respond::denied(state, ask.destination, &Denied::NotMember));
    }
    let answer = issue::issue(state, ask, login)?;
    Ok(respond::granted(state, ask.destination, answer))
}

fn lead(
    state: &AppState,
    visit: &Visit,
    ask: &Ask<'_>,
    login: &Login,
    id: Option<&str>,
    page: &str,
) -> Response {
    let Some(id) = id else {
        return keep(state, visit, ask, Some(login), page);
    };
    let settled: Result<(), StoreError> = state.store.settle_request(id, &login.session.sid);
    match settled {
        Ok(()) => see(page, id),
        Err(error) => Refusal::from(error).into_response(),
    }
}

fn see(page: &str, id: &str) -> Response {
    let location = [(header::LOCATION, format!("{page}?state={id}"))];
    (StatusCode::SEE_OTHER, location).into_response()
}
