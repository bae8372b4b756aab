//! One-time codes of passwordless connections: only the newest counts, and only a few tries.

use rusqlite::{OptionalExtension as _, params};
use subtle::ConstantTimeEq as _;

use super::{Store, StoreError};
use crate::secret::Secret;

/// A code to keep; it replaces the one that this person had.
#[derive(Debug)]
pub struct NewOtp<'a> {
    /// `email` or `sms`.
    pub connection: &'a str,
    /// Mail address in lower case, or number in E.164.
    pub identifier: &'a str,
    /// Who asked for it.
    pub client_id: &'a str,
    /// The code.
    pub code: &'a Secret,
    /// Wrong tries until it is dead.
    pub tries: u32,
    /// When it ends, in Unix seconds.
    pub expires_at: i64,
}

/// What a try found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtpVerdict {
    /// Right; the code is used up.
    Right,
    /// Wrong, too old, used up, or there is none: which one is nobody's business.
    Wrong,
}

impl Store {
    /// Keeps a code.
    pub fn put_otp(&self, new: &NewOtp<'_>) -> Result<(), StoreError> {
        self.with(|tx| {
            tx.execute(
                "INSERT OR REPLACE INTO otp VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    new.connection,
                    new.identifier,
                    new.client_id,
                    new.code.digest(),
                    new.tries,
                    new.expires_at
                ],
            )?;
            Ok(())
        })
    }

    /// Tries a code, counting the try.
    pub fn try_otp(
        &self,
        connection: &str,
        identifier: &str,
        code: &Secret,
        now: i64,
    ) -> Result<OtpVerdict, StoreError> {
        self.with(|tx| {
            let kept: Option<String> = tx
                .prepare_cached(
                    "UPDATE otp SET tries_left = tries_left - 1
                     WHERE connection = ?1 AND identifier = ?2 AND expires_at > ?3 AND tries_left > 0
                     RETURNING code_hash",
                )?
                .query_row(params![connection, identifier, now], |row| row.get(0))
                .optional()?;
            let right = kept.is_some_and(|kept| kept.as_bytes().ct_eq(code.digest().as_bytes()).into());
            if !right {
                return Ok(OtpVerdict::Wrong);
            }
            tx.execute(
                "DELETE FROM otp WHERE connection = ?1 AND identifier = ?2",
                params![connection, identifier],
            )?;
            Ok(OtpVerdict::Right)
        })
    }
}
