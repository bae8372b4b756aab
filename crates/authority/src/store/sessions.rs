//! Sessions of browsers at this server.

use rusqlite::{OptionalExtension as _, params};

use super::{Store, StoreError};
use crate::secret::Secret;

/// A session.
#[derive(Debug, Clone)]
pub struct Session {
    /// The `sid` claim.
    pub sid: String,
    /// Whose it is.
    pub user_id: String,
    /// The connection by which the person came.
    pub connection: String,
    /// When the person last proved who they are, in Unix seconds: the `auth_time` claim.
    pub auth_time: i64,
    /// How the person proved it, words of RFC 8176 separated by spaces; empty when a provider knows.
    pub amr: String,
    /// Whether a second proof was given.
    pub second_step: bool,
}

/// A session to make.
#[derive(Debug)]
pub struct NewSession<'a> {
    /// What the cookie will carry.
    pub secret: &'a Secret,
    /// The cookie the browser came with, whose session ends.
    pub replaces: Option<&'a Secret>,
    /// The session itself.
    pub session: Session,
    /// When it ends, in Unix seconds.
    pub expires_at: i64,
}

impl Store {
    /// Makes a session under a fresh secret and ends the one that the browser had (no fixation).
    pub fn add_session(&self, new: &NewSession<'_>) -> Result<(), StoreError> {
        self.with(|tx| {
            if let Some(old) = new.replaces {
                tx.execute(
                    "DELETE FROM sessions WHERE secret_hash = ?1",
                    params![old.digest()],
                )?;
            }
            let session = &new.session;
            tx.execute(
                "INSERT INTO sessions VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                params![
                    new.secret.digest(),
                    session.sid,
                    session.user_id,
                    session.connection,
                    session.auth_time,
                    new.expires_at,
                    session.amr,
                    session.second_step
                ],
            )?;
            Ok(())
        })
    }

    /// The living session of this cookie.
    pub fn session(&self, secret: &Secret, now: i64) -> Result<Option<Session>, StoreError> {
        self.with(|tx| {
            Ok(tx
                .prepare_cached(
                    "SELECT sid, user_id, connection, auth_time, amr, second_step FROM sessions
                     WHERE secret_hash = ?1 AND expires_at > ?2",
                )?
                .query_row(params![secret.digest(), now], |row| {
                    Ok(Session {
                        sid: row.get(0)?,
                        user_id: row.get(1)?,
                        connection: row.get(2)?,
                        auth_time: row.get(3)?,
                        amr: row.get(4)?,
                        second_step: row.get(5)?,
                    })
                })
                .optional()?)
        })
    }

    /// Ends the session of this cookie.
    pub fn end_session(&self, secret: &Secret) -> Result<(), StoreError> {
        self.with(|tx| {
            tx.execute(
                "DELETE FROM sessions WHERE secret_hash = ?1",
                params![secret.digest()],
            )?;
            Ok(())
        })
    }
}
