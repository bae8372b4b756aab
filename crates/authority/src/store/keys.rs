//! Signing keys as they are stored.

use rusqlite::params;

use super::{Store, StoreError};

/// A stored key pair.
#[derive(Clone)]
pub struct StoredKey {
    /// RFC 7638 thumbprint.
    pub kid: String,
    /// `RS256` or `ES256`.
    pub algorithm: String,
    /// The private key as DER: PKCS#1 for RSA, PKCS#8 for EC.
    pub private_der: Vec<u8>,
}

impl Store {
    /// Keeps a key.
    pub fn add_key(&self, key: &StoredKey, now: i64) -> Result<(), StoreError> {
        self.with(|tx| {
            tx.execute(
                "INSERT OR IGNORE INTO keys VALUES (?1, ?2, ?3, ?4)",
                params![key.kid, key.algorithm, key.private_der, now],
            )?;
            Ok(())
        })
    }

    /// Every key, newest first.
    pub fn keys(&self) -> Result<Vec<StoredKey>, StoreError> {
        self.with(|tx| {
            let mut question = tx.prepare(
                "SELECT kid, algorithm, private_der FROM keys ORDER BY created_at DESC, rowid DESC",
            )?;
            let keys = question.query_map([], |row| {
                Ok(StoredKey {
                    kid: row.get(0)?,
                    algorithm: row.get(1)?,
                    private_der: row.get(2)?,
                })
            })?;
            Ok(keys.collect::<Result<_, _>>()?)
        })
    }
}
