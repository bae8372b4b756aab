//! `max_age` is a number of seconds (OpenID Connect Core section 3.1.2.1).

use super::ask::Ask;
use super::denied::Denied;

/// Decimal digits that fit.
pub(super) fn check(ask: &Ask<'_>) -> Result<(), Denied> {
    match ask.params.get("max_age").map(str::parse::<u32>) {
        Some(Err(_)) => Err(Denied::MaxAge),
        Some(Ok(_)) | None => Ok(()),
    }
}
