//! Tokens as they are signed and as they are read again.

mod access;
mod claims;
mod id;

pub use access::{Access, AccessError, access_token, require_access, userinfo_audience};
pub use claims::claims_of;
pub use id::{IdTokenParts, id_token};
