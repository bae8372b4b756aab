//! The way back: an authorization response, from the query, the fragment or a message, and its checks.

use std::fmt;

use super::error::{AuthorizationError, AuthorizationFailure};
use super::request::ResponseMode;
use crate::discovery::Metadata;
use crate::error::Mismatch;
use crate::secret::{Code, Nonce, State};
use crate::transaction::{MAIL_MARK, Transaction};
use crate::{envelope, form};

/// The parameters an authorization response may carry; others belong to the page.
pub(super) const NAMES: [&str; 12] = [
    "code",
    "state",
    "iss",
    "error",
    "error_description",
    "error_uri",
    "session_state",
    "access_token",
    "id_token",
    "token_type",
    "expires_in",
    "scope",
];

/// The parameters of an authorization response, unchecked.
#[derive(Clone, PartialEq, Eq)]
pub struct AuthorizationResponse {
    mode: ResponseMode,
    pairs: Vec<(&'static str, String)>,
}

/// Proof that a response's state was the attempt's. It knows the attempt's nonce, which the ID token must carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateMatched {
    nonce: Nonce,
}

impl StateMatched {
    pub(crate) fn into_nonce(self) -> Nonce {
        self.nonce
    }
}

/// A code to redeem, and the proof that it answers this attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The authorization code.
    pub code: Code,
    /// The proof.
    pub state: StateMatched,
}

/// Whether a response says whose it is.
pub(super) enum NamesIssuer {
    Yes,
    No,
}

/// The response in a page's query (with or without the `?`), or `None` where there is no response: a `state` beside
/// none of `code`, `error` and a token, or none of it at all, is the page's own business.
pub fn from_query(query: &str) -> Result<Option<AuthorizationResponse>, AuthorizationError> {
    let response = from_pairs(query.strip_prefix('?').unwrap_or(query), ResponseMode::Query)?;
    match response {
        Some(response) if response.has_token() => Err(AuthorizationError::TokenInQuery),
        response => Ok(response),
    }
}

/// The response in a page's fragment (with or without the `#`), or `None`; a route (`#/path`) is none.
pub fn from_fragment(fragment: &str) -> Result<Option<AuthorizationResponse>, AuthorizationError> {
    from_pairs(
        fragment.strip_prefix('#').unwrap_or(fragment),
        ResponseMode::Fragment,
    )
}

/// The response in the body of a form post, which the host's server took and handed on to its page (OAuth 2.0 Form Post
/// Response Mode 1.0).
pub fn from_form_post(body: &str) -> Result<Option<AuthorizationResponse>, AuthorizationError> {
    from_pairs(body, ResponseMode::FormPost)
}

/// The response in a message's members. Who sent it was checked where it arrived.
pub fn from_message(params: Vec<(String, String)>) -> Result<AuthorizationResponse, AuthorizationError> {
    let mut pairs = Vec::new();
    for (name, value) in params {
        if let Some(name) = known(&name) {
            push(&mut pairs, name, value)?;
        }
    }
    Ok(AuthorizationResponse {
        mode: ResponseMode::WebMessage,
        pairs,
    })
}

impl AuthorizationResponse {
    /// The state, by which the attempt is found.
    #[must_use]
    pub fn state(&self) -> Option<&str> {
        self.get("state")
    }

    /// Whether it answers a mail's link, of this browser or of another: what [`Transaction::by_mail`] has marked.
    #[must_use]
    pub fn is_by_mail(&self) -> bool {
        self.state().is_some_and(|state| state.starts_with(MAIL_MARK))
    }

