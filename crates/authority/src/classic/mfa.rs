//! The second proof within `/usernamepassword/login`: the same request comes again with `mfa_code`.

use axum::http::StatusCode;

use crate::authorize::Waiting;
use crate::http::{Refusal, Visit};
use crate::second_step::{self, Sent};
use crate::state::AppState;
use crate::store::{OtpVerdict, User};

/// Whether a second proof was given; refuses a login that lacks one, after sending a code, and one with a wrong code.
pub(super) fn require(
    state: &AppState,
    visit: &Visit,
    waiting: &Waiting,
    user: &User,
    code: Option<&str>,
) -> Result<bool, Refusal> {
    if !second_step::is_wanted_of(state, user) {
        return Ok(false);
    }
    let refused = |status, code, text| Refusal::coded(status, "MfaError", code, text);
    let Some(code) = code else {
        let client = state.config.client(&waiting.client_id);
        let client =
            client.ok_or_else(|| refused(StatusCode::BAD_REQUEST, "session_missing", "No client."))?;
        return Err(match second_step::send(state, visit, client, user)? {
            Sent::Code => refused(
                StatusCode::UNAUTHORIZED,
                "a0.mfa_required",
                "A code is on its way.",
            ),
            Sent::TooMany => refused(
                StatusCode::TOO_MANY_REQUESTS,
                "too_many_requests",
                "There were too many codes.",
            ),
            Sent::Nowhere => refused(
                StatusCode::UNAUTHORIZED,
                "a0.mfa_registration_required",
                "There is no address for a code.",
            ),
        });
    };
    match second_step::try_code(state, &user.id, code)? {
        OtpVerdict::Right => Ok(true),
        OtpVerdict::Wrong => Err(refused(
            StatusCode::UNAUTHORIZED,
            "a0.mfa_invalid_code",
            "The code is wrong or too old.",
        )),
    }
}
