//! The page that asks the person what a client may do.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::asked::Asked;
use super::require_own_form;
use crate::authorize;
use crate::http::{FormParams, QueryParams, Visit};
use crate::pages::PageError;
use crate::pages::consent::ConsentPage;
use crate::state::AppState;

/// `GET /u/consent`.
pub(super) async fn show(
    State(state): State<AppState>,
    visit: Visit,
    QueryParams(query): QueryParams,
) -> Result<Response, PageError> {
    let asked = Asked::load(&state, &visit, &query)?;
    let settled = authorize::settled(&state, &visit, &asked.waiting.id)?.ok_or(PageError::RequestGone)?;
    let wanted = authorize::wanted(&state, &visit, &settled).ok_or(PageError::RequestGone)?;
    let user = &settled.user;
    let account = [&user.email, &user.username, &user.phone]
        .into_iter()
        .flatten()
        .next()
        .unwrap_or(&user.id);
    let scope: Vec<&str> = wanted.scope.split(' ').filter(|word| !word.is_empty()).collect();
    let page = ConsentPage {
        request: &asked.waiting.id,
        client_name: &asked.client.name,
        account,
        scope: &scope,
        audience: &wanted.audience,
    };
    Ok(asked.page(StatusCode::OK, &page.render()))
}

/// `POST /u/consent`: what is not an allowance is a refusal.
pub(super) async fn submit(
    State(state): State<AppState>,
    visit: Visit,
    FormParams(form): FormParams,
) -> Result<Response, PageError> {
    require_own_form(&visit)?;
    let asked = Asked::load(&state, &visit, &form)?;
    let id = &asked.waiting.id;
    let settled = authorize::settled(&state, &visit, id)?.ok_or(PageError::RequestGone)?;
    if form.get("action") == Some("allow") {
        return Ok(authorize::after_consent(&state, &visit, settled));
    }
    let text = "The person did not allow it.";
    Ok(authorize::refuse(&state, &visit, id, "access_denied", text))
}
