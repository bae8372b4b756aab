//! Server nonces (RFC 9449 sections 8 and 9), which change every while, so that no proof can be made in advance.

use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::middleware::Next;
use axum::response::Response;

use crate::state::AppState;
use crate::store::StoreError;

/// The nonce that the next proof has to carry.
pub(super) fn current(state: &AppState) -> Result<String, StoreError> {
    let seconds = state.config.lifetimes.dpop_nonce;
    state
        .store
        .current_nonce(&state.chance.name(), state.now(), seconds)
}

/// Tells whoever sent a proof which nonce the next one has to carry, whatever the answer is.
pub async fn offer_nonce(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let proves = request.headers().contains_key("dpop");
    let mut response = next.run(request).await;
    if proves && let Ok(Ok(nonce)) = current(&state).map(|nonce| HeaderValue::from_str(&nonce)) {
        response.headers_mut().insert("dpop-nonce", nonce);
    }
    response
}
