//! Secrets that open something once: links in mails, states of provider round trips, codes of played providers.

use rusqlite::{OptionalExtension as _, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Store, StoreError};
use crate::secret::Secret;

/// What a one-time secret opens; a secret made for one purpose opens no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Setting a new password.
    PasswordReset,
    /// Logging in by a link in a mail.
    MagicLink,
    /// Lifting a lock-out.
    Unlock,
    /// The `state` of a round trip to a provider.
    ProviderState,
    /// The code that a played provider issues.
    ProviderCode,
    /// A pushed authorization request.
    PushedRequest,
    /// The picture of a captcha, by the session it was made for.
    CaptchaPicture,
    /// The form that a hosted page sends to `/login/callback`.
    LoginForm,
    /// A code that a hosted page had verified, by the browser it was verified in.
    VerifiedCode,
    /// The token that the stand-in for a captcha provider hands out.
    CaptchaToken,
}

impl Store {
    /// Keeps `payload` under `secret` until `expires_at` (Unix seconds).
    pub fn put_once(
        &self,
        purpose: Purpose,
        secret: &Secret,
        payload: &impl Serialize,
        expires_at: i64,
    ) -> Result<(), StoreError> {
        let payload = serde_json::to_string(payload)?;
        self.with(|tx| {
            tx.execute(
                "INSERT INTO once VALUES (?1, ?2, ?3, ?4)",
                params![secret.digest(), purpose.as_str(), payload, expires_at],
            )?;
            Ok(())
        })
    }

    /// The same, in the place of what `secret` opened before.
    pub fn replace_once(
        &self,
        purpose: Purpose,
        secret: &Secret,
        payload: &impl Serialize,
        expires_at: i64,
    ) -> Result<(), StoreError> {
        self.with(|tx| {
            tx.execute(
                "DELETE FROM once WHERE secret_hash = ?1",
                params![secret.digest()],
            )?;
            Ok(())
        })?;
        self.put_once(purpose, secret, payload, expires_at)
    }

    /// Reads what `secret` opens and leaves it in place.
    pub fn peek_once<T: DeserializeOwned>(
        &self,
        purpose: Purpose,
        secret: &Secret,
        now: i64,
    ) -> Result<Option<T>, StoreError> {
        self.once(
            "SELECT payload FROM once WHERE secret_hash = ?1 AND purpose = ?2 AND expires_at > ?3",
            purpose,
            secret,
            now,
        )
    }

    /// Takes what `secret` opens; the second time there is nothing.
    pub fn take_once<T: DeserializeOwned>(
        &self,
        purpose: Purpose,
        secret: &Secret,
        now: i64,
    ) -> Result<Option<T>, StoreError> {
        self.once(
            "DELETE FROM once WHERE secret_hash = ?1 AND purpose = ?2 AND expires_at > ?3 RETURNING payload",
            purpose,
            secret,
            now,
        )
    }

    fn once<T: DeserializeOwned>(
        &self,
        sql: &str,
        purpose: Purpose,
        secret: &Secret,
        now: i64,
    ) -> Result<Option<T>, StoreError> {
        let payload: Option<String> = self.with(|tx| {
            let values = params![secret.digest(), purpose.as_str(), now];
            Ok(tx
                .prepare_cached(sql)?
                .query_row(values, |row| row.get(0))
                .optional()?)
        })?;
        Ok(payload
            .map(|payload| serde_json::from_str(&payload))
            .transpose()?)
    }
}

impl Purpose {
    fn as_str(self) -> &'static str {
        match self {
            Self::PasswordReset => "password-reset",
            Self::MagicLink => "magic-link",
            Self::Unlock => "unlock",
            Self::ProviderState => "provider-state",
            Self::ProviderCode => "provider-code",
            Self::PushedRequest => "pushed-request",
            Self::CaptchaPicture => "captcha-picture",
            Self::LoginForm => "login-form",
            Self::VerifiedCode => "verified-code",
            Self::CaptchaToken => "captcha-token",
        }
    }
}
