//! `/usernamepassword/login`: takes a password for a waiting request, and answers a form for `/login/callback`.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use maud::html;
use serde_json::{Map, Value, json};

use super::callback::LoginForm;
use super::{csrf, mfa};
use crate::authorize::Waiting;
use crate::captcha::{self, Step};
use crate::config::Connection;
use crate::database::log_in::{Outcome, try_password};
use crate::http::{JsonObject, Refusal, Visit};
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{Purpose, StoreError};

/// Members it does not know are passed over: what the request asked for is not the page's to change.
pub(super) async fn handle(
    State(state): State<AppState>,
    visit: Visit,
    JsonObject(body): JsonObject,
) -> Result<Response, Refusal> {
    let text = |name: &str| {
        body.get(name)
            .and_then(Value::as_str)
            .filter(|text| !text.is_empty())
    };
    let named = text("_intstate").or_else(|| text("state"));
    let waiting = csrf::require(&state, &visit, named, text("_csrf"))?;
    let connection = check(&state, &waiting, &body)?;
    captcha::require(&state, &visit, Step::Login, Some(&waiting.id), text("captcha"))
        .map_err(|error| error.coded(StatusCode::UNAUTHORIZED))?;
    let password = Secret::from(text("password").unwrap_or_default());
    let username = text("username").unwrap_or_default();
    let coded = |status, code, description| Err(Refusal::coded(status, "ValidationError", code, description));
    match try_password(&state, &visit, connection, username, &password).await? {
        Outcome::Person(user) => {
            let second_step = mfa::require(&state, &visit, &waiting, &user, text("mfa_code"))?;
            let form = LoginForm {
                request: waiting.id.clone(),
                user_id: user.id,
                connection: connection.name.clone(),
                second_step,
            };
            Ok(answer(&state, &visit, &waiting, connection, &form)?)
        }
        Outcome::Wrong => coded(
            StatusCode::BAD_REQUEST,
            "invalid_user_password",
            "Wrong email or password.",
        ),
        Outcome::Blocked => coded(StatusCode::UNAUTHORIZED, "unauthorized", "user is blocked"),
        Outcome::Locked(lock) => coded(
            StatusCode::TOO_MANY_REQUESTS,
            "too_many_attempts",
            "The account is locked after too many failed attempts.",
        )
        .map_err(|refusal: Refusal| refusal.retry_at(state.now(), lock.until)),
        Outcome::Refused(rule) => Err(rule.coded(state.now())),
    }
}

/// What the page says must be what the request said.
fn check<'a>(
    state: &'a AppState,
    waiting: &Waiting,
    body: &Map<String, Value>,
) -> Result<&'a Connection, Refusal> {
    let invalid = |name: &str| {
        let text = format!("The member {name} does not fit the request that is waiting.");
        Refusal::coded(
            StatusCode::BAD_REQUEST,
            "BadRequestError",
            "invalid_request",
            &text,
        )
    };
    let said = |name: &str| body.get(name).and_then(Value::as_str);
    let differs = |name: &str, asked: Option<&str>| said(name).is_some_and(|said| Some(said) != asked);
    if differs("client_id", Some(&waiting.client_id)) {
        return Err(invalid("client_id"));
    }
    for name in ["redirect_uri", "response_type"] {
        if differs(name, waiting.parameters.get(name)) {
            return Err(invalid(name));
        }
    }
    let organization = waiting.parameters.get("organization");
    let organization = organization.and_then(|asked| state.config.organization(asked));
    let leads_in =
        |connection: &&Connection| organization.is_none_or(|organization| organization.takes(connection));
    state
        .config
        .client(&waiting.client_id)
        .and_then(|client| state.config.connection_for(client, said("connection")?))
        .filter(|connection| connection.takes_password())
        .filter(leads_in)
        .ok_or_else(|| invalid("connection"))
}

/// A form in the shape of WS-Federation, which the page puts into itself and submits.
fn answer(
    state: &AppState,
    visit: &Visit,
    waiting: &Waiting,
    connection: &Connection,
    form: &LoginForm,
) -> Result<Response, StoreError> {
    let ticket = state.chance.secret();
    let until = state.now() + state.config.lifetimes.ticket;
    state.store.put_once(Purpose::LoginForm, &ticket, form, until)?;
    let context = json!({
        "strategy": connection.strategy,
        "connection": connection.name,
        "tenant": state.config.tenant,
        "client_id": waiting.client_id,
        "state": waiting.id,
    });
    let page = html! {
        form method="post" name="hiddenform" action={ (visit.base) "login/callback" } {
            input type="hidden" name="wa" value="wsignin1.0";
            input type="hidden" name="wresult" value=(ticket.expose());
            input type="hidden" name="wctx" value=(context);
        }
    };
    let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    Ok((kind, page.into_string()).into_response())
}
