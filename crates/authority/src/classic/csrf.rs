//! The token that shows that a request was made by the page of a waiting login, in the browser that it waits for.

use axum::http::StatusCode;
use subtle::ConstantTimeEq as _;

use crate::authorize::{self, Waiting};
use crate::http::{Refusal, Visit};
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::StoreError;

/// Why a request is not taken for one of the page.
#[derive(Debug)]
pub(super) enum Stranger {
    /// It names no request that waits for this browser.
    NoSession,
    /// It does not carry the token.
    NoToken,
    /// It comes from a page of another origin.
    OtherOrigin,
    /// The server failed.
    Internal(StoreError),
}

/// The token for a waiting request. Whoever does not have the browser's cookie cannot make it.
pub(super) fn token(visit: &Visit, request: &str) -> Option<Secret> {
    let device = visit.device()?;
    let text = format!("csrf {request} {}", device.expose());
    Some(Secret::new(Secret::new(text).digest()))
}

/// The waiting request that `state` names, for its own page.
pub(super) fn require(
    state: &AppState,
    visit: &Visit,
    named: Option<&str>,
    given: Option<&str>,
) -> Result<Waiting, Stranger> {
    require_own_origin(visit)?;
    let waiting = match named {
        Some(named) => authorize::waiting(state, visit, named)?.ok_or(Stranger::NoSession)?,
        None => return Err(Stranger::NoSession),
    };
    let expected = token(visit, &waiting.id).ok_or(Stranger::NoSession)?;
    let given = given.unwrap_or_default();
    if bool::from(expected.expose().as_bytes().ct_eq(given.as_bytes())) {
        Ok(waiting)
    } else {
        Err(Stranger::NoToken)
    }
}

/// Browsers name the origin of every post; whoever sends none is no browser and cannot be tricked.
pub(super) fn require_own_origin(visit: &Visit) -> Result<(), Stranger> {
    if visit.is_from_elsewhere() {
        Err(Stranger::OtherOrigin)
    } else {
        Ok(())
    }
}

impl From<StoreError> for Stranger {
    fn from(error: StoreError) -> Self {
        Self::Internal(error)
    }
}

impl From<Stranger> for Refusal {
    fn from(stranger: Stranger) -> Self {
        let (status, code, text) = match stranger {
            Stranger::NoSession => (
                StatusCode::BAD_REQUEST,
                "session_missing",
                "The login is over, or was begun in another browser.",
            ),
            Stranger::NoToken => (
                StatusCode::FORBIDDEN,
                "invalid_csrf",
                "The request does not carry the token of the login page.",
            ),
            Stranger::OtherOrigin => {
                return Self::text(StatusCode::FORBIDDEN, "The request came from another site.");
            }
            Stranger::Internal(error) => return error.into(),
        };
        Self::coded(status, "SessionError", code, text)
    }
}
