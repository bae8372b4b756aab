//! The connection that the client asks for exists, is switched on for it, and leads into the organisation.

use super::ask::Ask;
use super::denied::Denied;

/// A connection of the client, or none named.
pub(super) fn check(ask: &Ask<'_>) -> Result<(), Denied> {
    let Some(name) = ask.params.get("connection") else {
        return Ok(());
    };
    let connection = ask.config.connection_for(ask.client, name);
    let leads_in = |connection| {
        ask.organization()
            .is_none_or(|organization| organization.takes(connection))
    };
    if connection.is_some_and(leads_in) {
        Ok(())
    } else {
        Err(Denied::UnknownConnection)
    }
}
