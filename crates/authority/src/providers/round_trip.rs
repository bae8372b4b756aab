//! The way to a provider and back: this server as the provider's client (RFC 6749 section 4.1).

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde::{Deserialize, Serialize};
use serde_json::{Map, json};
use url::Url;

use super::account::Account;
use super::played;
use crate::authorize::{self, Authenticated, Waiting};
use crate::config::{Connection, ConnectionKind, Moment};
use crate::http::{QueryParams, Visit};
use crate::pages::PageError;
use crate::rules;
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{NewUser, Purpose, StoreError, User};

/// The name under which this server is registered at the played providers.
pub(super) const CLIENT_ID: &str = "vestibule";

/// What the `state` of a round trip stands for.
#[derive(Serialize, Deserialize)]
struct RoundTrip {
    request: String,
    connection: String,
}

/// Where a provider sends people back to.
pub(super) fn callback(visit: &Visit) -> String {
    format!("{}login/callback", visit.base)
}

/// Sends the person to the provider of `connection`; the way back answers the waiting request.
pub(crate) fn leave(
    state: &AppState,
    visit: &Visit,
    connection: &Connection,
    waiting: &Waiting,
) -> Result<Response, PageError> {
    let secret = state.chance.secret();
    let trip = RoundTrip {
        request: waiting.id.clone(),
        connection: connection.name.clone(),
    };
    let until = state.now() + state.config.lifetimes.request;
    state
        .store
        .put_once(Purpose::ProviderState, &secret, &trip, until)?;
    let mut url = Url::parse(&visit.base).map_err(|_| PageError::BadProviderRequest)?;
    if let Ok(mut path) = url.path_segments_mut() {
        path.clear().extend(["provider", &connection.name, "authorize"]);
    }
    url.query_pairs_mut()
        .append_pair("client_id", CLIENT_ID)
        .append_pair("response_type", "code")
        .append_pair("redirect_uri", &callback(visit))
        .append_pair("state", secret.expose());
    if let Some(hint) = waiting.parameters.get("login_hint") {
        url.query_pairs_mut().append_pair("login_hint", hint);
    }
    Ok(Redirect::to(url.as_str()).into_response())
}

/// `GET /login/callback`: the provider's answer. Its `state` works once, and only in the browser that left with it,
/// since the waiting request is bound to that browser.
pub(super) async fn come_back(
    State(state): State<AppState>,
    visit: Visit,
    QueryParams(answer): QueryParams,
) -> Result<Response, PageError> {
    let secret = answer
        .get("state")
        .map(Secret::from)
        .ok_or(PageError::RoundTripGone)?;
    let trip: Option<RoundTrip> = state
        .store
        .take_once(Purpose::ProviderState, &secret, state.now())?;
    let trip = trip.ok_or(PageError::RoundTripGone)?;
    let waiting = authorize::waiting(&state, &visit, &trip.request)?.ok_or(PageError::RequestGone)?;
    if answer.get("error").is_some() {
        let text = "The person cancelled the login at the provider.";
        return Ok(authorize::refuse(
            &state,
            &visit,
            &waiting.id,
            "access_denied",
            text,
        ));
    }
    let connection = state
        .config
        .connection(&trip.connection)
        .ok_or(PageError::NoSuchConnection)?;
    let code = answer
        .get("code")
        .map(Secret::from)
        .ok_or(PageError::RoundTripGone)?;
    let account = played::exchange(&state, connection, &code)?.ok_or(PageError::RoundTripGone)?;
    let user = known_or_new(&state, connection, account)?.ok_or(PageError::RoundTripGone)?;
    if user.blocked {
        return Ok(authorize::refuse(
            &state,
            &visit,
            &waiting.id,
            "unauthorized",
            "user is blocked",
        ));
    }
    if let Some(rule) = rules::refusing_user(&state, Moment::Login, &user) {
        return Ok(authorize::refuse(
            &state,
            &visit,
            &waiting.id,
            &rule.error,
            rule.sentence(),
        ));
    }
    let person = Authenticated {
        user_id: user.id,
        connection: connection.name.clone(),
        amr: "",
    };
    Ok(authorize::resume(&state, &visit, &waiting.id, &person))
}

/// The person who has this account at the provider; the first visit makes one.
fn known_or_new(
    state: &AppState,
    connection: &Connection,
    account: Account,
) -> Result<Option<User>, StoreError> {
    if let Some(user) = state.store.user_by_email(&connection.name, &account.email)? {
        return Ok(Some(user));
    }
    let nickname = account.email.split('@').next().unwrap_or_default();
    let profile = [("name", json!(account.name)), ("nickname", json!(nickname))];
    let id = match connection.kind {
        ConnectionKind::Enterprise { .. } => {
            format!("{}|{}|{}", connection.strategy, connection.name, account.email)
        }
        _ => format!("{}|{}", connection.strategy, state.chance.digits(21).expose()),
    };
    let user = NewUser {
        id,
        connection: connection.name.clone(),
        email: Some(account.email),
        email_verified: true,
        profile: profile
            .map(|(name, value)| (name.to_owned(), value))
            .into_iter()
            .collect::<Map<_, _>>(),
        ..NewUser::default()
    };
    state.store.add_user(user, state.now())
}
