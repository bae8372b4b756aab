//! Captchas: pictures of this server's own, and stand-ins for the scripts of providers elsewhere.
//!
//! An answer counts once. That to a picture counts for the step and the session for which the picture was made: the
//! `state` of the request, or, where a page of an app has none, its network address.

mod challenge;
mod check;
mod picture;
mod question;
mod stand_in;

use axum::Router;
use axum::routing::{get, post};

use crate::config::{Captcha, Wanted};
use crate::http::Visit;
use crate::state::AppState;
use crate::store::StoreError;

pub use challenge::Picture;
pub use check::{CaptchaError, require, require_picture};

/// The steps that may want a captcha.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Logging in by password.
    Login,
    /// Signing up.
    SignUp,
    /// Asking for a reset mail.
    ChangePassword,
    /// Asking for a code or link.
    Passwordless,
}

/// Endpoints that pages of the clients' origins call by CORS.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/usernamepassword/challenge", post(challenge::login))
        .route("/dbconnections/signup/challenge", post(challenge::sign_up))
        .route(
            "/dbconnections/change_password/challenge",
            post(challenge::change_password),
        )
        .route("/passwordless/challenge", post(challenge::passwordless))
}

/// The stand-ins, which any page may load.
pub fn public_routes() -> Router<AppState> {
    Router::new()
        .route("/dev/captcha/{file}", get(stand_in::script))
        .route("/dev/captcha/{kind}/token", post(stand_in::token))
}

impl Step {
    fn as_str(self) -> &'static str {
        match self {
            Self::Login => "login",
            Self::SignUp => "signup",
            Self::ChangePassword => "change_password",
            Self::Passwordless => "passwordless",
        }
    }

    /// What the configuration says of it.
    #[must_use]
    pub fn wanted(self, captcha: &Captcha) -> Wanted {
        match self {
            Self::Login => captcha.login,
            Self::SignUp => captcha.sign_up,
            Self::ChangePassword => captcha.change_password,
            Self::Passwordless => captcha.passwordless,
        }
    }
}

/// Whether the step wants one now.
pub fn is_wanted(state: &AppState, visit: &Visit, step: Step) -> Result<bool, StoreError> {
    let captcha = &state.config.captcha;
    Ok(match step.wanted(captcha) {
        Wanted::Never => false,
        Wanted::Risky => crate::lockout::failures_of(state, visit.ip)? >= captcha.failures,
        Wanted::Always => true,
    })
}

/// What a picture is bound to.
fn session(visit: &Visit, step: Step, state: Option<&str>) -> crate::secret::Secret {
    let step = step.as_str();
    crate::secret::Secret::new(match state {
        Some(state) => format!("{step} state {state}"),
        None => format!("{step} address {}", visit.ip),
    })
}
