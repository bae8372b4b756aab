//! Numbers and choices of the server as a whole.

use serde::Deserialize;

/// Whether the server speaks http or https.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transport {
    /// Plain http, which loopback allows.
    Http,
    /// https with a certificate made at start.
    Https,
}

impl Transport {
    /// The scheme of its URLs.
    #[must_use]
    pub fn scheme(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Https => "https",
        }
    }
}

/// The signature algorithms on offer (RFC 7518 section 3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum KeyAlgorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256, 2048 bits.
    #[serde(rename = "RS256")]
    Rs256,
    /// ECDSA on P-256 with SHA-256.
    #[serde(rename = "ES256")]
    Es256,
}

impl KeyAlgorithm {
    /// Its name in a JOSE header.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Es256 => "ES256",
        }
    }
}

/// Lifetimes, in seconds.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Lifetimes {
    /// Authorization code (RFC 6749 section 4.1.2 allows ten minutes at most).
    pub code: i64,
    /// `login_ticket`.
    pub ticket: i64,
    /// An authorization request that waits for a person.
    pub request: i64,
    /// A pushed authorization request (RFC 9126 section 2.2).
    pub pushed_request: i64,
    /// A server nonce of DPoP proofs; the one before it still works for as long again.
    pub dpop_nonce: i64,
    /// Access token.
    pub access_token: i64,
    /// ID token.
    pub id_token: i64,
    /// Refresh token that is not used.
    pub refresh_idle: i64,
    /// Refresh token however often it is used; rotation does not extend it.
    pub refresh_absolute: i64,
    /// Grace in which the refresh token just replaced still works.
    pub refresh_leeway: i64,
    /// Session at the authorization server.
    pub session: i64,
    /// One-time code of a passwordless connection.
    pub otp: i64,
    /// Link in a mail.
    pub mail_link: i64,
}

impl Default for Lifetimes {
    fn default() -> Self {
        Self {
            code: 60,
            ticket: 60,
            request: 3600,
            pushed_request: 60,
            dpop_nonce: 300,
            access_token: 7200,
            id_token: 36_000,
            refresh_idle: 1_296_000,
            refresh_absolute: 2_592_000,
            refresh_leeway: 0,
            session: 604_800,
            otp: 180,
            mail_link: 3600,
        }
    }
}

/// When an account is locked for one network address.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LockOut {
    /// Failed attempts until the lock.
    pub threshold: u32,
    /// How long the lock holds, in seconds after the last failure.
    pub seconds: i64,
}

impl Default for LockOut {
    fn default() -> Self {
        Self {
            threshold: 10,
            seconds: 900,
        }
    }
}

/// How many messages one network address may set off.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RateLimits {
    /// Reset mails to one address in ten minutes.
    pub change_password: u32,
    /// Codes and links in an hour.
    pub passwordless: u32,
}

impl Default for RateLimits {
    fn default() -> Self {
        Self {
            change_password: 10,
            passwordless: 50,
        }
    }
}

/// An example API.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Api {
    /// The `audience` that its access tokens carry.
    pub audience: String,
    /// The scope that it asks for.
    pub scope: String,
}
