//! The captcha of a hosted form: a picture of this server, whoever makes the challenges that apps draw.

use crate::captcha::{CaptchaError, Picture, Step, require_picture};
use crate::http::{Params, Visit};
use crate::pages::{CaptchaField, FieldState, PageError};
use crate::state::AppState;

/// What a form shows of it, if anything.
pub(super) struct FormCaptcha {
    picture: Option<Picture>,
    fault: Option<&'static str>,
}

impl FormCaptcha {
    /// A new picture when the step wants one. `request` names what waits, when something does.
    pub(super) fn fresh(
        state: &AppState,
        visit: &Visit,
        step: Step,
        request: Option<&str>,
    ) -> Result<Self, PageError> {
        Ok(Self {
            picture: Picture::if_wanted(state, visit, step, request)?,
            fault: None,
        })
    }

    /// Lets the form pass, or says what is wrong beside a new picture.
    pub(super) fn check(
        state: &AppState,
        visit: &Visit,
        step: Step,
        form: &Params,
    ) -> Result<Result<(), Self>, PageError> {
        let request = form.get("state");
        let fault = match require_picture(state, visit, step, request, form.get("captcha")) {
            Ok(()) => return Ok(Ok(())),
            Err(CaptchaError::Internal(error)) => return Err(error.into()),
            Err(CaptchaError::Missing) => "Type what the picture shows.",
            Err(CaptchaError::Wrong) => "That was not it. Here is a new picture.",
        };
        let fresh = Self::fresh(state, visit, step, request)?;
        Ok(Err(Self {
            fault: Some(fault),
            ..fresh
        }))
    }

    /// What the page draws.
    pub(super) fn field(&self) -> Option<CaptchaField<'_>> {
        self.picture.as_ref().map(|picture| CaptchaField {
            image: &picture.image,
            state: self.fault.map_or(FieldState::Fine, FieldState::Wrong),
        })
    }
}
