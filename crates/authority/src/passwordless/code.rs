//! Redeeming a one-time code.

use crate::http::Refusal;
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{OtpVerdict, User};

/// The person whose newest code for `connection` (a connection's name) and `identifier` is `code`; made on the first
/// login. `Ok(None)` when the code is wrong.
pub fn redeem(
    state: &AppState,
    connection: &str,
    identifier: &str,
    code: &Secret,
) -> Result<Option<User>, Refusal> {
    match state.store.try_otp(connection, identifier, code, state.now())? {
        OtpVerdict::Right => Ok(state.store.user_by_email(connection, identifier)?),
        OtpVerdict::Wrong => Ok(None),
    }
}
