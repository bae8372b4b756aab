//! Refresh tokens: each works once and is replaced; an old one that comes back ends the whole family.

use rusqlite::{OptionalExtension as _, Transaction, params};

use super::{Grant, Store, StoreError, grants};
use crate::secret::Secret;

/// A refresh token to make for a fresh grant.
#[derive(Debug)]
pub struct NewRefreshToken<'a> {
    /// What the client will carry.
    pub secret: &'a Secret,
    /// The grant it renews; all tokens of a grant are one family.
    pub grant_id: &'a str,
    /// Who may use it.
    pub client_id: &'a str,
    /// When it ends unless used, in Unix seconds.
    pub expires_at: i64,
    /// When the family ends, in Unix seconds.
    pub ends_at: i64,
}

/// A rotation to make.
#[derive(Debug)]
pub struct Rotation<'a> {
    /// The token that was handed in.
    pub old: &'a Secret,
    /// The token that replaces it.
    pub new: &'a Secret,
    /// Who handed it in.
    pub client_id: &'a str,
    /// The present, in Unix seconds.
    pub now: i64,
    /// How long an unused token lives, in seconds.
    pub idle: i64,
    /// Grace in seconds during which a replaced token still works.
    pub leeway: i64,
}

impl Store {
    /// Keeps the first token of a family.
    pub fn add_refresh_token(&self, new: &NewRefreshToken<'_>) -> Result<(), StoreError> {
        self.with(|tx| insert(tx, new))
    }

    /// The grant that a refresh token renews, whatever has become of the token.
    pub fn grant_of_refresh_token(&self, secret: &Secret) -> Result<Option<Grant>, StoreError> {
        self.with(|tx| {
            let id: Option<String> = tx
                .prepare_cached("SELECT grant_id FROM refresh_tokens WHERE secret_hash = ?1")?
                .query_row(params![secret.digest()], |row| row.get(0))
                .optional()?;
            id.map_or(Ok(None), |id| grants::living(tx, &id))
        })
    }

    /// Rotates. `None` for a token that is unknown, too old, another client's, revoked, or was used before; in the
    /// last case the family is revoked (RFC 9700 section 4.14.2).
    pub fn rotate_refresh_token(&self, rotation: &Rotation<'_>) -> Result<Option<Grant>, StoreError> {
        let now = rotation.now;
        self.with(|tx| {
            let found = tx
                .prepare_cached("SELECT * FROM refresh_tokens WHERE secret_hash = ?1 AND client_id = ?2")?
                .query_row(params![rotation.old.digest(), rotation.client_id], |row| {
                    Ok((
                        row.get::<_, String>("grant_id")?,
                        row.get::<_, i64>("expires_at")?,
                        row.get::<_, i64>("ends_at")?,
                        row.get::<_, Option<i64>>("rotated_at")?,
                    ))
                })
                .optional()?;
            let Some((grant_id, expires_at, ends_at, rotated_at)) = found else {
                return Ok(None);
            };
            if rotated_at.is_some_and(|at| now >= at + rotation.leeway) {
                grants::revoke(tx, &grant_id, now)?;
                return Ok(None);
            }
            if now >= expires_at.min(ends_at) {
                return Ok(None);
            }
            let Some(grant) = grants::living(tx, &grant_id)? else {
                return Ok(None);
            };
            tx.execute(
                "UPDATE refresh_tokens SET rotated_at = coalesce(rotated_at, ?2) WHERE secret_hash = ?1",
                params![rotation.old.digest(), now],
            )?;
            let new = NewRefreshToken {
                secret: rotation.new,
                grant_id: &grant_id,
                client_id: rotation.client_id,
                expires_at: now + rotation.idle,
                ends_at,
            };
            insert(tx, &new)?;
            Ok(Some(grant))
        })
    }
}

fn insert(tx: &Transaction<'_>, new: &NewRefreshToken<'_>) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO refresh_tokens VALUES (?1, ?2, ?3, ?4, ?5, NULL)",
        params![
            new.secret.digest(),
            new.grant_id,
            new.client_id,
            new.expires_at,
            new.ends_at
        ],
    )?;
    Ok(())
}
