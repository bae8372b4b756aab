//! `/passwordless/start`: sends a code or a link, to known and unknown addresses alike.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::{Map, Value, json};
use url::Url;

use super::code::{NewCode, Recipient, may_send};
use super::link;
use crate::captcha::{self, Step};
use crate::config::{Client, Connection, ConnectionKind};
use crate::http::{JsonObject, Refusal, Visit, require_origin};
use crate::outbox::letter;
use crate::state::AppState;
use crate::store::StoreError;

/// Why nothing was sent. The codes have a dot in them: that is how Auth0 names them here.
#[derive(Debug)]
enum StartError {
    /// No such client.
    Client,
    /// No passwordless connection of this client.
    Connection,
    /// Not a mail address.
    Email,
    /// Not a number in E.164.
    Phone,
    /// `authParams` is not a flat object.
    AuthParams,
    /// `send` is neither `code` nor `link`, or a link was asked by text message.
    Send,
    /// Refused before or after.
    Refused(Refusal),
}

/// What to send.
enum Send {
    Code,
    Link(Map<String, Value>),
}

/// `POST /passwordless/start`.
pub(super) async fn handle(
    State(state): State<AppState>,
    visit: Visit,
    JsonObject(body): JsonObject,
) -> Result<Json<Value>, Refusal> {
    Ok(start(&state, &visit, &body).map(Json)?)
}

fn start(state: &AppState, visit: &Visit, body: &Map<String, Value>) -> Result<Value, StartError> {
    let text = |name: &str| body.get(name).and_then(Value::as_str);
    let client = text("client_id")
        .and_then(|id| state.config.client(id))
        .ok_or(StartError::Client)?;
    require_origin(client, visit)?;
    let connection = text("connection")
        .and_then(|name| state.config.connection_for(client, name))
        .ok_or(StartError::Connection)?;
    let (field, fault) = match connection.kind {
        ConnectionKind::Email => ("email", StartError::Email),
        ConnectionKind::Sms => ("phone_number", StartError::Phone),
        _ => return Err(StartError::Connection),
    };
    let to = text(field)
        .and_then(|text| Recipient::read(connection, text))
        .ok_or(fault)?;
    let send = Send::read(connection, body)?;
    // Auth0's own client puts `state` into `authParams`.
    let parameters = body.get("authParams").and_then(Value::as_object);
    let of_parameters = || parameters?.get("state")?.as_str();
    let named = text("state").or_else(of_parameters);
    captcha::require(state, visit, Step::Passwordless, named, text("captcha"))
        .map_err(|error| error.oauth(StatusCode::BAD_REQUEST))?;
    may_send(state, visit, connection, &to)?.map_err(|reason| reason.refusal(state.now()))?;
    match send {
        Send::Link(parameters) => {
            let link = link::issue(state, visit, client, connection, &to, parameters)?;
            let message = letter::email_link(to.as_str(), link, &client.name);
            state.store.send(&message, state.now())?;
        }
        Send::Code => NewCode {
            client,
            connection,
            to: &to,
            domain: &domain(client, visit),
        }
        .send(state)?,
    }
    Ok(answer(state, visit, connection, &to))
}

impl Send {
    /// Auth0's default is a link by mail and a code by text message.
    fn read(connection: &Connection, body: &Map<String, Value>) -> Result<Self, StartError> {
        let parameters = match body.get("authParams") {
            None | Some(Value::Null) => Map::new(),
            Some(Value::Object(parameters)) => parameters.clone(),
            Some(_) => return Err(StartError::AuthParams),
        };
        let is_flat = parameters
            .values()
            .all(|value| !value.is_array() && !value.is_object());
        let sms = connection.kind == ConnectionKind::Sms;
        match body.get("send").map(Value::as_str) {
            _ if !is_flat => Err(StartError::AuthParams),
            None if sms => Ok(Self::Code),
            Some(Some("code")) => Ok(Self::Code),
            None => Ok(Self::Link(parameters)),
            Some(Some("link")) if !sms => Ok(Self::Link(parameters)),
            Some(_) => Err(StartError::Send),
        }
    }
}

/// The identifier in the answer is new each time: a lasting one would tell whether the address is known.
fn answer(state: &AppState, visit: &Visit, connection: &Connection, to: &Recipient) -> Value {
    let id = state.chance.hex(24);
    match connection.kind {
        ConnectionKind::Sms => json!({
            "_id": id,
            "phone_number": to.as_str(),
            "phone_verified": false,
            "request_language": visit.language,
        }),
        _ => json!({ "_id": id, "email": to.as_str(), "email_verified": false }),
    }
}

/// The domain on which the code is typed: that of the page that asks, or of the client's first origin.
fn domain(client: &Client, visit: &Visit) -> String {
    let origin = visit.origin.as_ref().or(client.origins.first());
    let host = origin.and_then(|origin| Url::parse(origin).ok()?.host_str().map(str::to_owned));
    host.unwrap_or_else(|| "localhost".to_owned())
}

impl From<StartError> for Refusal {
    fn from(error: StartError) -> Self {
        let (code, text) = match error {
            StartError::Client => ("bad.client_id", "The parameter client_id names no client."),
            StartError::Connection => (
                "bad.connection",
                "The parameter connection names no passwordless connection of this client.",
            ),
            StartError::Email => ("bad.email", "The parameter email is not a mail address."),
            StartError::Phone => (
                "bad.phone_number",
                "The parameter phone_number must be a plus sign and up to 15 digits.",
            ),
            StartError::AuthParams => (
                "bad.authParams",
                "The parameter authParams must be a flat object.",
            ),
            StartError::Send => (
                "bad.request",
                "The parameter send must be code, or link for mails.",
            ),
            StartError::Refused(refusal) => return refusal,
        };
        Self::oauth(StatusCode::BAD_REQUEST, code, text)
    }
}

impl From<Refusal> for StartError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StoreError> for StartError {
    fn from(error: StoreError) -> Self {
        Self::Refused(error.into())
    }
}
