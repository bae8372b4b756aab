//! Codes and links by mail or text message: `POST /passwordless/start` (Auth0 Authentication API).

use crate::authorize::{self, AuthorizeRequest};
use crate::error::Failure;
use crate::http::{Body, Request, Response};
use crate::issuer::Issuer;
use crate::json::Member;
use crate::secret::Otp;
use crate::transaction::Transaction;
use crate::{answer, json};

const MAX_BYTES: usize = 64 * 1024;

/// What is sent where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordlessTo<'a> {
    /// A code to a mail address.
    EmailCode(&'a str),
    /// A link to a mail address.
    EmailLink(&'a str),
    /// A code to a phone number in E.164 form.
    SmsCode(&'a str),
}

/// `POST {issuer}/passwordless/start`, for a connection by its name. A link needs the request it will complete; a code does
/// not. `language` is the language of the message.
#[must_use]
pub fn ask(
    issuer: &Issuer,
    client_id: &str,
    connection: &str,
    to: PasswordlessTo<'_>,
    auth_params: Option<(&AuthorizeRequest<'_>, &Transaction)>,
    language: Option<&str>,
) -> Request {
    let (send, member, address) = match to {
        PasswordlessTo::EmailCode(address) => ("code", "email", address),
        PasswordlessTo::EmailLink(address) => ("link", "email", address),
        PasswordlessTo::SmsCode(number) => ("code", "phone_number", number),
    };
    let mut members = vec![
        ("client_id", Member::Text(client_id)),
        ("connection", Member::Text(connection)),
        ("send", Member::Text(send)),
        (member, Member::Text(address.trim())),
    ];
    let parameters = auth_params.map(|(request, transaction)| authorize::parameters(request, transaction));
    let parameters: Option<Vec<_>> = parameters.as_ref().map(|parameters| {
        parameters
            .iter()
            .map(|(name, text)| (*name, Member::Text(text)))
            .collect()
    });
    members.extend(
        parameters
            .as_deref()
            .map(|parameters| ("authParams", Member::Object(parameters))),
    );
    let body = Body::Json(json::write(&members));
    let mut request = Request::post(issuer.join("/passwordless/start"), body);
    request
        .headers
        .extend(language.map(|language| ("x-request-language", language.to_owned())));
    request
}

/// Sent, as far as the server says.
pub fn read(response: &Response) -> Result<(), Failure> {
    answer::object(response, MAX_BYTES).map(|_| ())
}

/// Why a text is not a one-time code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OtpError {
    /// Nothing but spaces and dashes.
    #[error("the code is empty")]
    Empty,
    /// Something other than digits, spaces and dashes.
    #[error("the code has characters other than digits")]
    NotDigits,
    /// Fewer than 4 or more than 12 digits.
    #[error("the code has {0} digits, and codes have 4 to 12")]
    Length(usize),
}

/// A one-time code as people type or paste it: spaces and dashes go, and the digits of Arabic, Persian and full-width
/// keyboards become ASCII.
pub fn clean_otp(typed: &str) -> Result<Otp, OtpError> {
    let mut digits = String::new();
    for c in typed.chars() {
        match c {
            // Marks of writing direction come along when a code is pasted from an Arabic or Hebrew message.
            '-' | '\u{2010}'..='\u{2015}' | '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_whitespace() => {}
            c => digits.push(ascii_digit(c).ok_or(OtpError::NotDigits)?),
        }
    }
    match digits.len() {
        0 => Err(OtpError::Empty),
        4..=12 => Ok(Otp::new(digits)),
        length => Err(OtpError::Length(length)),
    }
}

fn ascii_digit(c: char) -> Option<char> {
    let zero = ['0', '\u{0660}', '\u{06f0}', '\u{ff10}']
        .into_iter()
        .find(|zero| (*zero..).take(10).any(|d| d == c))?;
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}
