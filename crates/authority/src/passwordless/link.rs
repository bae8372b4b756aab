//! The link in a mail that logs a person in, and the page behind it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use url::Url;

use super::code::{self, Recipient};
use crate::authorize::{self, Authenticated};
use crate::classic;
use crate::config::{Client, Connection, Moment};
use crate::hosted::require_own_form;
use crate::http::{FormParams, Params, QueryParams, Visit};
use crate::pages::link::LinkPage;
use crate::pages::{FormTargets, PageError, page};
use crate::rules;
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{Purpose, StoreError};

/// What a link stands for.
#[derive(Serialize, Deserialize)]
struct MagicLink {
    client_id: String,
    connection: String,
    to: String,
    /// `authParams`: the authorization request that the click answers.
    parameters: Map<String, Value>,
}

/// Makes a link for `to` that is good for one click.
pub(super) fn issue(
    state: &AppState,
    visit: &Visit,
    client: &Client,
    connection: &Connection,
    to: &Recipient,
    parameters: Map<String, Value>,
) -> Result<String, StoreError> {
    let ticket = state.chance.secret();
    let link = MagicLink {
        client_id: client.client_id.clone(),
        connection: connection.name.clone(),
        to: to.as_str().to_owned(),
        parameters,
    };
    state.store.put_once(
        Purpose::MagicLink,
        &ticket,
        &link,
        state.now() + state.config.lifetimes.mail_link,
    )?;
    Ok(format!(
        "{}passwordless/verify_redirect?ticket={}",
        visit.base,
        ticket.expose()
    ))
}

/// Asks for the click; opening the page uses nothing up. A hosted page comes here with a code instead of a link's
/// ticket.
pub(super) async fn show(
    State(state): State<AppState>,
    visit: Visit,
    QueryParams(query): QueryParams,
) -> Result<Response, PageError> {
    if query.get("verification_code").is_some() {
        return classic::verify_redirect(&state, &visit, &query);
    }
    let ticket = query.get("ticket").map(Secret::from).ok_or(PageError::LinkGone)?;
    let link: Option<MagicLink> = state.store.peek_once(Purpose::MagicLink, &ticket, state.now())?;
    let link = link.ok_or(PageError::LinkGone)?;
    let client = state.config.client(&link.client_id).ok_or(PageError::LinkGone)?;
    let context = format!("You log in to {} as", client.name);
    let link_page = LinkPage {
        action: "/passwordless/verify_redirect",
        ticket: &ticket,
        title: "Log in by link",
        context: &context,
        address: &link.to,
        button: ("Log in", "Logging in\u{2026}"),
    };
    let callback = link.parameters.get("redirect_uri").and_then(Value::as_str);
    let origin = callback
        .and_then(|callback| Url::parse(callback).ok())
        .map(|callback| callback.origin().ascii_serialization());
    let targets = origin.as_deref().map_or(FormTargets::Own, FormTargets::OwnAnd);
    Ok(page(StatusCode::OK, targets, &link_page.render()))
}

/// Uses the link up and answers the authorization request that it carries. State and nonce live in the browser that
/// asked for it, so in another one the app refuses the answer.
pub(super) async fn submit(
    State(state): State<AppState>,
    visit: Visit,
    FormParams(form): FormParams,
) -> Result<Response, PageError> {
    require_own_form(&visit)?;
    let ticket = form.get("ticket").map(Secret::from).ok_or(PageError::LinkGone)?;
    let link: Option<MagicLink> = state.store.take_once(Purpose::MagicLink, &ticket, state.now())?;
    let link = link.ok_or(PageError::LinkGone)?;
    let connection = state
        .config
        .connection(&link.connection)
        .ok_or(PageError::NoSuchConnection)?;
    let recipient = Recipient::read(connection, &link.to).ok_or(PageError::LinkGone)?;
    let user = code::person(&state, connection, &recipient)?.ok_or(PageError::LinkGone)?;
    if user.blocked {
        return Err(PageError::Blocked);
    }
    if let Some(rule) = rules::refusing_user(&state, Moment::Login, &user) {
        return Err(PageError::Refused(rule.sentence().to_owned()));
    }
    let person = Authenticated {
        user_id: user.id,
        connection: connection.name.clone(),
        amr: "otp",
    };
    Ok(authorize::answer(&state, &visit, &parameters(&link), &person))
}

/// The request: what the app gave, with the client that asked in its place.
fn parameters(link: &MagicLink) -> Params {
    let mut params = Params::default();
    let given = link.parameters.iter().filter(|(name, _)| *name != "client_id");
    let pairs = given.filter_map(|(name, value)| {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Bool(_) | Value::Number(_) => value.to_string(),
            Value::Null | Value::Array(_) | Value::Object(_) => return None,
        };
        Some((name.clone(), text))
    });
    for (name, text) in pairs.chain([("client_id".to_owned(), link.client_id.clone())]) {
        // The members of an object are different, so no name comes twice.
        let _ = params.add(name, text);
    }
    params
}
