//! The style sheet and scripts of the pages.

use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;

use crate::state::AppState;

/// The style sheet, in the order of its cascade.
const STYLE: &str = concat!(
    include_str!("tokens.css"),
    include_str!("base.css"),
    include_str!("form.css"),
    include_str!("provider.css"),
    include_str!("outbox.css"),
    include_str!("media.css"),
);

/// `/dev/style.css` and the scripts beside it.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route(
            "/dev/style.css",
            get(async || asset("text/css; charset=utf-8", STYLE)),
        )
        .route(
            "/dev/form.js",
            get(async || asset("text/javascript; charset=utf-8", include_str!("form.js"))),
        )
        .route(
            "/dev/outbox.js",
            get(async || asset("text/javascript; charset=utf-8", include_str!("outbox.js"))),
        )
}

fn asset(kind: &'static str, text: &'static str) -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "public, max-age=300"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, text)
}
