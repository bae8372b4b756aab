//! Login tickets: proof that a person logged in at `/co/authenticate`, good for one `/authorize`.

use rusqlite::{OptionalExtension as _, params};

use super::{Store, StoreError};
use crate::secret::Secret;

/// A ticket that was handed in.
#[derive(Debug)]
pub struct Ticket {
    /// The client that logged the person in.
    pub client_id: String,
    /// The origin of the page that did.
    pub origin: String,
    /// SHA-256 of the device cookie of the browser.
    pub device_hash: String,
    /// Who logged in.
    pub user_id: String,
    /// By which connection.
    pub realm: String,
    /// When, in Unix seconds.
    pub auth_time: i64,
    /// When the ticket ends, in Unix seconds.
    pub expires_at: i64,
}

/// A ticket to make.
#[derive(Debug)]
pub struct NewTicket<'a> {
    /// What the client will carry.
    pub secret: &'a Secret,
    /// What it stands for.
    pub ticket: Ticket,
}

impl Store {
    /// Keeps a ticket.
    pub fn add_ticket(&self, new: &NewTicket<'_>) -> Result<(), StoreError> {
        let ticket = &new.ticket;
        self.with(|tx| {
            tx.execute(
                "INSERT INTO tickets VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                params![
                    new.secret.digest(),
                    ticket.client_id,
                    ticket.origin,
                    ticket.device_hash,
                    ticket.user_id,
                    ticket.realm,
                    ticket.auth_time,
                    ticket.expires_at
                ],
            )?;
            Ok(())
        })
    }

    /// Takes a ticket: the second time it is gone, whoever asks and whatever came of the first time.
    pub fn take_ticket(&self, secret: &Secret) -> Result<Option<Ticket>, StoreError> {
        self.with(|tx| {
            Ok(tx
                .prepare_cached("DELETE FROM tickets WHERE secret_hash = ?1 RETURNING *")?
                .query_row(params![secret.digest()], |row| {
                    Ok(Ticket {
                        client_id: row.get("client_id")?,
                        origin: row.get("origin")?,
                        device_hash: row.get("device_hash")?,
                        user_id: row.get("user_id")?,
                        realm: row.get("realm")?,
                        auth_time: row.get("auth_time")?,
                        expires_at: row.get("expires_at")?,
                    })
                })
                .optional()?)
        })
    }
}
