//! One log-in attempt as this tab remembers it: what goes out with the request and must come back with the answer.

use base64ct::{Base64UrlUnpadded, Encoding};

use crate::authorize::ResponseMode;
use crate::json::{Member, Object, Value};
use crate::secret::{CodeVerifier, Nonce, State};
use crate::{json, pkce};

/// Seconds for which an attempt may still be answered.
pub const LIFETIME_S: u64 = 30 * 60;

/// What the state of an attempt begins with whose answer comes by a mail's link, in whichever browser that opens.
pub(crate) const MAIL_MARK: &str = "mail~";

/// Room for the longest state of an app, every character of it escaped.
const MAX_BYTES: usize = 128 * 1024;

/// A log-in attempt. It goes to session storage with [`Transaction::to_stored`] and is deleted before its code is
/// redeemed, so that no answer is taken twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transaction {
    state: State,
    nonce: Nonce,
    verifier: CodeVerifier,
    issuer: String,
    redirect_uri: String,
    connection: Option<String>,
    response_mode: Option<ResponseMode>,
    app_state: Option<String>,
    started_at_s: u64,
}

/// Why a stored attempt cannot go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TransactionError {
    /// What was stored is not a transaction.
    #[error("the stored log-in attempt is not readable")]
    Malformed,
    /// It began more than 30 minutes ago, or lies in the future.
    #[error("the stored log-in attempt is too old")]
    Expired,
}

impl Transaction {
    /// A new attempt: 32 octets of entropy each for state, nonce and verifier; the start in epoch seconds.
    #[must_use]
    pub fn new(entropy: [u8; 96], started_at_s: u64) -> Self {
        let [state, nonce, verifier] = split(&entropy);
        Self {
            state: State::new(Base64UrlUnpadded::encode_string(&state)),
            nonce: Nonce::new(Base64UrlUnpadded::encode_string(&nonce)),
            verifier: pkce::verifier(verifier),
            issuer: String::new(),
            redirect_uri: String::new(),
            connection: None,
            response_mode: None,
            app_state: None,
            started_at_s,
        }
    }

    /// Marks the state, so that an answer in a browser that knows nothing of it can be told for a mail's link.
    #[must_use]
    pub fn by_mail(mut self) -> Self {
        self.state = State::new(format!("{MAIL_MARK}{}", self.state.expose()));
        self
    }

    /// Names the issuer asked; its answer is accepted from no other.
    #[must_use]
    pub fn with_issuer(mut self, issuer: impl Into<String>) -> Self {
        self.issuer = issuer.into();
        self
    }

    /// Names the redirect URI, which the token request repeats (RFC 6749 §4.1.3).
    #[must_use]
    pub fn with_redirect_uri(mut self, redirect_uri: impl Into<String>) -> Self {
        self.redirect_uri = redirect_uri.into();
        self
    }

    /// Names the connection used.
    #[must_use]
    pub fn with_connection(mut self, connection: impl Into<String>) -> Self {
        self.connection = Some(connection.into());
        self
    }

    /// Names the way the answer must come; unnamed, it is the query, the default of `response_type=code`.
    #[must_use]
    pub fn with_response_mode(mut self, response_mode: ResponseMode) -> Self {
        self.response_mode = Some(response_mode);
        self
    }

    /// Keeps a word of the app's across the redirect.
    #[must_use]
    pub fn with_app_state(mut self, app_state: impl Into<String>) -> Self {
        self.app_state = Some(app_state.into());
        self
    }

    /// The state to send.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The nonce to send, and to expect in the ID token.
    #[must_use]
    pub fn nonce(&self) -> &Nonce {
        &self.nonce
    }

    /// The S256 code challenge to send.
    #[must_use]
    pub fn challenge(&self) -> String {
        pkce::challenge(&self.verifier)
    }

    /// The issuer asked.
    #[must_use]
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// The redirect URI sent.
    #[must_use]
    pub fn redirect_uri(&self) -> &str {
        &self.redirect_uri
    }

    /// The connection used.
    #[must_use]
    pub fn connection(&self) -> Option<&str> {
        self.connection.as_deref()
    }

    /// The way the answer must come.
    #[must_use]
    pub fn response_mode(&self) -> ResponseMode {
        self.response_mode.unwrap_or(ResponseMode::Query)
    }

    /// The app's word.
    #[must_use]
    pub fn app_state(&self) -> Option<&str> {
        self.app_state.as_deref()
    }

    /// The start, in epoch seconds.
    #[must_use]
    pub fn started_at_s(&self) -> u64 {
        self.started_at_s
    }

    pub(crate) fn verifier(&self) -> &CodeVerifier {
        &self.verifier
    }

    /// JSON for session storage. It holds the verifier: it is a secret of this tab.
    #[must_use]
    pub fn to_stored(&self) -> String {
        let mut members = Member::texts([
            ("state", Some(self.state.expose())),
            ("nonce", Some(self.nonce.expose())),
            ("verifier", Some(self.verifier.expose())),
            ("issuer", Some(self.issuer.as_str())),
            ("redirect_uri", Some(self.redirect_uri.as_str())),
            ("connection", self.connection.as_deref()),
            ("response_mode", self.response_mode.map(ResponseMode::as_str)),
            ("app_state", self.app_state.as_deref()),
        ]);
        members.push(("started_at_s", Member::Number(self.started_at_s)));
        json::write(&members)
    }

    /// Reads what [`Transaction::to_stored`] wrote; `now_s` is the time in epoch seconds.
    pub fn from_stored(stored: &str, now_s: u64) -> Result<Self, TransactionError> {
        let members = json::object(stored.as_bytes(), MAX_BYTES).map_err(|_| TransactionError::Malformed)?;
        let transaction = Self::from_members(&members).ok_or(TransactionError::Malformed)?;
        if now_s.abs_diff(transaction.started_at_s) > LIFETIME_S {
            return Err(TransactionError::Expired);
        }
        Ok(transaction)
    }

    fn from_members(members: &Object) -> Option<Self> {
        let text = |name: &str| members.get(name).and_then(Value::as_str);
        let word = |name: &str| text(name).filter(|text| !text.is_empty());
        // The lengths of RFC 7636 §4.1.
        let verifier = text("verifier").filter(|text| (43..=128).contains(&text.len()))?;
        let response_mode = match text("response_mode") {
            Some(mode) => Some(ResponseMode::named(mode)?),
            None => None,
        };
        Some(Self {
            state: State::new(word("state")?),
            nonce: Nonce::new(word("nonce")?),
            verifier: CodeVerifier::new(verifier),
            issuer: text("issuer")?.to_owned(),
            redirect_uri: text("redirect_uri")?.to_owned(),
            connection: text("connection").map(str::to_owned),
            response_mode,
            app_state: text("app_state").map(str::to_owned),
            started_at_s: members.get("started_at_s").and_then(Value::as_u64)?,
        })
    }
}

fn split(entropy: &[u8; 96]) -> [[u8; 32]; 3] {
    let mut parts = [[0; 32]; 3];
    for (part, chunk) in parts.iter_mut().zip(entropy.chunks_exact(32)) {
        part.copy_from_slice(chunk);
    }
    parts
}
