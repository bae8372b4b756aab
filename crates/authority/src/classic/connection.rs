//! `/authorize` as a hosted page calls it for a connection with pages of its own: not a new request, but the one that waits.

use axum::response::Response;

use super::csrf;
use crate::hosted;
use crate::http::{Params, Visit};
use crate::pages::PageError;
use crate::state::AppState;

/// On to the provider, where the parameters carry the token of the page of a waiting request.
pub(crate) fn leave(state: &AppState, visit: &Visit, params: &Params) -> Option<Result<Response, PageError>> {
    let (named, token) = (params.get("_intstate")?, params.get("_csrf")?);
    let waiting = csrf::require(state, visit, Some(named), Some(token));
    Some(match waiting {
        Ok(waiting) => hosted::leave_for(state, visit, waiting, params.get("connection")),
        Err(_) => Err(PageError::RequestGone),
    })
}
