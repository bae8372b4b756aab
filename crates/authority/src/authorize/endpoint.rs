//! The endpoint itself: check, find out who is there, answer or ask.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

use super::ask::{Ask, Kind};
use super::denied::Denied;
use super::destination::Destination;
use super::login::{self, Found, Login};
use super::proceed::{self, Progress, proceed};
use super::{doors, pushed, respond, table};
use crate::classic;
use crate::http::{FormParams, Params, QueryParams, Refusal, Visit};
use crate::pages;
use crate::state::AppState;
use crate::tokens;

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

/// Answers a request, after putting a pushed one in its place.
fn authorize(state: &AppState, visit: &Visit, params: &Params) -> Response {
    if let Some(left) = classic::leave_for_connection(state, visit, params) {
        return left.into_response();
    }
    match pushed::take(state, params) {
        Ok(Some(pushed)) => answer(state, visit, &pushed, true),
        Ok(None) => answer(state, visit, params, false),
        Err(error) => Refusal::from(error).into_response(),
    }
}

fn answer(state: &AppState, visit: &Visit, params: &Params, was_pushed: bool) -> Response {
    let destination = match Destination::load(&state.config, visit, params) {
        Ok(destination) => destination,
        Err(reason) => return pages::error(StatusCode::BAD_REQUEST, &reason.to_string()),
    };
    let decided = match checked(state, params, &destination) {
        _ if destination.client.require_pushed_authorization_requests && !was_pushed => {
            Ok(Err(Denied::NotPushed))
        }
        Ok(ask) => decide(state, visit, ask),
        Err(denied) => Ok(Err(denied)),
    };
    match decided {
        Ok(Ok(Outcome::Known(ask, login))) => proceed(state, visit, &ask, &login, Progress::default()),
        Ok(Ok(Outcome::Fresh(ask, login))) => {
            doors::open_session(state, visit, &ask, &login, Progress::default())
        }
        Ok(Ok(Outcome::AskPerson(ask, page))) => proceed::keep(state, visit, &ask, None, page),
        Ok(Err(denied)) => respond::denied(state, &destination, &denied),
        Err(refusal) => refusal.into_response(),
    }
}

enum Outcome<'a> {
    /// The browser's session will do.
    Known(Ask<'a>, Login),
    /// The person has just proved who they are, and gets a session.
    Fresh(Ask<'a>, Login),
    /// Somebody has to be asked, on this page.
    AskPerson(Ask<'a>, &'static str),
}

fn decide<'a>(state: &AppState, visit: &Visit, ask: Ask<'a>) -> Result<Result<Outcome<'a>, Denied>, Refusal> {
    if ask.kind == Kind::Ticket {
        return Ok(login::by_ticket(state, visit, &ask)?.map(|login| Outcome::Fresh(ask, login)));
    }
    Ok(match (login::by_session(state, visit, &ask)?, ask.kind) {
        (Found::Fits(login), _) => Ok(Outcome::Known(ask, login)),
        (Found::Blocked, _) => Err(Denied::Blocked),
        (Found::Nobody, Kind::Silent) => Err(Denied::LoginRequired),
        (Found::ToChoose(_), Kind::Silent) => Err(Denied::AccountSelectionRequired),
        (Found::Nobody, _) => Ok(Outcome::AskPerson(ask, "/u/login")),
        (Found::ToChoose(_), _) => Ok(Outcome::AskPerson(ask, "/u/account")),
    })
}

/// A request that passed the whole table.
pub(super) fn checked<'a>(
    state: &'a AppState,
    params: &'a Params,
    destination: &'a Destination<'a>,
) -> Result<Ask<'a>, Denied> {
    let mut ask = Ask::load(&state.config, destination, params)?;
    table::check(&ask)?;
    if let Some(token) = params.get("id_token_hint") {
        let hint = tokens::id_hint(state, destination.issuer, token)
            .filter(|hint| hint.client_id == ask.client.client_id);
        ask.hint = Some(hint.ok_or(Denied::IdTokenHint)?);
    }
    Ok(ask)
}
