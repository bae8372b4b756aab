//! `/co/authenticate`: a page of a client's own origin logs a person in and gets a ticket for `/authorize`.

mod error;
mod members;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use axum::{Json, Router};
use serde_json::json;

use crate::captcha::{self, Step};
use crate::config::{Client, Connection, ConnectionKind};
use crate::database::log_in::{Outcome, try_password};
use crate::http::{JsonObject, Refusal, Visit};
use crate::passwordless::code::try_code;
use crate::state::AppState;
use crate::store::{NewTicket, Ticket, User};
use error::CoError;
use members::{Credential, Members};

/// Routes.
pub fn routes() -> Router<AppState> {
    Router::new().route("/co/authenticate", post(co_authenticate))
}

async fn co_authenticate(
    State(state): State<AppState>,
    visit: Visit,
    JsonObject(body): JsonObject,
) -> Result<Response, Refusal> {
    let members = Members::read(&body, state.config.captcha.login)?;
    let client = check_client(&state, &members)?;
    let origin = check_origin(client, &visit)?;
    let realm = check_realm(&state, client, &members)?;
    check_captcha(&state, &visit, &members)?;

    let user = find(&state, &visit, &members, realm).await?;
    hand_out_ticket(&state, &visit, client, &origin, (user, realm.name.clone()))
}

/// A client that is not there and one that may not do this look the same.
fn check_client<'a>(state: &'a AppState, members: &Members) -> Result<&'a Client, CoError> {
    let client = state.config.client(&members.client_id);
    client
        .filter(|client| client.cross_origin_authentication)
        .ok_or(CoError::NotAllowed)
}

/// Only a page of an origin that the client lists may ask, and it says so itself.
fn check_origin(client: &Client, visit: &Visit) -> Result<String, CoError> {
    match &visit.origin {
        Some(origin) if client.allows_origin(origin) => Ok(origin.clone()),
        Some(origin) => Err(CoError::Origin(origin.clone())),
        None => Err(CoError::NoOrigin),
    }
}

/// One of the client's connections, of the kind that the credential is for.
fn check_realm<'a>(
    state: &'a AppState,
    client: &'a Client,
    members: &Members,
) -> Result<&'a Connection, CoError> {
    let fits = |connection: &&Connection| match members.credential {
        Credential::Password(_) => connection.takes_password(),
        Credential::Otp(_) => matches!(connection.kind, ConnectionKind::Email | ConnectionKind::Sms),
    };
    let found = match &members.realm {
        Some(realm) => state.config.connection_for(client, realm).filter(fits),
        // Auth0's tenants have a default directory; here it is the client's first database.
        None => state
            .config
            .connections_for(client)
            .find(|connection| connection.database().is_some()),
    };
    found.ok_or(CoError::UnknownRealm)
}

/// A password wants a captcha when the tenant says so; a code has shown enough.
fn check_captcha(state: &AppState, visit: &Visit, members: &Members) -> Result<(), Refusal> {
    match members.credential {
        Credential::Otp(_) => Ok(()),
        Credential::Password(_) => {
            let (named, answer) = (members.state.as_deref(), members.captcha.as_deref());
            captcha::require(state, visit, Step::Login, named, answer)
                .map_err(|error| error.oauth(StatusCode::UNAUTHORIZED))
        }
    }
}

/// The person whose credential it is.
async fn find(
    state: &AppState,
    visit: &Visit,
    members: &Members,
    realm: &Connection,
) -> Result<User, Refusal> {
    let outcome = match &members.credential {
        Credential::Password(password) => {
            try_password(state, visit, realm, &members.username, password).await?
        }
        Credential::Otp(code) => try_code(state, visit, realm, &members.username, code)?,
    };
    match outcome {
        Outcome::Person(user) => Ok(*user),
        Outcome::Wrong => Err(CoError::WrongCredential(members.credential.kind()).into()),
        Outcome::Blocked => Err(CoError::Blocked.into()),
        Outcome::Refused(rule) => Err(rule.oauth(state.now())),
        Outcome::Locked(lock) => Err(Refusal::from(CoError::Locked).retry_at(state.now(), lock.until)),
    }
}

/// The ticket is good for a minute, for this client, this page and, by its cookie, this browser. `co_id` and
/// `co_verifier` are there for clients that look for them; nothing hangs on them.
fn hand_out_ticket(
    state: &AppState,
    visit: &Visit,
    client: &Client,
    origin: &str,
    (user, realm): (User, String),
) -> Result<Response, Refusal> {
    let device = visit.device_or_new(state);
    let secret = state.chance.secret();
    let ticket = Ticket {
        client_id: client.client_id.clone(),
        origin: origin.to_owned(),
        device_hash: device.digest(),
        user_id: user.id,
        realm,
        auth_time: state.now(),
        expires_at: state.now() + state.config.lifetimes.ticket,
    };
    state.store.add_ticket(&NewTicket {
        secret: &secret,
        ticket,
    })?;
    let body = json!({
        "login_ticket": secret.expose(),
        "co_verifier": state.chance.name(),
        "co_id": state.chance.name(),
    });
    let mut response = Json(body).into_response();
    visit.keep_device(&mut response, &device);
    Ok(response)
}
