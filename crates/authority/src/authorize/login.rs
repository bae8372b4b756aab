//! Who is logged in, as far as this request may count on it: by its ticket, or by the browser's session.

use super::ask::Ask;
use super::denied::Denied;
use crate::config::Connection;
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
    // The realm of a ticket is a database or directory, or a passwordless connection with its codes.
    let by_password = state
        .config
        .connection(&ticket.realm)
        .is_some_and(Connection::takes_password);
    let session = Session {
        sid: state.chance.name(),
        user_id: ticket.user_id,
        connection: ticket.realm,
        auth_time: ticket.auth_time,
        amr: if by_password { "pwd" } else { "otp" }.to_owned(),
        second_step: false,
    };
    with_person(state, session).map(|login| login.unwrap_or(Err(Denied::Ticket)))
}

/// What the browser's session is worth to a request.
pub(super) enum Found {
    /// There is none that counts: too old, of another connection or another person, or the client wants a login.
    Nobody,
    /// It will do.
    Fits(Login),
    /// It would do if the person says so: the client wants a choice, or has somebody else in mind.
    ToChoose(Login),
    /// Its person is blocked.
    Blocked,
}

/// The browser's session, as far as the request may count on it.
pub(super) fn by_session(state: &AppState, visit: &Visit, ask: &Ask<'_>) -> Result<Found, StoreError> {
    let Some(session) = current(state, visit)? else {
        return Ok(Found::Nobody);
    };
    // OpenID Connect Core section 3.1.2.1; `max_age=0` asks for the person like `prompt=login`.
    let max_age = ask.params.get("max_age").and_then(|age| age.parse::<i64>().ok());
    let fresh = max_age.is_none_or(|age| age > 0 && state.now() - session.auth_time <= age);
    let other_connection = ask
        .params
        .get("connection")
        .is_some_and(|name| name != session.connection);
    let leads_in = ask
        .organization()
        .is_none_or(|organization| organization.takes_named(&session.connection));
    let other_person = ask.hint.as_ref().is_some_and(|hint| hint.sub != session.user_id);
    if !fresh || other_connection || !leads_in || other_person || ask.prompts("login") {
        return Ok(Found::Nobody);
    }
    Ok(match with_person(state, session)? {
        None => Found::Nobody,
        Some(Err(_)) => Found::Blocked,
        Some(Ok(login)) if ask.prompts("select_account") || is_hinted_away(ask, &login.user) => {
            Found::ToChoose(login)
        }
        Some(Ok(login)) => Found::Fits(login),
    })
}

/// The living session of the browser.
pub(super) fn current(state: &AppState, visit: &Visit) -> Result<Option<Session>, StoreError> {
    match visit.session_secret() {
        Some(secret) => state.store.session(secret, state.now()),
        None => Ok(None),
    }
}

/// Whether `login_hint` names somebody else. An ID token says more than a hint.
fn is_hinted_away(ask: &Ask<'_>, user: &User) -> bool {
    let Some(hint) = ask.params.get("login_hint").filter(|_| ask.hint.is_none()) else {
        return false;
    };
    let names = [&user.email, &user.username, &user.phone];
    user.id != hint
        && !names
            .into_iter()
            .flatten()
            .any(|name| name.eq_ignore_ascii_case(hint.trim()))
}

/// A session with its person; `None` when the person is gone.
pub(super) fn with_person(
    state: &AppState,
    session: Session,
) -> Result<Option<Result<Login, Denied>>, StoreError> {
    Ok(state.store.user(&session.user_id)?.map(|user| {
        if user.blocked {
            Err(Denied::Blocked)
        } else {
            Ok(Login { user, session })
        }
    }))
}
