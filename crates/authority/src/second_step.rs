//! A second proof: a code that goes to the address of a person whose password was right.

use crate::config::Client;
use crate::http::Visit;
use crate::outbox::letter;
use crate::rate_limit::{self, Counted};
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{NewOtp, OtpVerdict, StoreError, User};

/// Digits of a code.
const DIGITS: usize = 6;

/// Wrong tries until a code is dead.
const TRIES: u32 = 3;

/// What these codes are kept under; no connection has a space in its name.
const CODES: &str = "second step";

/// What came of sending a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// It is on its way.
    Code,
    /// There were too many.
    TooMany,
    /// The person has no address.
    Nowhere,
}

/// Where codes for `user` go: the mail address, or else the number.
#[must_use]
pub fn address(user: &User) -> Option<&str> {
    user.email.as_deref().or(user.phone.as_deref())
}

/// Whether the configuration wants a second proof from this person at every login.
#[must_use]
pub fn is_wanted_of(state: &AppState, user: &User) -> bool {
    state.config.users.iter().any(|person| {
        let same = |email: &String| email.eq_ignore_ascii_case(&person.email);
        person.second_factor && person.connection == user.connection && user.email.as_ref().is_some_and(same)
    })
}

/// Sends a fresh code, unless too many went out.
pub fn send(state: &AppState, visit: &Visit, client: &Client, user: &User) -> Result<Sent, StoreError> {
    if rate_limit::take(state, Counted::Passwordless, visit.ip)?.is_err() {
        return Ok(Sent::TooMany);
    }
    let Some(address) = address(user) else {
        return Ok(Sent::Nowhere);
    };
    let code = state.chance.digits(DIGITS);
    state.store.put_otp(&NewOtp {
        connection: CODES,
        identifier: &user.id,
        client_id: &client.client_id,
        code: &code,
        tries: TRIES,
        expires_at: state.now() + state.config.lifetimes.otp,
    })?;
    let message = if user.email.is_some() {
        letter::email_code(address, &code, &client.name)
    } else {
        letter::sms_code(address, &code, &client.name, "localhost")
    };
    state.store.send(&message, state.now())?;
    Ok(Sent::Code)
}

/// Tries the newest code. People copy codes with the spaces that a mail program puts into them.
pub fn try_code(state: &AppState, user_id: &str, typed: &str) -> Result<OtpVerdict, StoreError> {
    let code = Secret::new(typed.split_whitespace().collect());
    state.store.try_otp(CODES, user_id, &code, state.now())
}
