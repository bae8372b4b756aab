//! Whether an answer is right. What is missing, empty, unknown, used or too old is wrong: nothing opens by itself.

use std::fmt;

use axum::http::StatusCode;

use super::question::normal;
use super::stand_in::Issued;
use super::{Step, is_wanted, session};
use crate::config::CaptchaProvider;
use crate::http::{Refusal, Visit};
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{Purpose, StoreError};

/// Why a step is refused.
#[derive(Debug)]
pub enum CaptchaError {
    /// There is no answer.
    Missing,
    /// The answer is not the right one.
    Wrong,
    /// The server failed.
    Internal(StoreError),
}

/// Lets the step pass when it wants no captcha, or with the right answer to the challenge of the provider.
pub fn require(
    state: &AppState,
    visit: &Visit,
    step: Step,
    named: Option<&str>,
    answer: Option<&str>,
) -> Result<(), CaptchaError> {
    match state.config.captcha.provider {
        CaptchaProvider::Auth0 => require_picture(state, visit, step, named, answer),
        provider => {
            if !is_wanted(state, visit, step)? {
                return Ok(());
            }
            let token = Secret::from(given(answer)?);
            let issued: Option<Issued> = state
                .store
                .take_once(Purpose::CaptchaToken, &token, state.now())?;
            let expected = Issued {
                provider: provider.as_str().to_owned(),
                site_key: state.config.captcha.site_key.clone(),
            };
            judge(issued.is_some_and(|issued| issued == expected))
        }
    }
}

/// The same with a picture, which the hosted pages show whoever the provider is.
pub fn require_picture(
    state: &AppState,
    visit: &Visit,
    step: Step,
    named: Option<&str>,
    answer: Option<&str>,
) -> Result<(), CaptchaError> {
    if !is_wanted(state, visit, step)? {
        return Ok(());
    }
    let typed = normal(given(answer)?);
    // Taken whatever was typed: one picture, one try. A request may carry a `state` of which the page that asked for
    // the picture knew nothing.
    let take = |named| {
        let session = session(visit, step, named);
        state
            .store
            .take_once(Purpose::CaptchaPicture, &session, state.now())
    };
    let of_session: Option<String> = match named {
        Some(_) => take(named)?,
        None => None,
    };
    let expected = match of_session {
        Some(expected) => Some(expected),
        None => take(None)?,
    };
    judge(expected.is_some_and(|expected| expected == typed))
}

fn given(answer: Option<&str>) -> Result<&str, CaptchaError> {
    answer
        .filter(|answer| !answer.trim().is_empty())
        .ok_or(CaptchaError::Missing)
}

fn judge(right: bool) -> Result<(), CaptchaError> {
    if right { Ok(()) } else { Err(CaptchaError::Wrong) }
}

impl CaptchaError {
    /// `{"error", "error_description"}` with this status.
    #[must_use]
    pub fn oauth(self, status: StatusCode) -> Refusal {
        match self {
            Self::Internal(error) => error.into(),
            other => Refusal::oauth(status, "invalid_captcha", &other.to_string()),
        }
    }

    /// `{"code", "description", "name", "statusCode"}` with this status.
    #[must_use]
    pub fn coded(self, status: StatusCode) -> Refusal {
        match self {
            Self::Internal(error) => error.into(),
            other => Refusal::coded(
                status,
                "InvalidCaptchaError",
                "invalid_captcha",
                &other.to_string(),
            ),
        }
    }
}

impl fmt::Display for CaptchaError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Missing => "A captcha is required.",
            Self::Wrong => "The captcha was not solved, or too long ago.",
            Self::Internal(_) => "The captcha could not be checked.",
        })
    }
}

impl From<StoreError> for CaptchaError {
    fn from(error: StoreError) -> Self {
        Self::Internal(error)
    }
}
