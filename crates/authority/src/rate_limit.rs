//! How often one network address may ask for something that sends a message.

use std::net::IpAddr;

use axum::http::StatusCode;

use crate::http::Refusal;
use crate::state::AppState;
use crate::store::StoreError;

/// So many requests in so many seconds.
#[derive(Debug, Clone, Copy)]
pub struct RateLimit {
    /// What is counted.
    pub name: &'static str,
    /// Requests until the limit.
    pub requests: u32,
    /// The window, in seconds.
    pub seconds: i64,
}

/// `/dbconnections/change_password`, for each mail address and network address.
pub const CHANGE_PASSWORD: RateLimit = RateLimit {
    name: "change_password",
    requests: 10,
    seconds: 600,
};

/// `/passwordless/start`, for each network address.
pub const PASSWORDLESS: RateLimit = RateLimit {
    name: "passwordless",
    requests: 50,
    seconds: 3600,
};

/// The limit is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany {
    /// When the next request may come, in Unix seconds.
    pub until: i64,
}

impl TooMany {
    /// 429 `too_many_requests` with the time when the next one may come; `now` in Unix seconds.
    #[must_use]
    pub fn refusal(self, now: i64) -> Refusal {
        Refusal::oauth(
            StatusCode::TOO_MANY_REQUESTS,
            "too_many_requests",
            "There were too many requests. Wait before the next one.",
        )
        .retry_at(now, self.until)
    }
}

/// Counts a request of `who` from `ip`, unless there were too many.
pub fn take(
    state: &AppState,
    limit: RateLimit,
    who: &str,
    ip: IpAddr,
) -> Result<Result<(), TooMany>, StoreError> {
    let (now, ip) = (state.now(), ip.to_string());
    let counted = format!("{} {who}", limit.name);
    let (requests, newest) = state.store.attempts(&counted, &ip, now)?;
    if requests >= limit.requests {
        return Ok(Err(TooMany {
            until: newest.unwrap_or(now) + limit.seconds,
        }));
    }
    state.store.add_attempt(&counted, &ip, now, now + limit.seconds)?;
    Ok(Ok(()))
}
