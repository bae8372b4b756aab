//! When to try again, beside what another reader of HTTP dates makes of the same header fields.

use std::time::SystemTime;

use vestibule_protocol::Response;

const LONGEST_S: u64 = 3600;
const CENTURY_S: u64 = 100 * 366 * 86400;

pub(crate) fn agrees(response: &Response, wait: Option<u32>) {
    if let Some(wait) = wait {
        assert!((1..=LONGEST_S).contains(&u64::from(wait)), "a wait of {wait} s");
    }
    if let (Some(until), Some(sent)) = (date(response, "retry-after"), date(response, "date")) {
        let expected = until
            .duration_since(sent)
            .ok()
            .map(|wait| wait.as_secs())
            .filter(|wait| *wait < CENTURY_S)
            .map(|wait| wait.clamp(1, LONGEST_S));
        assert_eq!(wait.map(u64::from), expected, "from {sent:?} until {until:?}");
    }
}

/// A date in the one form that senders may write; the other reader takes two old ones besides.
fn date(response: &Response, name: &str) -> Option<SystemTime> {
    let text = response.header(name)?;
    (text.len() == 29).then(|| httpdate::parse_http_date(text).ok())?
}
