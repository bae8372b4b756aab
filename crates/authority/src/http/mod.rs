//! What every endpoint shares: who is visiting, what was sent, how a refusal looks.

mod body;
mod cookies;
mod cors;
mod headers;
mod host;
mod params;
mod refusal;
mod strict_json;
mod visit;

pub(crate) use strict_json::read as read_json;

pub use body::{BodyParams, FormParams, JsonObject, QueryParams};
pub use cookies::{Cookies, DEVICE_COOKIE, SESSION_COOKIE};
pub use cors::{require_origin, share_with_anyone, share_with_listed};
pub use headers::{keep_private, sweep_now_and_then};
pub use host::require_known_host;
pub use params::Params;
pub use refusal::Refusal;
pub use visit::Visit;
