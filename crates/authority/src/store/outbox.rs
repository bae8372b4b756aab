//! Mails and text messages that a real server would have sent.

use rusqlite::params;

use super::{Store, StoreError};

/// How many messages are kept; the oldest go first.
const KEPT: i64 = 500;

/// What kind of message it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageKind {
    /// A mail.
    Email,
    /// A text message.
    Sms,
}

/// A message in the outbox.
#[derive(Debug, Clone)]
pub struct Message {
    /// Counts up.
    pub id: i64,
    /// Mail or text message.
    pub kind: MessageKind,
    /// Mail address or number.
    pub to: String,
    /// The subject of a mail.
    pub subject: Option<String>,
    /// The text.
    pub text: String,
    /// The links in the text, absolute.
    pub links: Vec<String>,
    /// The code in the text.
    pub code: Option<String>,
    /// When, in Unix seconds.
    pub at: i64,
}

/// A message to send; see [`Message`].
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are those of Message")]
pub struct NewMessage {
    pub kind: MessageKind,
    pub to: String,
    pub subject: Option<String>,
    pub text: String,
    pub links: Vec<String>,
    pub code: Option<String>,
}

impl MessageKind {
    /// Its word in the outbox data.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
        }
    }
}

impl Store {
    /// Puts a message into the outbox.
    pub fn send(&self, message: &NewMessage, now: i64) -> Result<(), StoreError> {
        let links = serde_json::to_string(&message.links)?;
        self.with(|tx| {
            tx.execute(
                "INSERT INTO outbox (kind, to_whom, subject, text, links, code, at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![
                    message.kind.as_str(),
                    message.to,
                    message.subject,
                    message.text,
                    links,
                    message.code,
                    now
                ],
            )?;
            tx.execute(
                "DELETE FROM outbox WHERE id <= (SELECT max(id) FROM outbox) - ?1",
                params![KEPT],
            )?;
            Ok(())
        })
    }

    /// Every message, newest first.
    pub fn outbox(&self) -> Result<Vec<Message>, StoreError> {
        self.with(|tx| {
            let mut question = tx.prepare_cached("SELECT * FROM outbox ORDER BY id DESC")?;
            let mut rows = question.query([])?;
            let mut messages = Vec::new();
            while let Some(row) = rows.next()? {
                let kind: String = row.get("kind")?;
                let links: String = row.get("links")?;
                messages.push(Message {
                    id: row.get("id")?,
                    kind: if kind == "sms" {
                        MessageKind::Sms
                    } else {
                        MessageKind::Email
                    },
                    to: row.get("to_whom")?,
                    subject: row.get("subject")?,
                    text: row.get("text")?,
                    links: serde_json::from_str(&links)?,
                    code: row.get("code")?,
                    at: row.get("at")?,
                });
            }
            Ok(messages)
        })
    }
}
