//! One-time codes: sending one, and trying it.

use crate::address;
use crate::config::{Client, Connection, ConnectionKind, Moment};
use crate::database::log_in::Outcome;
use crate::http::{Refusal, Visit};
use crate::lockout;
use crate::outbox::letter;
use crate::rate_limit::{self, Counted};
use crate::rules::{self, NotSent};
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{NewOtp, NewUser, OtpVerdict, StoreError, User};

/// Digits of a code.
const DIGITS: usize = 6;

/// Wrong tries until a code is dead.
const TRIES: u32 = 3;

/// Where a code or link goes: an address that was read and fits the kind of connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient(String);

impl Recipient {
    /// Reads what a client sends: a mail address or a number, by the kind of connection.
    #[must_use]
    pub fn read(connection: &Connection, text: &str) -> Option<Self> {
        match connection.kind {
            ConnectionKind::Email => address::email(text).map(Self),
            ConnectionKind::Sms => address::phone(text).map(Self),
            _ => None,
        }
    }

    /// Reads what a person wrote into a field of a page, where a number may have spaces in it.
    #[must_use]
    pub fn read_as_written(connection: &Connection, text: &str) -> Option<Self> {
        match connection.kind {
            ConnectionKind::Sms => address::phone_as_written(text).map(Self),
            _ => Self::read(connection, text),
        }
    }

    /// Mail address in lower case, or number in E.164.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a message may go out: no rule refuses it, and there were not too many. It counts.
pub fn may_send(
    state: &AppState,
    visit: &Visit,
    connection: &Connection,
    to: &Recipient,
) -> Result<Result<(), NotSent>, StoreError> {
    if let Some(rule) = rules::refusing(state, Moment::Passwordless, &connection.name, &[to.as_str()]) {
        return Ok(Err(NotSent::Rule(Box::new(rule.clone()))));
    }
    let counted = rate_limit::take(state, Counted::Passwordless, visit.ip)?;
    Ok(counted.map_err(NotSent::TooMany))
}

/// A code to send, which replaces the one before it.
pub struct NewCode<'a> {
    /// Who asks for it.
    pub client: &'a Client,
    /// How it goes out.
    pub connection: &'a Connection,
    /// Where it goes.
    pub to: &'a Recipient,
    /// The domain of the page on which it is typed.
    pub domain: &'a str,
}

impl NewCode<'_> {
    /// Makes the code and sends it. How often that may be is the caller's to count.
    pub fn send(&self, state: &AppState) -> Result<(), StoreError> {
        let code = state.chance.digits(DIGITS);
        state.store.put_otp(&NewOtp {
            connection: &self.connection.name,
            identifier: self.to.as_str(),
            client_id: &self.client.client_id,
            code: &code,
            tries: TRIES,
            expires_at: state.now() + state.config.lifetimes.otp,
        })?;
        let (to, name) = (self.to.as_str(), &self.client.name);
        let message = match self.connection.kind {
            ConnectionKind::Sms => letter::sms_code(to, &code, name, self.domain),
            _ => letter::email_code(to, &code, name),
        };
        state.store.send(&message, state.now())
    }
}

/// Tries the newest code for `connection` and `identifier`; the first login makes the person.
///
/// A code dies after a few tries, but a new one is easily had: so its failures lock out like those of a password.
pub fn try_code(
    state: &AppState,
    visit: &Visit,
    connection: &Connection,
    identifier: &str,
    code: &Secret,
) -> Result<Outcome, Refusal> {
    let who = format!("{} {identifier}", connection.name);
    if let Err(locked) = lockout::check(state, &who, visit.ip)? {
        return Ok(Outcome::Locked(locked));
    }
    let Some(user) = redeem(state, connection, identifier, code)? else {
        lockout::failed(state, &who, visit.ip)?;
        return Ok(Outcome::Wrong);
    };
    lockout::succeeded(state, &who, visit.ip)?;
    Ok(Outcome::of(state, user))
}

/// `Ok(None)` when the code is wrong.
fn redeem(
    state: &AppState,
    connection: &Connection,
    identifier: &str,
    code: &Secret,
) -> Result<Option<User>, StoreError> {
    let Some(recipient) = Recipient::read(connection, identifier) else {
        return Ok(None);
    };
    match state
        .store
        .try_otp(&connection.name, recipient.as_str(), code, state.now())?
    {
        OtpVerdict::Right => person(state, connection, &recipient),
        OtpVerdict::Wrong => Ok(None),
    }
}

/// The person who has just shown to read what goes to `recipient`; the first time makes one.
pub(super) fn person(
    state: &AppState,
    connection: &Connection,
    recipient: &Recipient,
) -> Result<Option<User>, StoreError> {
    let (known, email, phone) = match connection.kind {
        ConnectionKind::Sms => (
            state.store.user_by_phone(&connection.name, recipient.as_str())?,
            None,
            Some(recipient.0.clone()),
        ),
        _ => (
            state.store.user_by_email(&connection.name, recipient.as_str())?,
            Some(recipient.0.clone()),
            None,
        ),
    };
    if known.is_some() {
        return Ok(known);
    }
    let user = NewUser {
        id: format!("{}|{}", connection.strategy, state.chance.hex(24)),
        connection: connection.name.clone(),
        email_verified: email.is_some(),
        email,
        phone,
        ..NewUser::default()
    };
    state.store.add_user(user, state.now())
}
