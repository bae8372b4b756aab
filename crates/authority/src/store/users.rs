//! People.

use rusqlite::types::FromSqlError;
use rusqlite::{OptionalExtension as _, Row, Transaction, params};
use serde_json::{Map, Value};

use super::{Store, StoreError};

/// A person of one connection.
#[derive(Clone)]
pub struct User {
    /// `sub`: strategy, a bar, and the connection's own identifier.
    pub id: String,
    /// The connection the person belongs to.
    pub connection: String,
    /// Mail address in lower case.
    pub email: Option<String>,
    /// Whether the person has shown to read mail at that address.
    pub email_verified: bool,
    /// User name as chosen; compared without regard to case.
    pub username: Option<String>,
    /// Telephone number in E.164.
    pub phone: Option<String>,
    /// PHC string.
    pub password_hash: Option<String>,
    /// A blocked person may not log in.
    pub blocked: bool,
    /// Profile claims: `name`, `given_name`, `family_name`, `nickname`, `picture`.
    pub profile: Map<String, Value>,
    /// What the app stored at sign-up.
    pub user_metadata: Map<String, Value>,
    /// When the person came, in Unix seconds.
    pub created_at: i64,
    /// When the row last changed, in Unix seconds.
    pub updated_at: i64,
}

/// A person to add; see [`User`] for the fields.
#[derive(Default)]
#[expect(missing_docs, reason = "the fields are those of User")]
pub struct NewUser {
    pub id: String,
    pub connection: String,
    pub email: Option<String>,
    pub email_verified: bool,
    pub username: Option<String>,
    pub phone: Option<String>,
    pub password_hash: Option<String>,
    pub blocked: bool,
    pub profile: Map<String, Value>,
    pub user_metadata: Map<String, Value>,
}

impl Store {
    /// Adds a person. `Ok(None)` when address, user name or number is taken in that connection.
    pub fn add_user(&self, user: NewUser, now: i64) -> Result<Option<User>, StoreError> {
        self.with(|tx| {
            let added = tx.execute(
                "INSERT INTO users VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11)
                 ON CONFLICT DO NOTHING",
                params![
                    user.id,
                    user.connection,
                    user.email.map(|email| email.to_lowercase()),
                    user.email_verified,
                    user.username,
                    user.phone,
                    user.password_hash,
                    user.blocked,
                    serde_json::to_string(&user.profile)?,
                    serde_json::to_string(&user.user_metadata)?,
                    now
                ],
            )?;
            match added {
                0 => Ok(None),
                _ => one(tx, "id = ?1", params![user.id]),
            }
        })
    }

    /// The person with this `sub`.
    pub fn user(&self, id: &str) -> Result<Option<User>, StoreError> {
        self.with(|tx| one(tx, "id = ?1", params![id]))
    }

    /// By mail address, whatever its case.
    pub fn user_by_email(&self, connection: &str, email: &str) -> Result<Option<User>, StoreError> {
        self.with(|tx| {
            one(
                tx,
                "connection = ?1 AND email = ?2",
                params![connection, email.to_lowercase()],
            )
        })
    }

    /// By user name, whatever its case.
    pub fn user_by_username(&self, connection: &str, username: &str) -> Result<Option<User>, StoreError> {
        self.with(|tx| {
            one(
                tx,
                "connection = ?1 AND username = ?2 COLLATE NOCASE",
                params![connection, username],
            )
        })
    }

    /// By what a person types into a field that takes either: mail address or user name.
    pub fn user_by_login(&self, connection: &str, login: &str) -> Result<Option<User>, StoreError> {
        match self.user_by_email(connection, login)? {
            Some(user) => Ok(Some(user)),
            None => self.user_by_username(connection, login),
        }
    }

    /// By telephone number in E.164.
    pub fn user_by_phone(&self, connection: &str, phone: &str) -> Result<Option<User>, StoreError> {
        self.with(|tx| one(tx, "connection = ?1 AND phone = ?2", params![connection, phone]))
    }

    /// Sets the password and ends what the old one had opened: sessions, grants and their tokens.
    pub fn set_password(&self, user_id: &str, password_hash: &str, now: i64) -> Result<(), StoreError> {
        self.with(|tx| {
            tx.execute(
                "INSERT INTO former_passwords
                 SELECT id, password_hash, ?2 FROM users WHERE id = ?1 AND password_hash IS NOT NULL",
                params![user_id, now],
            )?;
            tx.execute(
                "UPDATE users SET password_hash = ?2, updated_at = ?3 WHERE id = ?1",
                params![user_id, password_hash, now],
            )?;
            tx.execute("DELETE FROM sessions WHERE user_id = ?1", params![user_id])?;
            tx.execute("DELETE FROM tickets WHERE user_id = ?1", params![user_id])?;
            tx.execute(
                "UPDATE grants SET revoked_at = ?2 WHERE user_id = ?1 AND revoked_at IS NULL",
                params![user_id, now],
            )?;
            Ok(())
        })
    }

    /// The newest `count` of the passwords that the person had before, as PHC strings.
    pub fn former_passwords(&self, user_id: &str, count: usize) -> Result<Vec<String>, StoreError> {
        self.with(|tx| {
            let mut asked = tx.prepare_cached(
                "SELECT password_hash FROM former_passwords WHERE user_id = ?1
                 ORDER BY at DESC, rowid DESC LIMIT ?2",
            )?;
            let rows = asked.query_map(
                params![user_id, i64::try_from(count).unwrap_or(i64::MAX)],
                |row| row.get(0),
            )?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Notes that the person reads mail at the address.
    pub fn set_email_verified(&self, user_id: &str, now: i64) -> Result<(), StoreError> {
        self.with(|tx| {
            tx.execute(
                "UPDATE users SET email_verified = 1, updated_at = ?2 WHERE id = ?1",
                params![user_id, now],
            )?;
            Ok(())
        })
    }
}

fn one(
    tx: &Transaction<'_>,
    condition: &str,
    values: impl rusqlite::Params,
) -> Result<Option<User>, StoreError> {
    Ok(tx
        .prepare_cached(&format!("SELECT * FROM users WHERE {condition}"))?
        .query_row(values, read)
        .optional()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<User> {
    Ok(User {
        id: row.get("id")?,
        connection: row.get("connection")?,
        email: row.get("email")?,
        email_verified: row.get("email_verified")?,
        username: row.get("username")?,
        phone: row.get("phone")?,
        password_hash: row.get("password_hash")?,
        blocked: row.get("blocked")?,
        profile: object(&row.get::<_, String>("profile")?)?,
        user_metadata: object(&row.get::<_, String>("user_metadata")?)?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

fn object(text: &str) -> rusqlite::Result<Map<String, Value>> {
    serde_json::from_str(text).map_err(|error| FromSqlError::Other(Box::new(error)).into())
}
