//! Forgetting what has expired, so that the store does not grow without bound.

use rusqlite::params;

use super::{Store, StoreError};

/// Deletes what has expired. Grants go last and take their codes and refresh tokens with them.
const EXPIRED: [&str; 9] = [
    "DELETE FROM sessions WHERE expires_at <= ?1",
    "DELETE FROM requests WHERE expires_at <= ?1",
    "DELETE FROM tickets WHERE expires_at <= ?1",
    "DELETE FROM otp WHERE expires_at <= ?1",
    "DELETE FROM once WHERE expires_at <= ?1",
    "DELETE FROM marks WHERE expires_at <= ?1",
    "DELETE FROM nonces WHERE expires_at <= ?1",
    "DELETE FROM attempts WHERE expires_at <= ?1",
    "DELETE FROM grants WHERE expires_at <= ?1",
];

impl Store {
    /// Forgets what expired before `now` (Unix seconds). Answers how many rows went.
    pub fn sweep(&self, now: i64) -> Result<usize, StoreError> {
        self.with(|tx| {
            let mut gone = 0;
            for sql in EXPIRED {
                gone += tx.execute(sql, params![now])?;
            }
            Ok(gone)
        })
    }
}