    /// Whether the server says no; the words are believed only after [`AuthorizationResponse::check`].
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.get("error").is_some()
    }

    /// Checks in the order state, way, issuer, error, code, and gives the code.
    pub fn check(
        self,
        transaction: &Transaction,
        metadata: &Metadata,
    ) -> Result<Grant, AuthorizationFailure> {
        let state = self.match_state(transaction)?;
        self.check_mode(transaction)?;
        self.check_issuer(transaction, metadata)?;
        self.check_error()?;
        if self.has_token() {
            return Err(AuthorizationError::UnaskedToken.into());
        }
        let code = self
            .get("code")
            .filter(|code| !code.is_empty())
            .ok_or(AuthorizationError::CodeMissing)?;
        Ok(Grant {
            code: Code::new(code),
            state,
        })
    }

    /// The state comes first: nothing of a foreign response is looked at (RFC 6749 §10.12).
    pub(super) fn match_state(&self, transaction: &Transaction) -> Result<StateMatched, AuthorizationError> {
        let state = self
            .state()
            .filter(|state| !state.is_empty())
            .ok_or(AuthorizationError::StateMissing)?;
        if State::new(state) != *transaction.state() {
            return Err(AuthorizationError::StateMismatch);
        }
        Ok(StateMatched {
            nonce: transaction.nonce().clone(),
        })
    }

    pub(super) fn check_mode(&self, transaction: &Transaction) -> Result<(), AuthorizationError> {
        let expected = transaction.response_mode();
        if self.mode == expected {
            return Ok(());
        }
        Err(AuthorizationError::ResponseMode(Mismatch::new(
            expected.as_str(),
            self.mode.as_str(),
        )))
    }

    /// Errors are as binding as codes here: both must name the issuer where the server promises it (RFC 9207 §2.4).
    fn check_issuer(&self, transaction: &Transaction, metadata: &Metadata) -> Result<(), AuthorizationError> {
        match self.compare_issuer(transaction, metadata)? {
            NamesIssuer::No if metadata.iss_parameter_supported => Err(AuthorizationError::IssuerMissing),
            NamesIssuer::No | NamesIssuer::Yes => Ok(()),
        }
    }

    /// Whoever names an issuer names this one.
    pub(super) fn compare_issuer(
        &self,
        transaction: &Transaction,
        metadata: &Metadata,
    ) -> Result<NamesIssuer, AuthorizationError> {
        let expected = metadata.issuer.as_str();
        if transaction.issuer() != expected {
            return Err(AuthorizationError::TransactionIssuer(Mismatch::new(
                transaction.issuer(),
                expected,
            )));
        }
        match self.get("iss") {
            Some(iss) if iss == expected => Ok(NamesIssuer::Yes),
            Some(iss) => Err(AuthorizationError::Issuer(Mismatch::new(expected, iss))),
            None => Ok(NamesIssuer::No),
        }
    }

    pub(super) fn check_error(&self) -> Result<(), AuthorizationFailure> {
        match (self.get("error"), self.get("code")) {
            (Some(_), Some(_)) => Err(AuthorizationError::CodeAndError.into()),
            (Some(""), None) => Err(AuthorizationError::ErrorEmpty.into()),
            (Some(error), None) => Err(envelope::by_redirect(error, self.get("error_description")).into()),
            (None, _) => Ok(()),
        }
    }

    fn has_token(&self) -> bool {
        self.get("access_token").is_some() || self.get("id_token").is_some()
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.pairs
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Prints the names of the parameters alone.
impl fmt::Debug for AuthorizationResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.pairs.iter().map(|(name, _)| name))
            .finish()
    }
}

/// Whether these parameters are a response at all.
pub(super) fn is_response<'n>(mut names: impl Iterator<Item = &'n str> + Clone) -> bool {
    let answers = ["code", "error", "access_token", "id_token"];
    names.clone().any(|name| name == "state") && names.any(|name| answers.contains(&name))
}

/// The parameter of this name as it stands in a URL, if it is one of a response's.
pub(super) fn known_encoded(name: &str) -> Option<&'static str> {
    form::decode(name).ok().and_then(|name| known(&name))
}

fn known(name: &str) -> Option<&'static str> {
    NAMES.into_iter().find(|known| *known == name)
}

fn from_pairs(text: &str, mode: ResponseMode) -> Result<Option<AuthorizationResponse>, AuthorizationError> {
    let mut encoded = Vec::new();
    for (name, value) in form::pairs(text) {
        encoded.extend(known_encoded(name).map(|name| (name, value)));
    }
    if !is_response(encoded.iter().map(|(name, _)| *name)) {
        return Ok(None);
    }
    let mut pairs = Vec::new();
    for (name, value) in encoded {
        push(
            &mut pairs,
            name,
            form::decode(value).map_err(|_| AuthorizationError::Encoding(name))?,
        )?;
    }
    Ok(Some(AuthorizationResponse { mode, pairs }))
}

fn push(
    pairs: &mut Vec<(&'static str, String)>,
    name: &'static str,
    value: String,
) -> Result<(), AuthorizationError> {
    if pairs.iter().any(|(known, _)| *known == name) {
        return Err(AuthorizationError::Duplicate(name));
    }
    pairs.push((name, value));
    Ok(())
}
