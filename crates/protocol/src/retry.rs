//! When to try again, by `Retry-After` (RFC 9110 §10.2.3) or `X-RateLimit-Reset` (epoch seconds).

use std::time::SystemTime;

use crate::http::Response;

const LONGEST_S: i64 = 3600;
/// A number beyond a century is a mistake, not a wait.
const SANE_S: i64 = 100 * 366 * 86400;

/// Seconds to wait, from 1 to 3600. Points in time count from the response's own `Date`: the clock of this machine is
/// nobody's business here, and may be wrong.
pub(crate) fn after_s(response: &Response) -> Option<u32> {
    let wait = match response.header("retry-after") {
        Some(text) => seconds(text)
            .filter(|wait| *wait < SANE_S)
            .or_else(|| Some(epoch_s(text)? - sent_at_s(response)?)),
        None => None,
    };
    let wait = wait.or_else(|| {
        let reset = response.header("x-ratelimit-reset").and_then(seconds)?;
        Some(reset - sent_at_s(response)?)
    })?;
    let wait = (0..SANE_S).contains(&wait).then(|| wait.clamp(1, LONGEST_S))?;
    u32::try_from(wait).ok()
}

fn sent_at_s(response: &Response) -> Option<i64> {
    response.header("date").and_then(epoch_s)
}

fn seconds(text: &str) -> Option<i64> {
    let text = text.trim();
    let digits = !text.is_empty() && text.len() <= 12 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

fn epoch_s(text: &str) -> Option<i64> {
    let at = httpdate::parse_http_date(text.trim()).ok()?;
    at.duration_since(SystemTime::UNIX_EPOCH)
        .ok()
        .and_then(|since| since.as_secs().try_into().ok())
}
