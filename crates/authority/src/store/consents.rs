//! What people have allowed clients to do, remembered for the next time.

use rusqlite::{OptionalExtension as _, params};

use super::{Store, StoreError};

impl Store {
    /// The scope that `user_id` has allowed `client_id` at `audience`; empty when none.
    pub fn consent(&self, user_id: &str, client_id: &str, audience: &str) -> Result<String, StoreError> {
        self.with(|tx| {
            Ok(tx
                .prepare_cached(
                    "SELECT scope FROM consents WHERE user_id = ?1 AND client_id = ?2 AND audience = ?3",
                )?
                .query_row(params![user_id, client_id, audience], |row| row.get(0))
                .optional()?
                .unwrap_or_default())
        })
    }

    /// Remembers the allowed scope in place of what was allowed before.
    pub fn put_consent(
        &self,
        user_id: &str,
        client_id: &str,
        audience: &str,
        scope: &str,
    ) -> Result<(), StoreError> {
        self.with(|tx| {
            tx.execute(
                "INSERT OR REPLACE INTO consents VALUES (?1, ?2, ?3, ?4)",
                params![user_id, client_id, audience, scope],
            )?;
            Ok(())
        })
    }
}
