//! The page that sets a new password, behind the link in a reset mail.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::change_password::ResetTicket;
use super::history;
use crate::config::DatabaseRules;
use crate::hosted::require_own_form;
use crate::http::{FormParams, QueryParams, Visit};
use crate::pages::message::MessagePage;
use crate::pages::reset::ResetPage;
use crate::pages::{FieldState, FormTargets, Notice, PageError, page};
use crate::password_policy::{self, About};
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{Purpose, User};
use crate::{lockout, password};

/// Shows the form, as often as the link is opened while it is good.
pub(super) async fn show(
    State(state): State<AppState>,
    QueryParams(query): QueryParams,
) -> Result<Response, PageError> {
    let ticket = query.get("ticket").map(Secret::from).ok_or(PageError::LinkGone)?;
    let opened = state
        .store
        .peek_once(Purpose::PasswordReset, &ticket, state.now())?;
    let (user, rules) = person(&state, opened)?;
    let reset_page = ResetPage {
        ticket: &ticket,
        account: account(&user),
        rules: &password_policy::rules(rules, ""),
        password: FieldState::Fine,
    };
    Ok(page(StatusCode::OK, FormTargets::Own, &reset_page.render()))
}

/// Sets the password and uses the link up; a refused password leaves it good.
pub(super) async fn submit(
    State(state): State<AppState>,
    visit: Visit,
    FormParams(form): FormParams,
) -> Result<Response, PageError> {
    require_own_form(&visit)?;
    let ticket = form.get("ticket").map(Secret::from).ok_or(PageError::LinkGone)?;
    let opened = state
        .store
        .peek_once(Purpose::PasswordReset, &ticket, state.now())?;
    let (user, rules) = person(&state, opened)?;
    let new = Secret::from(form.get("password").unwrap_or_default());
    let verdict = match password_policy::judge(rules, &new, &about(&user)) {
        Ok(()) => history::judge(&state, rules, &user, &new).await?,
        refused => refused,
    };
    if let Err(refusal) = verdict {
        let refused = ResetPage {
            ticket: &ticket,
            account: account(&user),
            rules: &password_policy::rules(rules, new.expose()),
            password: FieldState::Wrong(refusal.sentence()),
        };
        return Ok(page(StatusCode::BAD_REQUEST, FormTargets::Own, &refused.render()));
    }
    let hash = password::hash(&new, &state.chance).await?;
    // Whoever takes the ticket sets the password; a second post that came meanwhile does not.
    let taken: Option<ResetTicket> = state
        .store
        .take_once(Purpose::PasswordReset, &ticket, state.now())?;
    taken.ok_or(PageError::LinkGone)?;
    state.store.set_password(&user.id, &hash, state.now())?;
    state.store.set_email_verified(&user.id, state.now())?;
    lockout::unlock(&state, &user.id)?;
    let mut response = page(StatusCode::OK, FormTargets::Own, &done().render());
    visit.forget_session(&mut response);
    Ok(response)
}

fn done() -> MessagePage<'static> {
    MessagePage {
        title: "Password changed",
        notice: Notice::success(
            "The old password no longer works. Go back to the app and log in with the new one.",
        ),
        link: None,
    }
}

fn person(state: &AppState, opened: Option<ResetTicket>) -> Result<(User, &DatabaseRules), PageError> {
    let id = opened
        .and_then(|ticket| ticket.user_id)
        .ok_or(PageError::LinkGone)?;
    let user = state.store.user(&id)?.ok_or(PageError::LinkGone)?;
    let connection = state.config.connection(&user.connection);
    let rules = connection
        .and_then(|connection| connection.database())
        .ok_or(PageError::LinkGone)?;
    Ok((user, rules))
}

fn account(user: &User) -> &str {
    user.email
        .as_deref()
        .or(user.username.as_deref())
        .unwrap_or_default()
}

fn about(user: &User) -> About<'_> {
    About {
        email: user.email.as_deref(),
        username: user.username.as_deref(),
        names: user.profile.values().filter_map(|value| value.as_str()).collect(),
    }
}
