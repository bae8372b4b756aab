//! Parameters by other ways than the request itself (OpenID Connect Core sections 6 and 7) are refused by their names.

use super::ask::Ask;
use super::denied::Denied;

/// No `request`, no `registration`, and no `request_uri` but that of a pushed request, which is gone by now.
pub(super) fn check(ask: &Ask<'_>) -> Result<(), Denied> {
    let refused = [
        ("request", Denied::RequestObject),
        ("request_uri", Denied::RequestUri),
        ("registration", Denied::Registration),
    ];
    match refused
        .into_iter()
        .find(|(name, _)| ask.params.get(name).is_some())
    {
        Some((_, denied)) => Err(denied),
        None => Ok(()),
    }
}
