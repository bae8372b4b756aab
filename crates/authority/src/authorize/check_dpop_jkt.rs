//! `dpop_jkt` is a SHA-256 thumbprint, and there is a code to bind (RFC 9449 section 10).

use super::ask::Ask;
use super::denied::Denied;

/// BASE64URL(SHA-256) is 43 characters.
const LENGTH: usize = 43;

/// A thumbprint beside a code, or none.
pub(super) fn check(ask: &Ask<'_>) -> Result<(), Denied> {
    let base64url = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    match ask.params.get("dpop_jkt") {
        None => Ok(()),
        Some(jkt) if ask.response_type.has_code() && jkt.len() == LENGTH && jkt.bytes().all(base64url) => {
            Ok(())
        }
        Some(_) => Err(Denied::Thumbprint),
    }
}
