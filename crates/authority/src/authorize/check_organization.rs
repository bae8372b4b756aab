//! Organizations are not played here, and a client that relies on one must not be answered as if it had it.

use super::ask::Ask;
use super::denied::Denied;

/// No `organization`, no `invitation`.
pub(super) fn check(ask: &Ask<'_>) -> Result<(), Denied> {
    if ["organization", "invitation"]
        .iter()
        .any(|name| ask.params.get(name).is_some())
    {
        Err(Denied::Organization)
    } else {
        Ok(())
    }
}
