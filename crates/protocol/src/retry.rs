//! When to try again, by `Retry-After` (RFC 9110 §10.2.3) or `X-RateLimit-Reset` (epoch seconds).

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

/// The one date format that HTTP senders may write (RFC 9110 §5.6.7), as in `Sun, 06 Nov 1994 08:49:37 GMT`.
fn epoch_s(text: &str) -> Option<i64> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let text = text.trim();
    if text.len() != 29 || !text.ends_with("GMT") {
        return None;
    }
    let number = |from: usize, to: usize| text.get(from..to).and_then(seconds);
    let month = text
        .get(8..11)
        .and_then(|name| MONTHS.into_iter().position(|month| month == name))?;
    let (day, year) = (number(5, 7)?, number(12, 16)?);
    let (hour, minute, second) = (number(17, 19)?, number(20, 22)?, number(23, 25)?);
    if !(1..=31).contains(&day) || year < 1970 || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    // Years that begin in March put the leap day last, and their months' lengths into one line.
    let month = i64::try_from(month).ok()?;
    let (year, month) = if month < 2 {
        (year - 1, month + 10)
    } else {
        (year, month - 2)
    };
    let leap_days = year / 4 - year / 100 + year / 400;
    let days = 365 * year + leap_days + (153 * month + 2) / 5 + day - 719_469;
    Some(days * 86400 + hour * 3600 + minute * 60 + second)
}
