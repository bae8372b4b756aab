//! Who is logged in, as far as this request may count on it: by its ticket, or by the browser's session.

use super::ask::Ask;
use super::denied::Denied;
use crate::http::Visit;
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{Session, StoreError, User};

/// A person who counts as logged in for a request.
pub(super) struct Login {
    /// The person.
    pub(super) user: User,
    /// The session; for a ticket, one still to be made.
    pub(super) session: Session,
}

/// Takes the ticket of the request. It must be young, and of this client, this page and this browser; whatever is
/// wrong, it is used up.
pub(super) fn by_ticket(
    state: &AppState,
    visit: &Visit,
    ask: &Ask<'_>,
) -> Result<Result<Login, Denied>, StoreError> {
    let secret = Secret::from(ask.params.get("login_ticket").unwrap_or_default());
    let Some(ticket) = state.store.take_ticket(&secret)? else {
        return Ok(Err(Denied::Ticket));
    };
    let realm_fits = ask.params.get("realm").is_none_or(|realm| realm == ticket.realm);
    let fits = realm_fits
        && state.now() < ticket.expires_at
        && ticket.client_id == ask.client.client_id
        && ticket.origin == ask.destination.origin()
        && visit.is_device(&ticket.device_hash);
    if !fits {
        return Ok(Err(Denied::Ticket));
    }
    let session = Session {
        sid: state.chance.name(),
        user_id: ticket.user_id,
        connection: ticket.realm,
        auth_time: ticket.auth_time,
    };
    with_person(state, session).map(|login| login.unwrap_or(Err(Denied::Ticket)))
}

/// The browser's session, when it is fresh enough and of the right connection. `Ok(None)` when it is not there.
pub(super) fn by_session(
    state: &AppState,
    visit: &Visit,
    ask: &Ask<'_>,
) -> Result<Option<Result<Login, Denied>>, StoreError> {
    let Some(secret) = visit.session_secret() else {
        return Ok(None);
    };
    let Some(session) = state.store.session(secret, state.now())? else {
        return Ok(None);
    };
    let max_age = ask.params.get("max_age").and_then(|age| age.parse::<i64>().ok());
    let fresh = max_age.is_none_or(|age| state.now() - session.auth_time <= age);
    // OpenID Connect Core section 3.1.2.1: these ask for the person even when there is a session.
    let asks_again = ask.params.get("prompt").is_some_and(|prompt| prompt != "none");
    let other = ask
        .params
        .get("connection")
        .is_some_and(|name| name != session.connection);
    if fresh && !asks_again && !other {
        with_person(state, session)
    } else {
        Ok(None)
    }
}

fn with_person(state: &AppState, session: Session) -> Result<Option<Result<Login, Denied>>, StoreError> {
    Ok(state.store.user(&session.user_id)?.map(|user| {
        if user.blocked {
            Err(Denied::Blocked)
        } else {
            Ok(Login { user, session })
        }
    }))
}
