//! Lock-out of an account for one network address after too many failures.

use std::net::IpAddr;

use crate::state::AppState;
use crate::store::StoreError;

/// The account is locked for this network address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LockedOut {
    /// When the lock ends, in Unix seconds.
    pub until: i64,
}

/// Whether `identifier` may try from `ip`.
pub fn check(_state: &AppState, _identifier: &str, _ip: IpAddr) -> Result<Result<(), LockedOut>, StoreError> {
    Ok(Ok(()))
}

/// Notes a failure.
pub fn failed(_state: &AppState, _identifier: &str, _ip: IpAddr) -> Result<(), StoreError> {
    Ok(())
}

/// Forgets the failures.
pub fn succeeded(_state: &AppState, _identifier: &str, _ip: IpAddr) -> Result<(), StoreError> {
    Ok(())
}
