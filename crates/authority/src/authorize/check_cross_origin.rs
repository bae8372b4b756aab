//! Tickets are only for clients with cross-origin authentication switched on.

use super::ask::Ask;
use super::denied::Denied;

/// It is switched on.
pub(super) fn check(ask: &Ask<'_>) -> Result<(), Denied> {
    if ask.client.cross_origin_authentication {
        Ok(())
    } else {
        Err(Denied::CrossOriginNotAllowed)
    }
}
