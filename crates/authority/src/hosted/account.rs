//! The page where a person who is logged in goes on with that account or takes another.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};

use super::asked::Asked;
use super::require_own_form;
use crate::authorize;
use crate::http::{FormParams, QueryParams, Visit};
use crate::pages::PageError;
use crate::pages::account::AccountPage;
use crate::state::AppState;

/// `GET /u/account`; without an account to go on with it is the login page.
pub(super) async fn show(
    State(state): State<AppState>,
    visit: Visit,
    QueryParams(query): QueryParams,
) -> Result<Response, PageError> {
    let asked = Asked::load(&state, &visit, &query)?;
    let log_in = asked.link("/u/login", &[]);
    let Some(user) = authorize::to_choose(&state, &visit, &asked.waiting)? else {
        return Ok(Redirect::to(&log_in).into_response());
    };
    let address = [&user.email, &user.username, &user.phone]
        .into_iter()
        .flatten()
        .next()
        .unwrap_or(&user.id);
    let name = user.profile.get("name").and_then(|name| name.as_str());
    let page = AccountPage {
        request: &asked.waiting.id,
        client_name: &asked.client.name,
        name: name.unwrap_or(address),
        address,
        other: &log_in,
    };
    Ok(asked.page(StatusCode::OK, &page.render()))
}

/// `POST /u/account`: go on with the account.
pub(super) async fn submit(
    State(state): State<AppState>,
    visit: Visit,
    FormParams(form): FormParams,
) -> Result<Response, PageError> {
    require_own_form(&visit)?;
    let asked = Asked::load(&state, &visit, &form)?;
    let chosen = authorize::choose(&state, &visit, &asked.waiting)?;
    Ok(chosen.unwrap_or_else(|| Redirect::to(&asked.link("/u/login", &[])).into_response()))
}
