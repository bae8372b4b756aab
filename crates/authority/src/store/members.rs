//! Who joined an organisation by an invitation.

use rusqlite::params;

use super::{Store, StoreError};

impl Store {
    /// Makes a person a member.
    pub fn add_member(&self, org_id: &str, user_id: &str) -> Result<(), StoreError> {
        self.with(|tx| {
            tx.execute(
                "INSERT OR IGNORE INTO members VALUES (?1, ?2)",
                params![org_id, user_id],
            )?;
            Ok(())
        })
    }

    /// Whether the person joined.
    pub fn is_member(&self, org_id: &str, user_id: &str) -> Result<bool, StoreError> {
        self.with(|tx| {
            Ok(tx
                .prepare_cached("SELECT 1 FROM members WHERE org_id = ?1 AND user_id = ?2")?
                .exists(params![org_id, user_id])?)
        })
    }
}
