//! The page that asks for a second proof: a code that went to the person's address.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};

use super::asked::Asked;
use super::require_own_form;
use crate::authorize::{self, Settled};
use crate::http::{FormParams, Params, QueryParams, Visit};
use crate::outbox::letter;
use crate::pages::code::{CodePage, Occasion};
use crate::pages::{FieldState, PageError};
use crate::rate_limit::{self, Counted};
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{NewOtp, OtpVerdict, StoreError};

/// Digits of a code.
const DIGITS: usize = 6;

/// Wrong tries until a code is dead.
const TRIES: u32 = 3;

/// What codes of this page are kept under; no connection has a space in its name.
const CODES: &str = "second step";

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
    // People copy codes with the spaces that a mail program puts into them.
    let typed: String = form.get("code").unwrap_or_default().split_whitespace().collect();
    let verdict = state
        .store
        .try_otp(CODES, &settled.user.id, &Secret::new(typed), state.now())?;
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

/// Sends a fresh code, unless too many went out.
fn send(
    state: &AppState,
    visit: &Visit,
    asked: &Asked<'_>,
    settled: &Settled,
) -> Result<FieldState<'static>, StoreError> {
    if rate_limit::take(state, Counted::Passwordless, visit.ip)?.is_err() {
        return Ok(FieldState::Wrong("Too many codes were sent. Wait a while."));
    }
    let Some(address) = settled.address() else {
        return Ok(FieldState::Wrong("There is no address for a code."));
    };
    let code = state.chance.digits(DIGITS);
    state.store.put_otp(&NewOtp {
        connection: CODES,
        identifier: &settled.user.id,
        client_id: &asked.client.client_id,
        code: &code,
        tries: TRIES,
        expires_at: state.now() + state.config.lifetimes.otp,
    })?;
    let name = &asked.client.name;
    let message = if settled.user.email.is_some() {
        letter::email_code(address, &code, name)
    } else {
        letter::sms_code(address, &code, name, "localhost")
    };
    state.store.send(&message, state.now())?;
    Ok(FieldState::Fine)
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
