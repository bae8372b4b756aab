//! Authorization requests that wait for a person.

use rusqlite::{OptionalExtension as _, params};

use super::{Store, StoreError};

/// An authorization request that passed every check and waits for a person.
#[derive(Debug, Clone)]
pub struct PendingRequest {
    /// Its name in URLs of the hosted pages.
    pub id: String,
    /// Who asks.
    pub client_id: String,
    /// SHA-256 of the device cookie of the browser it came from.
    pub device_hash: String,
    /// The request's parameters as they came, form-encoded.
    pub parameters: String,
    /// When it is forgotten, in Unix seconds.
    pub expires_at: i64,
    /// The session that the person made or chose for this very request.
    pub sid: Option<String>,
    /// Where the newest code went that logs the person in for it: mail address in lower case, or number in E.164.
    pub recipient: Option<String>,
}

impl Store {
    /// Keeps a request.
    pub fn add_request(&self, request: &PendingRequest) -> Result<(), StoreError> {
        self.with(|tx| {
            tx.execute(
                "INSERT INTO requests VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![
                    request.id,
                    request.client_id,
                    request.device_hash,
                    request.parameters,
                    request.expires_at,
                    request.sid,
                    request.recipient
                ],
            )?;
            Ok(())
        })
    }

    /// The waiting request, which goes on waiting.
    pub fn request(&self, id: &str, now: i64) -> Result<Option<PendingRequest>, StoreError> {
        self.with(|tx| {
            Ok(tx
                .prepare_cached("SELECT * FROM requests WHERE id = ?1 AND expires_at > ?2")?
                .query_row(params![id, now], |row| {
                    Ok(PendingRequest {
                        id: row.get("id")?,
                        client_id: row.get("client_id")?,
                        device_hash: row.get("device_hash")?,
                        parameters: row.get("parameters")?,
                        expires_at: row.get("expires_at")?,
                        sid: row.get("sid")?,
                        recipient: row.get("recipient")?,
                    })
                })
                .optional()?)
        })
    }

    /// Notes the session that the person made or chose for the request.
    pub fn settle_request(&self, id: &str, sid: &str) -> Result<(), StoreError> {
        self.with(|tx| {
            tx.execute("UPDATE requests SET sid = ?2 WHERE id = ?1", params![id, sid])?;
            Ok(())
        })
    }

    /// Notes where a code went that logs the person in for the request.
    pub fn address_request(&self, id: &str, recipient: &str) -> Result<(), StoreError> {
        self.with(|tx| {
            tx.execute(
                "UPDATE requests SET recipient = ?2 WHERE id = ?1",
                params![id, recipient],
            )?;
            Ok(())
        })
    }

    /// Forgets a request to answer it. `false` when it is gone already: of two answers at the same time, one wins.
    pub fn forget_request(&self, id: &str) -> Result<bool, StoreError> {
        self.with(|tx| Ok(tx.execute("DELETE FROM requests WHERE id = ?1", params![id])? == 1))
    }
}
