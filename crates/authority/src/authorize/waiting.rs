//! A waiting request, as the hosted pages see it.

use super::ask::Ask;
use crate::http::{Params, Visit};
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{PendingRequest, StoreError};

/// A waiting request.
pub struct Waiting {
    /// Its name: the `state` parameter of hosted pages.
    pub id: String,
    /// Who asks; look it up with `Config::client`.
    pub client_id: String,
    /// Every parameter of the request: `login_hint`, `screen_hint`, `connection`, `prompt`, `ui_locales`, ….
    pub parameters: Params,
    /// The session that the person made or chose for it.
    pub sid: Option<String>,
    /// Where the newest code went that logs the person in for it.
    pub recipient: Option<String>,
}

/// The request `id`, when it still waits and this is the browser that made it.
pub fn waiting(state: &AppState, visit: &Visit, id: &str) -> Result<Option<Waiting>, StoreError> {
    let Some(request) = state.store.request(id, state.now())? else {
        return Ok(None);
    };
    if !visit.is_device(&request.device_hash) {
        return Ok(None);
    }
    // It was written by `Params::to_form`, which gives each name once.
    let parameters = Params::from_form(request.parameters.as_bytes()).unwrap_or_default();
    Ok(Some(Waiting {
        id: request.id,
        client_id: request.client_id,
        parameters,
        sid: request.sid,
        recipient: request.recipient,
    }))
}

/// Keeps a checked request until a person has answered. Answers its name.
pub(super) fn wait(state: &AppState, device: &Secret, ask: &Ask<'_>) -> Result<String, StoreError> {
    let request = PendingRequest {
        id: state.chance.name(),
        client_id: ask.client.client_id.clone(),
        device_hash: device.digest(),
        parameters: ask.params.to_form(),
        expires_at: state.now() + state.config.lifetimes.request,
        sid: None,
        recipient: None,
    };
    state.store.add_request(&request)?;
    Ok(request.id)
}
