//! Headers and chores that belong to every answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::state::AppState;

/// How often expired rows are deleted, in seconds.
const SWEEP_EVERY: i64 = 60;

/// Nothing is stored by caches, sniffed, or told to the next page, unless an endpoint says otherwise.
pub async fn keep_private(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let defaults: [(HeaderName, &'static str); 3] = [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    for (name, value) in defaults {
        response
            .headers_mut()
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Deletes expired rows, at most once a minute, on the way of some request.
pub async fn sweep_now_and_then(
    State((state, last)): State<(AppState, Arc<AtomicI64>)>,
    request: Request,
    next: Next,
) -> Response {
    let (now, before) = (state.now(), last.load(Ordering::Relaxed));
    let due = now >= before.saturating_add(SWEEP_EVERY);
    if due
        && last
            .compare_exchange(before, now, Ordering::Relaxed, Ordering::Relaxed)
            .is_ok()
    {
        // A failure here would come back in the handler, where it has somebody to be told to.
        let _gone = state.store.sweep(now);
    }
    next.run(request).await
}
