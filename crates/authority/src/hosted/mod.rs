//! The hosted pages: where a person logs in or signs up when an app sends them here, by redirect or in a popup, and
//! what may be asked before the way back.

mod log_in;
mod passwordless;
mod code;
mod sign_up;
mod forgot;

mod account;
mod second_step;
mod consent;

mod asked;
mod captcha;
mod page;

use axum::Router;
use axum::routing::get;

pub(crate) use log_in::leave_for;
pub(crate) use page::file;

use crate::http::Visit;
use crate::pages::PageError;
use crate::state::AppState;

/// `/u/login`, `/u/passwordless`, `/u/code`, `/u/signup` and `/u/forgot-password`; `/u/account`, `/u/second-step` and
/// `/u/consent`.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/u/login", get(log_in::show).post(log_in::submit))
        .route("/u/login/connection", get(log_in::leave_for_provider))
        .route(
            "/u/passwordless",
            get(passwordless::show).post(passwordless::submit),
        )
        .route("/u/code", get(code::show).post(code::submit))
        .route("/u/signup", get(sign_up::show).post(sign_up::submit))
        .route("/u/forgot-password", get(forgot::show).post(forgot::submit))
        .route("/u/account", get(account::show).post(account::submit))
        .route("/u/second-step", get(second_step::show).post(second_step::submit))
        .route("/u/consent", get(consent::show).post(consent::submit))
}

/// Refuses a form that another site posted here: with it, a person could be logged in as someone else unawares.
///
/// Browsers name the origin of every post; whoever sends none is no browser and cannot be tricked.
pub(crate) fn require_own_form(visit: &Visit) -> Result<(), PageError> {
    if visit.is_from_elsewhere() {
        Err(PageError::ForeignForm)
    } else {
        Ok(())
    }
}
