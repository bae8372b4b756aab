//! What the server remembers: embedded SQLite, one small file of questions for each kind of thing.

mod schema;

mod attempts;
mod codes;
mod consents;
mod grants;
mod keys;
mod marks;
mod members;
mod nonces;
mod once;
mod otp;
mod outbox;
mod refresh_tokens;
mod requests;
mod sessions;
mod sweep;
mod tickets;
mod users;

use std::fmt;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, TransactionBehavior};

pub use codes::{Code, NewCode};
pub use grants::{Grant, NewGrant};
pub use keys::StoredKey;
pub use marks::Mark;
pub use once::Purpose;
pub use otp::{NewOtp, OtpVerdict};
pub use outbox::{Message, MessageKind, NewMessage};
pub use refresh_tokens::{NewRefreshToken, Rotation};
pub use requests::PendingRequest;
pub use sessions::{NewSession, Session};
pub use tickets::{NewTicket, Ticket};
pub use users::{NewUser, User};

/// The database, behind one lock: SQLite writes one at a time anyway, and every question is short.
pub struct Store(Mutex<Connection>);

/// Why a question to the store failed.
#[derive(Debug)]
pub enum StoreError {
    /// SQLite's own error.
    Sqlite(rusqlite::Error),
    /// A stored JSON column does not read back.
    Json(serde_json::Error),
}

impl Store {
    /// Opens or makes the database file at `path`.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::prepare(Connection::open(path)?)
    }

    /// A database that is gone when the server stops.
    pub fn in_memory() -> Result<Self, StoreError> {
        Self::prepare(Connection::open_in_memory()?)
    }

    fn prepare(connection: Connection) -> Result<Self, StoreError> {
        connection.execute_batch(schema::PRAGMAS)?;
        connection.execute_batch(schema::TABLES)?;
        for (table, column, kind) in schema::ADDED {
            if !connection.column_exists(None, *table, *column)? {
                connection.execute_batch(&format!("ALTER TABLE {table} ADD COLUMN {column} {kind}"))?;
            }
        }
        Ok(Self(Mutex::new(connection)))
    }

    /// Does `work` in one transaction, undone as a whole when it fails.
    pub fn with<T>(
        &self,
        work: impl FnOnce(&rusqlite::Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut connection = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&transaction)?;
        transaction.commit()?;
        Ok(done)
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(error) => error.fmt(formatter),
            Self::Json(error) => error.fmt(formatter),
        }
    }
}

impl std::error::Error for StoreError {}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::{Store, schema};

    #[test]
    fn a_database_of_an_older_version_gets_the_columns_that_came_later_once() {
        let old = Connection::open_in_memory().unwrap();
        old.execute_batch(schema::TABLES).unwrap();
        old.execute_batch("INSERT INTO requests VALUES ('r', 'c', 'd', 'p', 9)")
            .unwrap();
        let store = Store::prepare(old).unwrap();
        assert_eq!(store.request("r", 0).unwrap().unwrap().sid, None);
        store.settle_request("r", "s").unwrap();
        let again = Store::prepare(store.0.into_inner().unwrap()).unwrap();
        assert_eq!(again.request("r", 0).unwrap().unwrap().sid.as_deref(), Some("s"));
    }
}
