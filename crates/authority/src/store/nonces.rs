//! Server nonces of DPoP proofs (RFC 9449 section 8): a new one every while, and the one before it still counts.

use rusqlite::{OptionalExtension as _, params};

use super::{Store, StoreError};

impl Store {
    /// The nonce to hand out at `now`: the newest, or `fresh` when that is `seconds` old.
    pub fn current_nonce(&self, fresh: &str, now: i64, seconds: i64) -> Result<String, StoreError> {
        self.with(|tx| {
            let newest: Option<String> = tx
                .prepare_cached("SELECT value FROM nonces WHERE made_at > ?1 ORDER BY made_at DESC LIMIT 1")?
                .query_row(params![now - seconds], |row| row.get(0))
                .optional()?;
            if let Some(newest) = newest {
                return Ok(newest);
            }
            tx.execute(
                "INSERT INTO nonces VALUES (?1, ?2, ?3)",
                params![fresh, now, now + 2 * seconds],
            )?;
            Ok(fresh.to_owned())
        })
    }

    /// Whether a proof may carry this nonce at `now` (Unix seconds).
    pub fn is_nonce(&self, value: &str, now: i64) -> Result<bool, StoreError> {
        self.with(|tx| {
            Ok(tx
                .prepare_cached("SELECT 1 FROM nonces WHERE value = ?1 AND expires_at > ?2")?
                .exists(params![value, now])?)
        })
    }
}
