//! A waiting request whose person is known: what the pages after the login work with.

use axum::response::{IntoResponse as _, Response};

use super::destination::Destination;
use super::doors::{open_session, with_ask};
use super::endpoint;
use super::login::{self, Found, Login};
use super::proceed::{self, Progress};
use super::waiting::{Waiting, waiting};
use crate::http::{Refusal, Visit};
use crate::second_step;
use crate::state::AppState;
use crate::store::{Session, StoreError, User};

/// A waiting request and the person it is for.
pub struct Settled {
    /// The request.
    pub waiting: Waiting,
    /// The person.
    pub user: User,
    session: Session,
}

impl Settled {
    /// Where the code of a second step goes: the mail address, or else the number.
    #[must_use]
    pub fn address(&self) -> Option<&str> {
        second_step::address(&self.user)
    }
}

/// The request `id`, when it waits for this browser and the person has logged in for it.
pub fn settled(state: &AppState, visit: &Visit, id: &str) -> Result<Option<Settled>, StoreError> {
    let (Some(waiting), Some(session)) = (waiting(state, visit, id)?, login::current(state, visit)?) else {
        return Ok(None);
    };
    if waiting.sid.as_deref() != Some(session.sid.as_str()) {
        return Ok(None);
    }
    Ok(match login::with_person(state, session)? {
        Some(Ok(Login { user, session })) => Some(Settled {
            waiting,
            user,
            session,
        }),
        _ => None,
    })
}

/// Goes on with a request after a second proof, which the session remembers under a new cookie.
#[must_use]
pub fn after_second_step(state: &AppState, visit: &Visit, settled: Settled) -> Response {
    let Settled {
        waiting,
        user,
        mut session,
    } = settled;
    session.second_step = true;
    if !session.amr.split(' ').any(|method| method == "otp") {
        session.amr = [session.amr.as_str(), "otp"].join(" ").trim_start().into();
    }
    let login = Login { user, session };
    with_ask(state, visit, &waiting.parameters, Some(&waiting.id), |ask| {
        let progress = Progress {
            id: Some(&waiting.id),
            ..Progress::default()
        };
        open_session(state, visit, ask, &login, progress)
    })
}

/// What a request asks the person to allow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The scope, words separated by spaces.
    pub scope: String,
    /// The API, or nothing.
    pub audience: String,
}

/// What the request asks for; `None` when it no longer passes the checks.
#[must_use]
pub fn wanted(state: &AppState, visit: &Visit, settled: &Settled) -> Option<Wanted> {
    let parameters = &settled.waiting.parameters;
    let destination = Destination::load(&state.config, visit, parameters).ok()?;
    let ask = endpoint::checked(state, parameters, &destination).ok()?;
    Some(Wanted {
        scope: ask.granted_scope(),
        audience: ask.audience().unwrap_or_default().to_owned(),
    })
}

/// Remembers that the person allowed it, beside what was allowed before, and answers the client.
#[must_use]
pub fn after_consent(state: &AppState, visit: &Visit, settled: Settled) -> Response {
    let Settled {
        waiting,
        user,
        session,
    } = settled;
    let login = Login { user, session };
    with_ask(state, visit, &waiting.parameters, Some(&waiting.id), |ask| {
        let (client_id, audience) = (&ask.client.client_id, ask.audience().unwrap_or_default());
        let remembered = state
            .store
            .consent(&login.user.id, client_id, audience)
            .and_then(|before| {
                let scope = union(&before, &ask.granted_scope());
                state
                    .store
                    .put_consent(&login.user.id, client_id, audience, &scope)
            });
        if let Err(error) = remembered {
            return Refusal::from(error).into_response();
        }
        let progress = Progress {
            id: Some(&waiting.id),
            consented: true,
        };
        proceed::proceed(state, visit, ask, &login, progress)
    })
}

/// The person of the browser's session, when a waiting request may go on with it if the person says so.
pub fn to_choose(state: &AppState, visit: &Visit, waiting: &Waiting) -> Result<Option<User>, StoreError> {
    let parameters = &waiting.parameters;
    let Ok(destination) = Destination::load(&state.config, visit, parameters) else {
        return Ok(None);
    };
    let Ok(ask) = endpoint::checked(state, parameters, &destination) else {
        return Ok(None);
    };
    Ok(match login::by_session(state, visit, &ask)? {
        Found::Fits(login) | Found::ToChoose(login) => Some(login.user),
        Found::Nobody | Found::Blocked => None,
    })
}

/// Goes on with a waiting request as the person of the browser's session, who has just said so. `Ok(None)` when that
/// session will not do.
pub fn choose(state: &AppState, visit: &Visit, waiting: &Waiting) -> Result<Option<Response>, StoreError> {
    if to_choose(state, visit, waiting)?.is_none() {
        return Ok(None);
    }
    let Some(session) = login::current(state, visit)? else {
        return Ok(None);
    };
    let Some(Ok(login)) = login::with_person(state, session)? else {
        return Ok(None);
    };
    Ok(Some(with_ask(
        state,
        visit,
        &waiting.parameters,
        Some(&waiting.id),
        |ask| {
            let progress = Progress {
                id: Some(&waiting.id),
                ..Progress::default()
            };
            proceed::proceed(state, visit, ask, &login, progress)
        },
    )))
}

/// The words of both, each once; never empty, so that an allowance of nothing by name is remembered too.
fn union(before: &str, more: &str) -> String {
    let mut words: Vec<&str> = vec!["openid"];
    for word in before.split(' ').chain(more.split(' ')) {
        if !word.is_empty() && !words.contains(&word) {
            words.push(word);
        }
    }
    words.join(" ")
}
