//! What is carried back to the client must fit into a URL.

use super::ask::Ask;
use super::denied::Denied;

/// The longest `state` or `nonce`, in bytes.
const LONGEST: usize = 4096;

/// `state` and `nonce` are not longer than that.
pub(super) fn check(ask: &Ask<'_>) -> Result<(), Denied> {
    let too_long = |name: &&'static str| ask.params.get(name).is_some_and(|value| value.len() > LONGEST);
    match ["state", "nonce"].iter().find(|name| too_long(name)) {
        Some(name) => Err(Denied::TooLong(name)),
        None => Ok(()),
    }
}
