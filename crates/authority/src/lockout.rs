//! Lock-out of an account for one network address after too many failures.

use std::net::IpAddr;

use crate::state::AppState;
use crate::store::StoreError;

/// Under what the failures of a network address are counted, whoever they were of.
const OF_ADDRESS: &str = "failed address";

/// The account is locked for this network address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LockedOut {
    /// When the lock ends, in Unix seconds.
    pub until: i64,
}

/// What a failure led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// It was noted.
    Counted,
    /// It was one too many: from now on the account is locked.
    Locked(LockedOut),
}

/// Whether `identifier` may try from `ip`. It need not exist: unknown people are locked like known ones, so that a lock
/// tells nothing.
pub fn check(state: &AppState, identifier: &str, ip: IpAddr) -> Result<Result<(), LockedOut>, StoreError> {
    let (locks, newest) = state
        .store
        .attempts(&lock(identifier), &ip.to_string(), state.now())?;
    Ok(match (locks, newest) {
        (1.., Some(at)) => Err(LockedOut {
            until: at + state.config.lock_out.seconds,
        }),
        _ => Ok(()),
    })
}

/// Notes a failure.
pub fn failed(state: &AppState, identifier: &str, ip: IpAddr) -> Result<Failure, StoreError> {
    let (now, ip) = (state.now(), ip.to_string());
    let until = now + state.config.lock_out.seconds;
    state.store.add_attempt(&failure(identifier), &ip, now, until)?;
    state.store.add_attempt(OF_ADDRESS, &ip, now, until)?;
    let (failures, _) = state.store.attempts(&failure(identifier), &ip, now)?;
    if failures < state.config.lock_out.threshold {
        return Ok(Failure::Counted);
    }
    state.store.clear_attempts(&failure(identifier), Some(&ip))?;
    state.store.add_attempt(&lock(identifier), &ip, now, until)?;
    Ok(Failure::Locked(LockedOut { until }))
}

/// Forgets the failures from `ip`.
pub fn succeeded(state: &AppState, identifier: &str, ip: IpAddr) -> Result<(), StoreError> {
    let ip = ip.to_string();
    state.store.clear_attempts(OF_ADDRESS, Some(&ip))?;
    state.store.clear_attempts(&failure(identifier), Some(&ip))
}

/// How many failures of whomever count now from `ip`, since somebody last succeeded there.
pub fn failures_of(state: &AppState, ip: IpAddr) -> Result<u32, StoreError> {
    let (failures, _) = state.store.attempts(OF_ADDRESS, &ip.to_string(), state.now())?;
    Ok(failures)
}

/// Lifts the lock for every network address.
pub fn unlock(state: &AppState, identifier: &str) -> Result<(), StoreError> {
    state.store.clear_attempts(&failure(identifier), None)?;
    state.store.clear_attempts(&lock(identifier), None)
}

fn failure(identifier: &str) -> String {
    format!("failed {identifier}")
}

fn lock(identifier: &str) -> String {
    format!("locked {identifier}")
}
