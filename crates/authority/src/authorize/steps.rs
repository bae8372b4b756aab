//! What is left to do once the person is known: nothing, a second proof, or consent.

use super::acr;
use super::ask::Ask;
use super::denied::Denied;
use super::login::Login;
use crate::config::{Moment, Organization};
use crate::state::AppState;
use crate::store::{Mark, StoreError, User};
use crate::{rules, second_step};

/// An invitation that was used stays used for as long as anybody may remember it: ten years, in seconds.
const INVITATION_SECONDS: i64 = 315_360_000;

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The client is answered.
    Answer,
    /// The person gives a second proof.
    Prove,
    /// The person says what the client may do.
    Consent,
}

/// The next step for a person who is logged in. With `prompt=none` there is none that asks.
pub(super) fn next(
    state: &AppState,
    ask: &Ask<'_>,
    login: &Login,
    consented: bool,
) -> Result<Result<Step, Denied>, StoreError> {
    if ask.hint.as_ref().is_some_and(|hint| hint.sub != login.user.id) {
        return Ok(Err(Denied::OtherPerson));
    }
    if let Some(organization) = ask.organization()
        && !may_enter(state, ask, login, organization)?
    {
        return Ok(Err(Denied::NotMember));
    }
    if let Some(rule) = rules::refusing_user(state, Moment::Authorize, &login.user) {
        return Ok(Err(Denied::ByRule(Box::new(rule.clone()))));
    }
    let wanted = acr::wants_second_step(ask) || second_step::is_wanted_of(state, &login.user);
    if wanted && !login.session.second_step {
        return Ok(match (second_step::address(&login.user), ask.is_silent()) {
            (None, _) => Err(Denied::NoSecondStep),
            (Some(_), true) => Err(Denied::InteractionRequired),
            (Some(_), false) => Ok(Step::Prove),
        });
    }
    if !consented && wants_consent(state, ask, &login.user)? {
        return Ok(if ask.is_silent() {
            Err(Denied::ConsentRequired)
        } else {
            Ok(Step::Consent)
        });
    }
    Ok(Ok(Step::Answer))
}

/// Uses the request's invitation up. `false` when somebody else did so in the meantime.
pub(super) fn accept_invitation(state: &AppState, ask: &Ask<'_>, user: &User) -> Result<bool, StoreError> {
    let (Some(organization), Some(invitation)) = (ask.organization(), ask.params.get("invitation")) else {
        return Ok(true);
    };
    if is_member(state, organization, user)? {
        return Ok(true);
    }
    let name = name_of(organization, invitation);
    if !state
        .store
        .mark(Mark::Invitation, &name, state.now() + INVITATION_SECONDS)?
    {
        return Ok(false);
    }
    state.store.add_member(&organization.id, &user.id)?;
    Ok(true)
}

/// Members, and whoever brings an invitation that nobody has used, by a connection of the organisation.
fn may_enter(
    state: &AppState,
    ask: &Ask<'_>,
    login: &Login,
    organization: &Organization,
) -> Result<bool, StoreError> {
    if !organization.takes_named(&login.session.connection) {
        return Ok(false);
    }
    if is_member(state, organization, &login.user)? {
        return Ok(true);
    }
    match ask.params.get("invitation") {
        Some(invitation) => Ok(!state
            .store
            .is_marked(Mark::Invitation, &name_of(organization, invitation))?),
        None => Ok(false),
    }
}

/// By the configuration, for whoever has shown to read mail at the listed address; or by an earlier invitation.
fn is_member(state: &AppState, organization: &Organization, user: &User) -> Result<bool, StoreError> {
    let listed = user.email_verified
        && user
            .email
            .as_deref()
            .is_some_and(|email| organization.lists(email));
    Ok(listed || state.store.is_member(&organization.id, &user.id)?)
}

fn name_of(organization: &Organization, invitation: &str) -> String {
    format!("{} {invitation}", organization.id)
}

/// `prompt=consent` asks in any case; else only clients of somebody else ask, for what was not allowed before.
fn wants_consent(state: &AppState, ask: &Ask<'_>, user: &User) -> Result<bool, StoreError> {
    if ask.prompts("consent") {
        return Ok(true);
    }
    if !ask.client.consent {
        return Ok(false);
    }
    let allowed = state.store.consent(
        &user.id,
        &ask.client.client_id,
        ask.audience().unwrap_or_default(),
    )?;
    let scope = ask.granted_scope();
    // A client that asks for nothing by name still learns who the person is.
    Ok(allowed.is_empty()
        || !scope
            .split(' ')
            .all(|word| allowed.split(' ').any(|had| had == word)))
}
