//! The connection that the client asks for exists and is switched on for it.

use super::ask::Ask;
use super::denied::Denied;

/// A connection of the client, or none named.
pub(super) fn check(ask: &Ask<'_>) -> Result<(), Denied> {
    match ask.params.get("connection") {
        Some(name) if ask.config.connection_for(ask.client, name).is_none() => Err(Denied::UnknownConnection),
        _ => Ok(()),
    }
}
