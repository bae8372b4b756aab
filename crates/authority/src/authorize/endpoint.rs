//! The endpoint itself: check, find out who is there, answer or ask.

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

use super::ask::{Ask, Kind};
use super::denied::Denied;
use super::destination::Destination;
use super::login::{self, Login};
use super::{doors, issue, respond, table, waiting};
use crate::http::{FormParams, Params, QueryParams, Refusal, Visit};
use crate::pages;
use crate::state::AppState;

/// `/authorize`, by GET and by POST (OpenID Connect Core section 3.1.2.1).
pub fn routes() -> Router<AppState> {
    Router::new().route("/authorize", get(by_get).post(by_post))
}

async fn by_get(
    State(state): State<AppState>,
    visit: Visit,
    params: Result<QueryParams, Refusal>,
) -> Response {
    match params {
        Ok(QueryParams(params)) => authorize(&state, &visit, &params),
        Err(_) => twice(),
    }
}

async fn by_post(
    State(state): State<AppState>,
    visit: Visit,
    params: Result<FormParams, Refusal>,
) -> Response {
    match params {
        Ok(FormParams(params)) => authorize(&state, &visit, &params),
        Err(_) => twice(),
    }
}

fn twice() -> Response {
    pages::error(
        StatusCode::BAD_REQUEST,
        "The app that sent you here sent a malformed request, or said something twice.",
    )
}

fn authorize(state: &AppState, visit: &Visit, params: &Params) -> Response {
    let destination = match Destination::load(&state.config, visit, params) {
        Ok(destination) => destination,
        Err(reason) => return pages::error(StatusCode::BAD_REQUEST, &reason.to_string()),
    };
    match decide(state, visit, params, &destination) {
        Ok(Ok(Outcome::Known(ask, login))) => match issue::issue(state, &ask, &login) {
            Ok(answer) => respond::granted(state, &destination, answer),
            Err(refusal) => refusal.into_response(),
        },
        Ok(Ok(Outcome::Fresh(ask, login))) => doors::open_session(state, visit, &ask, &login),
        Ok(Ok(Outcome::AskPerson(ask))) => ask_person(state, visit, &ask),
        Ok(Err(denied)) => respond::denied(state, &destination, &denied),
        Err(refusal) => refusal.into_response(),
    }
}

enum Outcome<'a> {
    /// The browser's session will do.
    Known(Ask<'a>, Login),
    /// The person has just proved who they are, and gets a session.
    Fresh(Ask<'a>, Login),
    /// Somebody has to be asked.
    AskPerson(Ask<'a>),
}

fn decide<'a>(
    state: &'a AppState,
    visit: &Visit,
    params: &'a Params,
    destination: &'a Destination<'a>,
) -> Result<Result<Outcome<'a>, Denied>, Refusal> {
    let ask = match checked(state, params, destination) {
        Ok(ask) => ask,
        Err(denied) => return Ok(Err(denied)),
    };
    Ok(match ask.kind {
        Kind::Ticket => login::by_ticket(state, visit, &ask)?.map(|login| Outcome::Fresh(ask, login)),
        Kind::Silent => match login::by_session(state, visit, &ask)? {
            Some(login) => login.map(|login| Outcome::Known(ask, login)),
            None => Err(Denied::LoginRequired),
        },
        Kind::Visible => match login::by_session(state, visit, &ask)? {
            Some(login) => login.map(|login| Outcome::Known(ask, login)),
            None => Ok(Outcome::AskPerson(ask)),
        },
    })
}

/// A request that passed the whole table.
pub(super) fn checked<'a>(
    state: &'a AppState,
    params: &'a Params,
    destination: &'a Destination<'a>,
) -> Result<Ask<'a>, Denied> {
    let ask = Ask::load(&state.config, destination, params)?;
    table::check(&ask)?;
    Ok(ask)
}

/// Keeps the request, bound to this browser, and shows the hosted login page.
fn ask_person(state: &AppState, visit: &Visit, ask: &Ask<'_>) -> Response {
    let device = visit.device_or_new(state);
    match waiting::wait(state, &device, ask) {
        Ok(id) => {
            let page = [(header::LOCATION, format!("/u/login?state={id}"))];
            let mut response = (StatusCode::SEE_OTHER, page).into_response();
            visit.keep_device(&mut response, &device);
            response
        }
        Err(error) => Refusal::from(error).into_response(),
    }
}
