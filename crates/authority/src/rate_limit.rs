//! How often one network address may ask for something that sends a message.

use std::net::IpAddr;

use axum::http::StatusCode;

use crate::config::RateLimits;
use crate::http::Refusal;
use crate::state::AppState;
use crate::store::StoreError;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted<'a> {
    /// `/dbconnections/change_password`, for this mail address.
    ChangePassword(&'a str),
    /// `/passwordless/start`, for any address.
    Passwordless,
}

impl Counted<'_> {
    fn name(self) -> String {
        match self {
            Self::ChangePassword(email) => format!("change_password {email}"),
            Self::Passwordless => "passwordless".to_owned(),
        }
    }

    /// So many requests, in so many seconds.
    fn limit(self, limits: RateLimits) -> (u32, i64) {
        match self {
            Self::ChangePassword(_) => (limits.change_password, 600),
            Self::Passwordless => (limits.passwordless, 3600),
        }
    }
}

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

/// Counts a request from `ip`, unless there were too many.
pub fn take(state: &AppState, counted: Counted<'_>, ip: IpAddr) -> Result<Result<(), TooMany>, StoreError> {
    let (now, ip, name) = (state.now(), ip.to_string(), counted.name());
    let (most, seconds) = counted.limit(state.config.rate_limits);
    let (requests, newest) = state.store.attempts(&name, &ip, now)?;
    if requests >= most {
        return Ok(Err(TooMany {
            until: newest.unwrap_or(now) + seconds,
        }));
    }
    state.store.add_attempt(&name, &ip, now, now + seconds)?;
    Ok(Ok(()))
}
