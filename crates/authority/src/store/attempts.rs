//! Failed logins, counted by identifier and network address.

use rusqlite::params;

use super::{Store, StoreError};

impl Store {
    /// Notes a failure that counts until `expires_at` (Unix seconds).
    pub fn add_attempt(
        &self,
        identifier: &str,
        ip: &str,
        now: i64,
        expires_at: i64,
    ) -> Result<(), StoreError> {
        self.with(|tx| {
            tx.execute(
                "INSERT INTO attempts VALUES (?1, ?2, ?3, ?4)",
                params![identifier.to_lowercase(), ip, now, expires_at],
            )?;
            Ok(())
        })
    }

    /// How many failures count now, and when the newest of them was (Unix seconds).
    pub fn attempts(&self, identifier: &str, ip: &str, now: i64) -> Result<(u32, Option<i64>), StoreError> {
        self.with(|tx| {
            Ok(tx
                .prepare_cached(
                    "SELECT count(*), max(at) FROM attempts
                     WHERE identifier = ?1 AND ip = ?2 AND expires_at > ?3",
                )?
                .query_row(params![identifier.to_lowercase(), ip, now], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })?)
        })
    }

    /// Forgets the failures: of one network address, or of all with `None`.
    pub fn clear_attempts(&self, identifier: &str, ip: Option<&str>) -> Result<(), StoreError> {
        self.with(|tx| {
            tx.execute(
                "DELETE FROM attempts WHERE identifier = ?1 AND (?2 IS NULL OR ip = ?2)",
                params![identifier.to_lowercase(), ip],
            )?;
            Ok(())
        })
    }
}
