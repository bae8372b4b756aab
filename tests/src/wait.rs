//! Waiting for the thing itself, up to a deadline.

use std::time::Duration;

use tokio::time::{MissedTickBehavior, interval, timeout};

use crate::runtime;

/// How long anything in a story may take; generous, because machines under test are busy.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// How often the thing is looked at.
const GLANCE: Duration = Duration::from_millis(40);

/// Looks until there is something, and fails the story with the name of what never came.
pub fn until<T>(what: &str, look: impl AsyncFnMut() -> Option<T>) -> T {
    runtime::block_on(within(PATIENCE, look)).unwrap_or_else(|| panic!("never seen: {what}"))
}

/// As [`until`], for what the page itself counts down to; `patience` is the longest it may take.
pub fn until_at_last<T>(patience: Duration, what: &str, look: impl AsyncFnMut() -> Option<T>) -> T {
    runtime::block_on(within(patience, look)).unwrap_or_else(|| panic!("never seen: {what}"))
}

/// Looks until there is something or the time is over.
pub async fn within<T>(patience: Duration, mut look: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let mut glances = interval(GLANCE);
    glances.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let looking = async {
        loop {
            glances.tick().await;
            if let Some(seen) = look().await {
                return seen;
            }
        }
    };
    timeout(patience, looking).await.ok()
}
