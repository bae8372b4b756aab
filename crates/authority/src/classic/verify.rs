//! `/passwordless/verify` and `/passwordless/verify_redirect`: a code is tried, then the browser is sent to use it.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};

use super::csrf;
use crate::authorize::{self, Authenticated};
use crate::config::{Connection, ConnectionKind};
use crate::database::log_in::Outcome;
use crate::http::{JsonObject, Params, Refusal, Visit};
use crate::pages::PageError;
use crate::passwordless::code::{Recipient, try_code};
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::Purpose;

/// `POST /passwordless/verify`. A right code is used up, and this browser may come back with it within a minute.
pub(super) async fn handle(
    State(state): State<AppState>,
    visit: Visit,
    JsonObject(body): JsonObject,
) -> Result<Json<Value>, Refusal> {
    csrf::require_own_origin(&visit)?;
    let text = |name: &str| body.get(name).and_then(Value::as_str);
    let refused = |status, code, text| Err(Refusal::oauth(status, code, text));
    let given = Given::read(&state, text);
    let Some((given, device)) = given.zip(visit.device()) else {
        return refused(
            StatusCode::BAD_REQUEST,
            "invalid_request",
            "The request names no client, connection, address or code.",
        );
    };
    match try_code(&state, &visit, given.connection, given.to.as_str(), &given.code)? {
        Outcome::Person(user) => {
            let until = state.now() + state.config.lifetimes.ticket;
            state
                .store
                .replace_once(Purpose::VerifiedCode, &given.key(device), &user.id, until)?;
            Ok(Json(json!({})))
        }
        Outcome::Wrong => refused(
            StatusCode::UNAUTHORIZED,
            "invalid_user_password",
            "Wrong email, phone number or verification code.",
        ),
        Outcome::Blocked => refused(StatusCode::UNAUTHORIZED, "unauthorized", "user is blocked"),
        Outcome::Locked(lock) => refused(
            StatusCode::TOO_MANY_REQUESTS,
            "too_many_attempts",
            "There were too many failed attempts.",
        )
        .map_err(|refusal: Refusal| refusal.retry_at(state.now(), lock.until)),
        Outcome::Refused(rule) => Err(rule.oauth(state.now())),
    }
}

/// `GET /passwordless/verify_redirect` with a code that was verified: on to the waiting request's answer. Another site
/// can send a browser here, but does not know the token.
pub(crate) fn redirect(state: &AppState, visit: &Visit, query: &Params) -> Result<Response, PageError> {
    let named = query.get("_intstate").or_else(|| query.get("state"));
    let waiting =
        csrf::require(state, visit, named, query.get("_csrf")).map_err(|_| PageError::RequestGone)?;
    let given = Given::read(state, |name| query.get(name));
    let (given, device) = given.zip(visit.device()).ok_or(PageError::RequestGone)?;
    let user_id: Option<String> =
        state
            .store
            .take_once(Purpose::VerifiedCode, &given.key(device), state.now())?;
    let person = Authenticated {
        user_id: user_id.ok_or(PageError::LinkGone)?,
        connection: given.connection.name.clone(),
        amr: "otp",
    };
    Ok(authorize::resume(state, visit, &waiting.id, &person))
}

/// What both are told.
struct Given<'a> {
    connection: &'a Connection,
    to: Recipient,
    code: Secret,
}

impl<'a> Given<'a> {
    fn read<'b>(state: &'a AppState, text: impl Fn(&str) -> Option<&'b str>) -> Option<Self> {
        let client = state.config.client(text("client_id")?)?;
        let connection = state.config.connection_for(client, text("connection")?)?;
        let field = match connection.kind {
            ConnectionKind::Email => "email",
            ConnectionKind::Sms => "phone_number",
            _ => return None,
        };
        Some(Self {
            connection,
            to: Recipient::read(connection, text(field)?)?,
            code: Secret::from(text("verification_code")?),
        })
    }

    fn key(&self, device: &Secret) -> Secret {
        let (connection, to) = (&self.connection.name, self.to.as_str());
        Secret::new(format!(
            "verified {connection} {to} {} {}",
            self.code.expose(),
            device.expose()
        ))
    }
}
