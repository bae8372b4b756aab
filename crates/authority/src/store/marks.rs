//! Things that were seen once and must not count again: proofs, revoked tokens, invitations.

use rusqlite::params;

use super::{Store, StoreError};
use crate::secret::Secret;

/// What was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The `jti` of a DPoP proof with its key (RFC 9449 section 11.1).
    Proof,
    /// The `jti` of an access token that was revoked.
    RevokedToken,
    /// An invitation to an organisation.
    Invitation,
}

impl Store {
    /// Marks `id` until `expires_at` (Unix seconds). `false` when it is marked already.
    pub fn mark(&self, what: Mark, id: &str, expires_at: i64) -> Result<bool, StoreError> {
        self.with(|tx| {
            let added = tx.execute(
                "INSERT OR IGNORE INTO marks VALUES (?1, ?2, ?3)",
                params![what.as_str(), Secret::from(id).digest(), expires_at],
            )?;
            Ok(added == 1)
        })
    }

    /// Whether `id` is marked.
    pub fn is_marked(&self, what: Mark, id: &str) -> Result<bool, StoreError> {
        self.with(|tx| {
            Ok(tx
                .prepare_cached("SELECT 1 FROM marks WHERE what = ?1 AND id_hash = ?2")?
                .exists(params![what.as_str(), Secret::from(id).digest()])?)
        })
    }
}

impl Mark {
    fn as_str(self) -> &'static str {
        match self {
            Self::Proof => "proof",
            Self::RevokedToken => "revoked-token",
            Self::Invitation => "invitation",
        }
    }
}
