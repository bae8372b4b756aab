//! Every route of the server, in one place.

use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use axum::Router;
use axum::extract::State;
use axum::http::{Method, StatusCode, Uri};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};

use crate::http::Refusal;
use crate::state::AppState;
use crate::{
    api, authorize, captcha, classic, co_authenticate, database, discovery, dpop, hosted, http, initiate,
    logout, outbox, pages, passwordless, providers, settings, token, userinfo, well_known,
};

/// The server as a service: everything but the listener.
pub fn app(state: AppState) -> Router {
    // Read by pages of the clients' own origins, with cookies.
    let shared_with_clients = Router::new()
        .merge(co_authenticate::routes())
        .merge(captcha::routes())
        .merge(database::routes())
        .merge(passwordless::routes())
        .merge(token::routes())
        .merge(authorize::shared_routes())
        .merge(userinfo::routes())
        .merge(api::routes())
        .method_not_allowed_fallback(wrong_method);
    // Public facts.
    let shared_with_anyone = Router::new()
        .merge(discovery::routes())
        .merge(settings::routes())
        .merge(captcha::public_routes())
        .merge(classic::public_routes())
        .method_not_allowed_fallback(wrong_method);
    // Visited, never fetched: RFC 9700 section 2.6 wants no CORS on the authorization endpoint.
    let visited = Router::new()
        .merge(authorize::routes())
        .merge(logout::routes())
        .merge(hosted::routes())
        .merge(classic::routes())
        .merge(database::pages())
        .merge(passwordless::pages())
        .merge(providers::routes())
        .merge(well_known::routes())
        .merge(outbox::routes())
        .merge(initiate::routes())
        .merge(pages::routes())
        .method_not_allowed_fallback(wrong_method);

    let swept = (state.clone(), Arc::new(AtomicI64::new(state.now())));
    shared_with_clients
        .layer(from_fn_with_state(state.clone(), dpop::offer_nonce))
        .layer(from_fn_with_state(state.clone(), http::share_with_listed))
        .merge(shared_with_anyone.layer(from_fn(http::share_with_anyone)))
        .merge(visited)
        .fallback(no_such_page)
        .layer(from_fn_with_state(swept, http::sweep_now_and_then))
        .layer(from_fn_with_state(state.clone(), http::require_known_host))
        .layer(from_fn(http::keep_private))
        .with_state(state)
}

/// Set before the CORS layers, which must answer a preflight to a route that takes no OPTIONS.
async fn wrong_method() -> Refusal {
    Refusal::oauth(
        StatusCode::METHOD_NOT_ALLOWED,
        "method_not_allowed",
        "This endpoint does not take that method.",
    )
}

/// Nothing of this server's, and perhaps a file of a login page of somebody's own.
async fn no_such_page(State(state): State<AppState>, method: Method, uri: Uri) -> Response {
    let file = (method == Method::GET)
        .then(|| hosted::file(&state, uri.path()))
        .flatten();
    file.unwrap_or_else(|| {
        Refusal::framework(StatusCode::NOT_FOUND, "There is no such page.").into_response()
    })
}
