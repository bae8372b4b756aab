//! The page that asks for a second proof: a code that went to the person's address.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};

use super::asked::Asked;
use super::require_own_form;
use crate::authorize::{self, Settled};
use crate::http::{FormParams, Params, QueryParams, Visit};
use crate::pages::code::{CodePage, Occasion};
use crate::pages::{FieldState, PageError};
use crate::second_step::{self, Sent};
use crate::state::AppState;
use crate::store::{OtpVerdict, StoreError};

/// `GET /u/second-step`: the first visit sends the code.
pub(super) async fn show(
    State(state): State<AppState>,
    visit: Visit,
    QueryParams(query): QueryParams,
) -> Result<Response, PageError> {
    let (asked, settled) = load(&state, &visit, &query)?;
    let field = match &query.get("sent") {
        Some(_) => FieldState::Fine,
        None => send(&state, &visit, &asked, &settled)?,
    };
    Ok(answer(&asked, &settled, StatusCode::OK, field))
}

/// `POST /u/second-step`.
pub(super) async fn submit(
    State(state): State<AppState>,
    visit: Visit,
    FormParams(form): FormParams,
) -> Result<Response, PageError> {
    require_own_form(&visit)?;
    let (asked, settled) = load(&state, &visit, &form)?;
    match form.get("action") {
        Some("cancel") => {
            let (id, text) = (&asked.waiting.id, "The person cancelled the second step.");
            return Ok(authorize::refuse(&state, &visit, id, "access_denied", text));
        }
        Some("again") => {
            return Ok(match send(&state, &visit, &asked, &settled)? {
                // Loading the page anew must not send another one.
                FieldState::Fine => {
                    Redirect::to(&asked.link("/u/second-step", &[("sent", "again")])).into_response()
                }
                field => answer(&asked, &settled, StatusCode::TOO_MANY_REQUESTS, field),
            });
        }
        _ => {}
    }
    let typed = form.get("code").unwrap_or_default();
    let verdict = second_step::try_code(&state, &settled.user.id, typed)?;
    Ok(match verdict {
        OtpVerdict::Right => authorize::after_second_step(&state, &visit, settled),
        OtpVerdict::Wrong => answer(
            &asked,
            &settled,
            StatusCode::UNAUTHORIZED,
            FieldState::Wrong("This code is wrong or too old. Check it, or ask for a new one."),
        ),
    })
}

fn load<'a>(state: &'a AppState, visit: &Visit, params: &Params) -> Result<(Asked<'a>, Settled), PageError> {
    let asked = Asked::load(state, visit, params)?;
    let settled = authorize::settled(state, visit, &asked.waiting.id)?.ok_or(PageError::RequestGone)?;
    Ok((asked, settled))
}

fn send(
    state: &AppState,
    visit: &Visit,
    asked: &Asked<'_>,
    settled: &Settled,
) -> Result<FieldState<'static>, StoreError> {
    Ok(
        match second_step::send(state, visit, asked.client, &settled.user)? {
            Sent::Code => FieldState::Fine,
            Sent::TooMany => FieldState::Wrong("Too many codes were sent. Wait a while."),
            Sent::Nowhere => FieldState::Wrong("There is no address for a code."),
        },
    )
}

fn answer(asked: &Asked<'_>, settled: &Settled, status: StatusCode, field: FieldState<'_>) -> Response {
    let page = CodePage {
        request: &asked.waiting.id,
        client_name: &asked.client.name,
        occasion: Occasion::SecondStep,
        address: settled.address().unwrap_or_default(),
        code: field,
    };
    asked.page(status, &page.render())
}
