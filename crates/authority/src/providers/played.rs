//! The played providers: an authorization endpoint with a page to pick an account on, and the exchange of its codes.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde::{Deserialize, Serialize};
use url::Url;

use super::account::{self, Account};
use super::round_trip::{CLIENT_ID, callback};
use crate::config::{Connection, ConnectionKind};
use crate::hosted::require_own_form;
use crate::http::{FormParams, Params, QueryParams, Visit};
use crate::pages::provider::ProviderPage;
use crate::pages::{FieldState, FormTargets, PageError, Skin, page};
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{Purpose, StoreError};

/// How long a provider's code lives, in seconds.
const CODE_SECONDS: i64 = 60;

/// What a provider's code stands for.
#[derive(Serialize, Deserialize)]
struct Issued {
    connection: String,
    account: Account,
}

/// `GET /provider/{connection}/authorize`: the page.
pub(super) async fn show(
    State(state): State<AppState>,
    visit: Visit,
    Path(name): Path<String>,
    QueryParams(query): QueryParams,
) -> Result<Response, PageError> {
    let asked = Asked::check(&state, &visit, &name, &query)?;
    let hint = query.get("login_hint").unwrap_or_default();
    Ok(asked.page(StatusCode::OK, hint, FieldState::Fine))
}

/// `POST /provider/{connection}/authorize`: the person's choice.
pub(super) async fn submit(
    State(state): State<AppState>,
    visit: Visit,
    Path(name): Path<String>,
    FormParams(form): FormParams,
) -> Result<Response, PageError> {
    require_own_form(&visit)?;
    let asked = Asked::check(&state, &visit, &name, &form)?;
    if form.get("action") == Some("cancel") {
        return Ok(asked.answer(&[("error", "access_denied")]));
    }
    let typed = form.get("account").unwrap_or_default();
    let Some(account) = account::of_email(asked.connection, typed) else {
        let fault = match asked.connection.kind {
            ConnectionKind::Enterprise { .. } => "Enter a mail address of this company.",
            _ => "Enter a mail address, such as ada@example.com.",
        };
        return Ok(asked.page(StatusCode::BAD_REQUEST, typed, FieldState::Wrong(fault)));
    };
    let code = state.chance.secret();
    let issued = Issued {
        connection: name.clone(),
        account,
    };
    state
        .store
        .put_once(Purpose::ProviderCode, &code, &issued, state.now() + CODE_SECONDS)?;
    Ok(asked.answer(&[("code", code.expose())]))
}

/// The account that a code stands for; a code works once, and only for the connection that issued it.
pub(super) fn exchange(
    state: &AppState,
    connection: &Connection,
    code: &Secret,
) -> Result<Option<Account>, StoreError> {
    let issued: Option<Issued> = state.store.take_once(Purpose::ProviderCode, code, state.now())?;
    Ok(issued
        .filter(|issued| issued.connection == connection.name)
        .map(|issued| issued.account))
}

/// An authorization request that the provider takes.
struct Asked<'a> {
    connection: &'a Connection,
    redirect_uri: Url,
    state: &'a str,
}

impl<'a> Asked<'a> {
    fn check(server: &'a AppState, visit: &Visit, name: &str, params: &'a Params) -> Result<Self, PageError> {
        let connection = server
            .config
            .connection(name)
            .filter(|connection| connection.leads_to_provider());
        let redirect_uri = params.get("redirect_uri").filter(|uri| *uri == callback(visit));
        let known = params.get("client_id") == Some(CLIENT_ID) && params.get("response_type") == Some("code");
        match (
            connection,
            redirect_uri.and_then(|uri| Url::parse(uri).ok()),
            params.get("state"),
        ) {
            (Some(connection), Some(redirect_uri), Some(state)) if known => Ok(Self {
                connection,
                redirect_uri,
                state,
            }),
            _ => Err(PageError::BadProviderRequest),
        }
    }

    fn answer(mut self, with: &[(&str, &str)]) -> Response {
        self.redirect_uri
            .query_pairs_mut()
            .extend_pairs(with)
            .append_pair("state", self.state);
        Redirect::to(self.redirect_uri.as_str()).into_response()
    }

    fn page(&self, status: StatusCode, other: &str, field: FieldState<'_>) -> Response {
        let offered = account::offered(self.connection);
        let accounts: Vec<(&str, &str)> = offered
            .iter()
            .map(|account| (account.name.as_str(), account.email.as_str()))
            .collect();
        let mut action = self.redirect_uri.clone();
        if let Ok(mut path) = action.path_segments_mut() {
            path.clear()
                .extend(["provider", &self.connection.name, "authorize"]);
        }
        let provider_page = ProviderPage {
            skin: Skin::of_provider(self.connection),
            name: &self.connection.display_name,
            action: action.path(),
            carried: &[
                ("client_id", CLIENT_ID),
                ("response_type", "code"),
                ("redirect_uri", self.redirect_uri.as_str()),
                ("state", self.state),
            ],
            accounts: &accounts,
            other: (other, field),
        };
        page(status, FormTargets::Elsewhere, &provider_page.render())
    }
}
