//! `POST /login/callback`: the form that `/usernamepassword/login` answered comes back by the browser.

use axum::extract::State;
use axum::response::Response;
use serde::{Deserialize, Serialize};

use crate::authorize::{self, Authenticated};
use crate::hosted::require_own_form;
use crate::http::{FormParams, Visit};
use crate::pages::PageError;
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::Purpose;

/// What the form's `wresult` stands for.
#[derive(Serialize, Deserialize)]
pub(super) struct LoginForm {
    pub(super) request: String,
    pub(super) user_id: String,
    pub(super) connection: String,
    /// Whether a second proof was given beside the password.
    pub(super) second_step: bool,
}

/// It works once, soon, and in the browser that the request waits for; what `wctx` says counts for nothing.
pub(super) async fn handle(
    State(state): State<AppState>,
    visit: Visit,
    FormParams(form): FormParams,
) -> Result<Response, PageError> {
    require_own_form(&visit)?;
    if form.get("wa") != Some("wsignin1.0") {
        return Err(PageError::RequestGone);
    }
    let ticket = form
        .get("wresult")
        .map(Secret::from)
        .ok_or(PageError::RequestGone)?;
    let form: Option<LoginForm> = state.store.take_once(Purpose::LoginForm, &ticket, state.now())?;
    let form = form.ok_or(PageError::RequestGone)?;
    let person = Authenticated {
        user_id: form.user_id,
        connection: form.connection,
        amr: if form.second_step { "pwd otp" } else { "pwd" },
    };
    Ok(authorize::resume(&state, &visit, &form.request, &person))
}
