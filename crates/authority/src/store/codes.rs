//! Authorization codes.

use rusqlite::{OptionalExtension as _, params};

use super::{Store, StoreError};
use crate::secret::Secret;

/// A code that was handed in.
#[derive(Debug)]
pub struct Code {
    /// The grant it stands for.
    pub grant_id: String,
    /// The client it was issued to.
    pub client_id: String,
    /// Where it was sent.
    pub redirect_uri: String,
    /// The S256 challenge, when there was one.
    pub challenge: Option<String>,
    /// The thumbprint of the key that must prove itself at the exchange (RFC 9449 section 10).
    pub jkt: Option<String>,
    /// When it ends, in Unix seconds.
    pub expires_at: i64,
    /// When it was exchanged, in Unix seconds.
    pub used_at: Option<i64>,
}

/// A code to make.
#[derive(Debug)]
pub struct NewCode<'a> {
    /// What the client will carry.
    pub secret: &'a Secret,
    /// What it stands for; `used_at` is not read.
    pub code: Code,
}

impl Store {
    /// Keeps a code.
    pub fn add_code(&self, new: &NewCode<'_>) -> Result<(), StoreError> {
        let code = &new.code;
        self.with(|tx| {
            tx.execute(
                "INSERT INTO codes VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULL, ?7)",
                params![
                    new.secret.digest(),
                    code.grant_id,
                    code.client_id,
                    code.redirect_uri,
                    code.challenge,
                    code.expires_at,
                    code.jkt
                ],
            )?;
            Ok(())
        })
    }

    /// What is known of a code, used or not.
    pub fn code(&self, secret: &Secret) -> Result<Option<Code>, StoreError> {
        self.with(|tx| {
            Ok(tx
                .prepare_cached("SELECT * FROM codes WHERE secret_hash = ?1")?
                .query_row(params![secret.digest()], |row| {
                    Ok(Code {
                        grant_id: row.get("grant_id")?,
                        client_id: row.get("client_id")?,
                        redirect_uri: row.get("redirect_uri")?,
                        challenge: row.get("challenge")?,
                        jkt: row.get("jkt")?,
                        expires_at: row.get("expires_at")?,
                        used_at: row.get("used_at")?,
                    })
                })
                .optional()?)
        })
    }

    /// Marks a code as used. `false` when it already was: of two at the same time, one wins.
    pub fn use_code(&self, secret: &Secret, now: i64) -> Result<bool, StoreError> {
        self.with(|tx| {
            let used = tx.execute(
                "UPDATE codes SET used_at = ?2 WHERE secret_hash = ?1 AND used_at IS NULL",
                params![secret.digest(), now],
            )?;
            Ok(used == 1)
        })
    }
}
