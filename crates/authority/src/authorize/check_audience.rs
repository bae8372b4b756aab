//! The audience, or the `resource` of RFC 8707, is an API of this server.

use super::ask::Ask;
use super::denied::Denied;

/// The example API, or nothing.
pub(super) fn check(ask: &Ask<'_>) -> Result<(), Denied> {
    let asked = ["audience", "resource"]
        .into_iter()
        .filter_map(|name| ask.params.get(name));
    if asked
        .into_iter()
        .all(|audience| audience == ask.config.api.audience)
    {
        Ok(())
    } else {
        Err(Denied::UnknownAudience)
    }
}
