//! `/dbconnections/change_password`: the same answer, after the same work, for known and unknown addresses.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::address;
use crate::captcha::{self, Step};
use crate::config::{Connection, Moment};
use crate::http::{JsonObject, Refusal, Visit, require_origin};
use crate::outbox::letter;
use crate::rate_limit::{self, Counted};
use crate::rules::{self, NotSent};
use crate::state::AppState;
use crate::store::{Purpose, StoreError};

/// What Auth0's clients show or ignore; it is text, not JSON.
const ANSWER: &str =
    "If there is an account under this address, a mail with a link to a new password is on its way.";

/// What the link of a reset mail opens.
#[derive(Serialize, Deserialize)]
pub(super) struct ResetTicket {
    /// Nobody's, when the address was unknown; the link is then sent to no one.
    pub(super) user_id: Option<String>,
}

/// `POST /dbconnections/change_password`.
pub(super) async fn handle(
    State(state): State<AppState>,
    visit: Visit,
    JsonObject(body): JsonObject,
) -> Result<Response, Refusal> {
    let client = text(&body, "client_id")
        .and_then(|client_id| state.config.client(client_id))
        .ok_or_else(|| invalid("client_id", "names no client"))?;
    require_origin(client, &visit)?;
    let connection = text(&body, "connection")
        .and_then(|name| state.config.connection_for(client, name))
        .filter(|connection| connection.database().is_some())
        .ok_or_else(|| invalid("connection", "names no database connection of this client"))?;
    let email = text(&body, "email")
        .and_then(address::email)
        .ok_or_else(|| invalid("email", "is not a mail address"))?;
    captcha::require(
        &state,
        &visit,
        Step::ChangePassword,
        text(&body, "state"),
        text(&body, "captcha"),
    )
    .map_err(|error| error.oauth(StatusCode::BAD_REQUEST))?;
    send_reset_mail(&state, &visit, connection, &email)?.map_err(|reason| reason.refusal(state.now()))?;
    Ok(([(header::CONTENT_TYPE, "text/html; charset=utf-8")], ANSWER).into_response())
}

/// Sends a mail to `email`: with a link when there is an account, without one when there is none.
pub fn send_reset_mail(
    state: &AppState,
    visit: &Visit,
    connection: &Connection,
    email: &str,
) -> Result<Result<(), NotSent>, StoreError> {
    if let Some(rule) = rules::refusing(state, Moment::ChangePassword, &connection.name, &[email]) {
        return Ok(Err(NotSent::Rule(Box::new(rule.clone()))));
    }
    if let Err(too_many) = rate_limit::take(state, Counted::ChangePassword(email), visit.ip)? {
        return Ok(Err(NotSent::TooMany(too_many)));
    }
    let user = state.store.user_by_email(&connection.name, email)?;
    let (ticket, now) = (state.chance.secret(), state.now());
    let payload = ResetTicket {
        user_id: user.as_ref().map(|user| user.id.clone()),
    };
    state.store.put_once(
        Purpose::PasswordReset,
        &ticket,
        &payload,
        now + state.config.lifetimes.mail_link,
    )?;
    let link = format!("{}u/reset-password?ticket={}", visit.base, ticket.expose());
    let mail = match user {
        Some(_) => letter::reset(email, link),
        None => letter::reset_without_account(email),
    };
    state.store.send(&mail, now)?;
    Ok(Ok(()))
}

fn text<'a>(body: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    body.get(name).and_then(Value::as_str)
}

fn invalid(name: &str, what: &str) -> Refusal {
    Refusal::oauth(
        StatusCode::BAD_REQUEST,
        "invalid_request",
        &format!("The parameter {name} {what}."),
    )
}
