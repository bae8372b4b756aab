//! Address or user name and password: the one way in, for `/co/authenticate` and for the hosted page.

use crate::config::{Connection, Moment, Rule};
use crate::http::{Refusal, Visit};
use crate::lockout::{self, Failure, LockedOut};
use crate::outbox::letter;
use crate::password::{self, Verdict};
use crate::rules;
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{Purpose, User};

/// What came of a try.
pub enum Outcome {
    /// It is this person.
    Person(Box<User>),
    /// Wrong password, or there is no such person: which one is nobody's business.
    Wrong,
    /// The right password of a person who may not log in.
    Blocked,
    /// Too many failures.
    Locked(LockedOut),
    /// It is somebody whom a rule of the tenant refuses.
    Refused(Box<Rule>),
}

impl Outcome {
    /// What comes of the right credential of `user`.
    #[must_use]
    pub fn of(state: &AppState, user: User) -> Self {
        match rules::refusing_user(state, Moment::Login, &user) {
            _ if user.blocked => Self::Blocked,
            Some(rule) => Self::Refused(Box::new(rule.clone())),
            None => Self::Person(Box::new(user)),
        }
    }
}

/// Tries `password` for the person who goes by `login` in `connection`.
///
/// An unknown person costs the same time and is locked out like a known one. The spaces around `login` do not count;
/// every character of the password does.
pub async fn try_password(
    state: &AppState,
    visit: &Visit,
    connection: &Connection,
    login: &str,
    password: &Secret,
) -> Result<Outcome, Refusal> {
    let login = login.trim();
    let user = state.store.user_by_login(&connection.name, login)?;
    // Address and user name of one person count as one.
    let who = match &user {
        Some(user) => user.id.clone(),
        None => format!("{} {login}", connection.name),
    };
    if let Err(locked) = lockout::check(state, &who, visit.ip)? {
        return Ok(Outcome::Locked(locked));
    }
    let hash = user.as_ref().and_then(|user| user.password_hash.clone());
    let verdict = password::verify(password, hash).await?;
    match (verdict, user) {
        (Verdict::Right, Some(user)) => {
            lockout::succeeded(state, &who, visit.ip)?;
            Ok(Outcome::of(state, user))
        }
        (_, user) => {
            if let (Failure::Locked(_), Some(user)) = (lockout::failed(state, &who, visit.ip)?, user) {
                send_unlock_mail(state, visit, &user)?;
            }
            Ok(Outcome::Wrong)
        }
    }
}

fn send_unlock_mail(state: &AppState, visit: &Visit, user: &User) -> Result<(), Refusal> {
    let Some(email) = &user.email else {
        return Ok(());
    };
    let ticket = state.chance.secret();
    let until = state.now() + state.config.lifetimes.mail_link;
    state.store.put_once(Purpose::Unlock, &ticket, &user.id, until)?;
    let link = format!("{}u/unlock?ticket={}", visit.base, ticket.expose());
    state.store.send(&letter::unlock(email, link), state.now())?;
    Ok(())
}
