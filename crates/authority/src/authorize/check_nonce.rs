//! An ID token in the front channel needs a nonce (OpenID Connect Core sections 3.2.2.1 and 3.3.2.1).

use super::ask::Ask;
use super::denied::Denied;

/// There is a nonce where an ID token is asked for.
pub(super) fn check(ask: &Ask<'_>) -> Result<(), Denied> {
    if ask.response_type.has_id_token() && ask.params.get("nonce").is_none() {
        Err(Denied::NoNonce)
    } else {
        Ok(())
    }
}
