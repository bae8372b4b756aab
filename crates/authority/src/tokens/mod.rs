//! Tokens as they are signed and as they are read again.

mod access;
mod access_error;
mod claims;
mod hint;
mod id;

pub use access::{Access, AccessParts, access_token, read_access_token, require_access, userinfo_audience};
pub use access_error::{AccessError, Refused, Scheme};
pub use claims::claims_of;
pub use hint::{IdHint, id_hint};
pub use id::{IdTokenParts, id_token};
