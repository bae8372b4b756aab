//! Grants: what a person allowed a client in one login; codes and tokens hang on it and die with it.

use rusqlite::{OptionalExtension as _, Row, Transaction, params};

use super::{Store, StoreError};

/// A grant.
#[derive(Debug, Clone)]
pub struct Grant {
    /// Its name, which access tokens carry.
    pub id: String,
    /// To whom.
    pub client_id: String,
    /// By whom.
    pub user_id: String,
    /// The session it was made in.
    pub sid: String,
    /// The granted scope, words separated by spaces.
    pub scope: String,
    /// The API it is for, beside `/userinfo`.
    pub audience: Option<String>,
    /// The request's nonce, which ID tokens repeat.
    pub nonce: Option<String>,
    /// When the person proved who they are, in Unix seconds.
    pub auth_time: i64,
    /// The `acr` claim: how surely the person was recognised.
    pub acr: Option<String>,
    /// The `amr` claim, words separated by spaces (RFC 8176).
    pub amr: String,
    /// The organisation that the person logged in to.
    pub org_id: Option<String>,
    /// The thumbprint of the key to which the refresh tokens are bound (RFC 9449 section 5).
    pub jkt: Option<String>,
}

/// A grant to make.
#[derive(Debug)]
pub struct NewGrant {
    /// The grant itself.
    pub grant: Grant,
    /// The present, in Unix seconds.
    pub now: i64,
    /// When nothing that hangs on it can be alive any more, in Unix seconds.
    pub expires_at: i64,
}

impl Grant {
    /// Whether the scope has this word.
    #[must_use]
    pub fn has_scope(&self, word: &str) -> bool {
        self.scope.split(' ').any(|granted| granted == word)
    }
}

impl Store {
    /// Keeps a grant.
    pub fn add_grant(&self, new: &NewGrant) -> Result<(), StoreError> {
        let grant = &new.grant;
        self.with(|tx| {
            tx.execute(
                "INSERT INTO grants VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, NULL, ?11, ?12, ?13, ?14)",
                params![
                    grant.id,
                    grant.client_id,
                    grant.user_id,
                    grant.sid,
                    grant.scope,
                    grant.audience,
                    grant.nonce,
                    grant.auth_time,
                    new.now,
                    new.expires_at,
                    grant.acr,
                    grant.amr,
                    grant.org_id,
                    grant.jkt
                ],
            )?;
            Ok(())
        })
    }

    /// The grant, unless it was revoked.
    pub fn grant(&self, id: &str) -> Result<Option<Grant>, StoreError> {
        self.with(|tx| living(tx, id))
    }

    /// Binds the refresh tokens of a grant to a key, unless they are bound.
    pub fn bind_grant(&self, id: &str, jkt: &str) -> Result<(), StoreError> {
        self.with(|tx| {
            tx.execute(
                "UPDATE grants SET jkt = ?2 WHERE id = ?1 AND jkt IS NULL",
                params![id, jkt],
            )?;
            Ok(())
        })
    }

    /// Revokes a grant and with it every token that hangs on it.
    pub fn revoke_grant(&self, id: &str, now: i64) -> Result<(), StoreError> {
        self.with(|tx| revoke(tx, id, now))
    }
}

pub(super) fn living(tx: &Transaction<'_>, id: &str) -> Result<Option<Grant>, StoreError> {
    Ok(tx
        .prepare_cached("SELECT * FROM grants WHERE id = ?1 AND revoked_at IS NULL")?
        .query_row(params![id], read)
        .optional()?)
}

pub(super) fn revoke(tx: &Transaction<'_>, id: &str, now: i64) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE grants SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL",
        params![id, now],
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Grant> {
    Ok(Grant {
        id: row.get("id")?,
        client_id: row.get("client_id")?,
        user_id: row.get("user_id")?,
        sid: row.get("sid")?,
        scope: row.get("scope")?,
        audience: row.get("audience")?,
        nonce: row.get("nonce")?,
        auth_time: row.get("auth_time")?,
        acr: row.get("acr")?,
        amr: row.get("amr")?,
        org_id: row.get("org_id")?,
        jkt: row.get("jkt")?,
    })
}
