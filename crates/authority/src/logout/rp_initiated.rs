//! `/oidc/logout` (OpenID Connect RP-Initiated Logout): whoever cannot show that the person wants it has the person
//! asked.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use url::Url;

use super::{log_out, not_listed};
use crate::config::Client;
use crate::hosted::require_own_form;
use crate::http::{FormParams, Params, QueryParams, Refusal, Visit};
use crate::pages::log_out::LogOutPage;
use crate::pages::message::MessagePage;
use crate::pages::{self, FormTargets, Notice, PageError, page};
use crate::state::AppState;
use crate::store::Session;
use crate::tokens::{self, IdHint};

/// What the confirmation carries on. The hint is not among it: it has said all it can.
const CARRIED: [&str; 4] = ["client_id", "post_logout_redirect_uri", "state", "ui_locales"];

/// `GET /oidc/logout`.
pub(super) async fn by_get(
    State(state): State<AppState>,
    visit: Visit,
    QueryParams(params): QueryParams,
) -> Result<Response, Refusal> {
    end_session(&state, &visit, &params)
}

/// `POST /oidc/logout`, which section 2 wants too. A form from anywhere can do no more than a link.
pub(super) async fn by_post(
    State(state): State<AppState>,
    visit: Visit,
    FormParams(params): FormParams,
) -> Result<Response, Refusal> {
    end_session(&state, &visit, &params)
}

/// `POST /oidc/logout/confirm`: the person's answer.
pub(super) async fn confirm(
    State(state): State<AppState>,
    visit: Visit,
    FormParams(form): FormParams,
) -> Result<Response, PageError> {
    require_own_form(&visit)?;
    if form.get("action") == Some("stay") {
        let stays = MessagePage {
            title: "Still logged in",
            notice: Notice::info("Your session at this server goes on. You can close this page."),
            link: None,
        };
        return Ok(page(StatusCode::OK, FormTargets::Own, &stays.render()));
    }
    let client = form.get("client_id").and_then(|id| state.config.client(id));
    match target(client, &form) {
        Ok(target) => Ok(log_out(&state, &visit, target)?),
        Err(NotListed) => Ok(not_listed()),
    }
}

/// Every part of the request is judged before anything happens.
fn end_session(state: &AppState, visit: &Visit, params: &Params) -> Result<Response, Refusal> {
    let hint = match params.get("id_token_hint") {
        None => None,
        Some(token) => match tokens::id_hint(state, &visit.issuer, token) {
            Some(hint) => Some(hint),
            None => return Ok(refused("The app showed a login that was not made here.")),
        },
    };
    let hinted = hint.as_ref().map(|hint| hint.client_id.as_str());
    let named = params.get("client_id");
    if let (Some(hinted), Some(named)) = (hinted, named)
        && hinted != named
    {
        return Ok(refused("The app showed a login of another app."));
    }
    let client = match named.or(hinted) {
        None => None,
        Some(id) => match state.config.client(id) {
            Some(client) => Some(client),
            None => return Ok(refused("The app that sent you here is not registered.")),
        },
    };
    let Ok(target) = target(client, params) else {
        return Ok(not_listed());
    };
    let session = match visit.session_secret() {
        Some(secret) => state.store.session(secret, state.now())?,
        None => None,
    };
    match session {
        Some(session) if !is_meant(&session, hint.as_ref(), params) => Ok(ask(client, params)),
        _ => log_out(state, visit, target),
    }
}

/// Whether the request shows that it is about this very login: by an ID token of the same person, or by the
/// session's name, which only clients of that login know.
fn is_meant(session: &Session, hint: Option<&IdHint>, params: &Params) -> bool {
    hint.is_some_and(|hint| hint.sub == session.user_id)
        || params.get("logout_hint") == Some(session.sid.as_str())
}

struct NotListed;

/// Where to go afterwards: exactly one of the client's targets with the client's `state`, or nowhere. Without a client
/// there is nobody whose target it could be (section 3).
fn target(client: Option<&Client>, params: &Params) -> Result<Option<String>, NotListed> {
    let Some(asked) = params.get("post_logout_redirect_uri") else {
        return Ok(None);
    };
    let listed = client.is_some_and(|client| client.logout_urls.iter().any(|listed| listed == asked));
    if listed {
        Ok(Some(with_state(asked, params.get("state"))))
    } else {
        Err(NotListed)
    }
}

fn ask(client: Option<&Client>, params: &Params) -> Response {
    let given = CARRIED.map(|name| Some((name, params.get(name)?)));
    let mut carried: Vec<(&str, &str)> = given.into_iter().flatten().collect();
    if let (Some(client), None) = (client, params.get("client_id")) {
        carried.push(("client_id", &client.client_id));
    }
    let log_out_page = LogOutPage {
        client_name: client.map(|client| client.name.as_str()),
        carried: &carried,
    };
    let origin = params
        .get("post_logout_redirect_uri")
        .and_then(|target| Url::parse(target).ok())
        .map(|target| target.origin().ascii_serialization());
    let targets = origin.as_deref().map_or(FormTargets::Own, FormTargets::OwnAnd);
    page(StatusCode::OK, targets, &log_out_page.render())
}

fn refused(sentence: &str) -> Response {
    pages::error(StatusCode::BAD_REQUEST, sentence)
}

fn with_state(target: &str, client_state: Option<&str>) -> String {
    let Some(client_state) = client_state else {
        return target.to_owned();
    };
    let joint = if target.contains('?') { '&' } else { '?' };
    let pair = form_urlencoded::Serializer::new(String::new())
        .append_pair("state", client_state)
        .finish();
    format!("{target}{joint}{pair}")
}
