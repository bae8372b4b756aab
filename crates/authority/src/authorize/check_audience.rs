//! The audience, or the `resource` of RFC 8707, is an API of this server.

use super::ask::Ask;
use super::denied::Denied;

/// An example API, or nothing.
pub(super) fn check(ask: &Ask<'_>) -> Result<(), Denied> {
    let unknown = |name| {
        ask.params
            .get(name)
            .is_some_and(|audience| ask.config.api_of(audience).is_none())
    };
    if unknown("resource") {
        Err(Denied::UnknownResource)
    } else if unknown("audience") {
        Err(Denied::UnknownAudience)
    } else {
        Ok(())
    }
}
