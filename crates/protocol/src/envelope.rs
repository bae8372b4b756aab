//! The server's no, out of any of the shapes it comes in: six error envelopes, and none at all.

use crate::http::Response;
use crate::json::{Object, Value};
use crate::refusal::{Refusal, RefusalCode};
use crate::{json, retry};

/// Error bodies longer than this are judged by the status alone.
const MAX_BYTES: usize = 64 * 1024;
/// Characters of the server's text that are kept.
const MAX_DESCRIPTION: usize = 500;

/// What a response with another status than 2xx says.
#[must_use]
pub fn refusal(response: &Response) -> Refusal {
    let status = response.status;
    let retry_after_s = retry::after_s(response);
    let Ok(members) = json::object(&response.body, MAX_BYTES) else {
        let code = if speaks_of_origin(response) {
            RefusalCode::OriginNotAllowed
        } else {
            by_status(status)
        };
        return Refusal {
            code,
            status,
            description: None,
            retry_after_s,
            refused_password: None,
        };
    };
    let description = description(&members);
    let code = refine(code(&members, status), description.as_deref());
    Refusal {
        refused_password: Some(members).filter(|_| code == RefusalCode::InvalidPassword),
        code,
        status,
        description,
        retry_after_s,
    }
}

/// A refusal that came by redirect or message: a code and perhaps a text, no status (RFC 6749 §4.1.2.1).
pub(crate) fn by_redirect(code: &str, description: Option<&str>) -> Refusal {
    // RFC 6749 lets a code have spaces and signs; its length and its control characters are nobody's business.
    let code: String = code.chars().filter(|c| !c.is_control()).take(64).collect();
    let description = description.and_then(plain);
    Refusal {
        code: refine(RefusalCode::from(code.as_str()), description.as_deref()),
        status: 0,
        description,
        retry_after_s: None,
        refused_password: None,
    }
}

/// `code` before `error`: where both are, `error` is the phrase of the status.
fn code(members: &Object, status: u16) -> RefusalCode {
    let word = |name: &str| {
        members
            .get(name)
            .and_then(Value::as_str)
            .filter(|word| is_code(word))
    };
    word("code")
        .or_else(|| word("error"))
        .map_or_else(|| by_status(status), RefusalCode::from)
}

/// Codes are single words; a framework's `"error":"Bad Request"` is not one.
fn is_code(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= 64
        && word
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
        && word.starts_with(|first: char| first.is_ascii_lowercase())
}

/// Two codes have their reason inside the text: the SMS provider's own number for a number that is none, and a blocked account
/// where no code of its own says so.
fn refine(code: RefusalCode, description: Option<&str>) -> RefusalCode {
    const TWILIO_INVALID_NUMBER: &str = "21211";
    let says = |said: fn(&str) -> bool| description.is_some_and(said);
    match code {
        RefusalCode::SmsProviderError if says(|text| has_word(text, TWILIO_INVALID_NUMBER)) => {
            RefusalCode::BadPhoneNumber
        }
        RefusalCode::Unauthorized if says(|text| text == "user is blocked") => RefusalCode::BlockedUser,
        code => code,
    }
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric())
        .any(|part| part == word)
}

fn by_status(status: u16) -> RefusalCode {
    match status {
        400 => RefusalCode::InvalidRequest,
        404 => RefusalCode::EndpointDisabled,
        405 => RefusalCode::MethodNotAllowed,
        429 => RefusalCode::TooManyRequests,
        502..=504 => RefusalCode::TemporarilyUnavailable,
        500.. => RefusalCode::ServerError,
        _ => RefusalCode::Other(format!("http_{status}")),
    }
}

/// `/co/authenticate` refuses an unlisted origin with one plain sentence.
fn speaks_of_origin(response: &Response) -> bool {
    let text = std::str::from_utf8(&response.body)
        .unwrap_or_default()
        .trim_start();
    response.status == 403
        && text
            .get(..7)
            .is_some_and(|start| start.eq_ignore_ascii_case("origin "))
}

fn description(members: &Object) -> Option<String> {
    // What an action wrote for the person goes before what it wrote for the log.
    ["friendly_message", "error_description", "description", "message"]
        .iter()
        .find_map(|name| members.get(name).and_then(Value::as_str))
        .and_then(plain)
}

/// Text without control characters, of a bounded length.
pub(crate) fn plain(text: &str) -> Option<String> {
    let text: String = text
        .chars()
        .filter(|c| !c.is_control() || *c == '\n')
        .take(MAX_DESCRIPTION)
        .collect();
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}
