//! One-time codes: making one, and redeeming it.

use crate::address;
use crate::config::{Client, Connection, ConnectionKind};
use crate::http::Refusal;
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
    /// Reads what a person typed: a mail address or a number, by the kind of connection.
    #[must_use]
    pub fn read(connection: &Connection, text: &str) -> Option<Self> {
        match connection.kind {
            ConnectionKind::Email => address::email(text).map(Self),
            ConnectionKind::Sms => address::phone(text).map(Self),
            _ => None,
        }
    }

    /// Mail address in lower case, or number in E.164.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Makes a code for `to`, which replaces the one before it.
pub(super) fn issue(
    state: &AppState,
    client: &Client,
    connection: &Connection,
    to: &Recipient,
) -> Result<Secret, StoreError> {
    let code = state.chance.digits(DIGITS);
    state.store.put_otp(&NewOtp {
        connection: &connection.name,
        identifier: to.as_str(),
        client_id: &client.client_id,
        code: &code,
        tries: TRIES,
        expires_at: state.now() + state.config.lifetimes.otp,
    })?;
    Ok(code)
}

/// The person whose newest code for `connection` (a connection's name) and `identifier` is `code`; made on the first
/// login. `Ok(None)` when the code is wrong.
pub fn redeem(
    state: &AppState,
    connection: &str,
    identifier: &str,
    code: &Secret,
) -> Result<Option<User>, Refusal> {
    let Some(connection) = state.config.connection(connection) else {
        return Ok(None);
    };
    let Some(recipient) = Recipient::read(connection, identifier) else {
        return Ok(None);
    };
    match state
        .store
        .try_otp(&connection.name, recipient.as_str(), code, state.now())?
    {
        OtpVerdict::Right => Ok(person(state, connection, &recipient)?),
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
