//! The organisation exists, and an invitation is one of its own.

use super::ask::Ask;
use super::denied::Denied;

/// A known organisation, or none named. An invitation says to which one.
pub(super) fn check(ask: &Ask<'_>) -> Result<(), Denied> {
    if ask.params.get("organization").is_some() && ask.organization().is_none() {
        return Err(Denied::UnknownOrganization);
    }
    let Some(invitation) = ask.params.get("invitation") else {
        return Ok(());
    };
    let known = ask
        .organization()
        .is_some_and(|organization| organization.invitations.iter().any(|known| known == invitation));
    if known {
        Ok(())
    } else {
        Err(Denied::UnknownInvitation)
    }
}
