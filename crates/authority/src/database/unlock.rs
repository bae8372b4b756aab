//! The page behind the link in a mail about a lock-out.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use crate::hosted::require_own_form;
use crate::http::{FormParams, QueryParams, Visit};
use crate::lockout;
use crate::pages::link::LinkPage;
use crate::pages::message::MessagePage;
use crate::pages::{FormTargets, Notice, PageError, page};
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{Purpose, User};

/// Asks for the click.
pub(super) async fn show(
    State(state): State<AppState>,
    QueryParams(query): QueryParams,
) -> Result<Response, PageError> {
    let ticket = query.get("ticket").map(Secret::from).ok_or(PageError::LinkGone)?;
    let id: Option<String> = state.store.peek_once(Purpose::Unlock, &ticket, state.now())?;
    let user = person(&state, id)?;
    let link_page = LinkPage {
        action: "/u/unlock",
        ticket: &ticket,
        title: "Unlock your account",
        context: "This lifts the lock for",
        address: user.email.as_deref().unwrap_or_default(),
        button: ("Unlock account", "Unlocking\u{2026}"),
    };
    Ok(page(StatusCode::OK, FormTargets::Own, &link_page.render()))
}

/// Lifts the lock.
pub(super) async fn submit(
    State(state): State<AppState>,
    visit: Visit,
    FormParams(form): FormParams,
) -> Result<Response, PageError> {
    require_own_form(&visit)?;
    let ticket = form.get("ticket").map(Secret::from).ok_or(PageError::LinkGone)?;
    let id: Option<String> = state.store.take_once(Purpose::Unlock, &ticket, state.now())?;
    let user = person(&state, id)?;
    lockout::unlock(&state, &user.id)?;
    let done = MessagePage {
        title: "Account unlocked",
        notice: Notice::success("You can log in again. Go back to the app."),
        link: None,
    };
    Ok(page(StatusCode::OK, FormTargets::Own, &done.render()))
}

fn person(state: &AppState, id: Option<String>) -> Result<User, PageError> {
    let id = id.ok_or(PageError::LinkGone)?;
    state.store.user(&id)?.ok_or(PageError::LinkGone)
}
