//! What an ID token is measured by, and step 8, the nonce.

use super::error::IdTokenError;
use super::key::SignatureValid;
use crate::algorithm::Algorithm;
use crate::issuer::Issuer;
use crate::json::Value;
use crate::secret::{AccessToken, Code, IdTokenJwt, Nonce};

/// The most leeway for clocks that differ, in seconds.
pub const MAX_LEEWAY_S: u32 = 60;

/// What an ID token is measured by.
#[derive(Debug, Clone)]
pub struct IdTokenRules<'a> {
    /// The issuer, exactly.
    pub issuer: &'a Issuer,
    /// This client, the only audience.
    pub client_id: &'a str,
    /// The accepted algorithms; [`Algorithm::DEFAULT`] unless configured.
    pub algorithms: &'a [Algorithm],
    /// How those algorithms hash: [`Algorithm::half_hash`], or [`Algorithm::half_hash_of_default`] for the default ones.
    pub half_hash: fn(Algorithm, &str) -> String,
    /// Seconds by which clocks may differ; more than 60 counts as 60.
    pub leeway_s: u32,
    /// The `max_age` that was sent, in seconds: `auth_time` must be there and not be older.
    pub max_age_s: Option<u32>,
    /// The nonce that was sent.
    pub nonce: NonceRule<'a>,
    /// The organization that was asked for: an `org_…` identifier, or a name in any case.
    pub organization: Option<&'a str>,
    /// The access token that came along: an `at_hash`, if there, must be its.
    pub access_token: Option<&'a AccessToken>,
    /// The code that came along in the front channel: a `c_hash` must be there and be its.
    pub code: Option<&'a Code>,
}

/// What is expected of the `nonce` claim.
#[derive(Debug, Clone, Copy)]
pub enum NonceRule<'a> {
    /// This nonce was sent, and must be there.
    Expect(&'a Nonce),
    /// A direct grant: no nonce was sent, and none may be there.
    ExpectNoNonce,
}

impl<'a> IdTokenRules<'a> {
    /// The rules for a log-in over the authorization endpoint: the default algorithms, 60 seconds of leeway.
    #[must_use]
    pub fn new(issuer: &'a Issuer, client_id: &'a str, nonce: NonceRule<'a>) -> Self {
        Self {
            issuer,
            client_id,
            algorithms: &Algorithm::DEFAULT,
            half_hash: Algorithm::half_hash,
            leeway_s: MAX_LEEWAY_S,
            max_age_s: None,
            nonce,
            organization: None,
            access_token: None,
            code: None,
        }
    }
}

/// Proof that a token's nonce is as expected; it knows which nonce and which token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NonceMatched {
    token: IdTokenJwt,
    nonce: Option<Nonce>,
}

/// Step 8: the nonce is the attempt's (OpenID Connect Core §3.1.3.7 step 11), or absent where none was sent.
pub fn match_nonce(token: &SignatureValid, rule: &NonceRule<'_>) -> Result<NonceMatched, IdTokenError> {
    let nonce = match (rule, token.payload().get("nonce")) {
        (NonceRule::Expect(nonce), Some(Value::String(got))) if Nonce::new(got) == **nonce => {
            Some((*nonce).clone())
        }
        (NonceRule::Expect(_), Some(Value::String(_))) => return Err(IdTokenError::NonceMismatch),
        (NonceRule::Expect(_), Some(_)) => return Err(IdTokenError::WrongType("nonce")),
        (NonceRule::Expect(_), None) => return Err(IdTokenError::NonceMissing),
        (NonceRule::ExpectNoNonce, Some(_)) => return Err(IdTokenError::NonceUnexpected),
        (NonceRule::ExpectNoNonce, None) => None,
    };
    Ok(NonceMatched {
        token: token.raw().clone(),
        nonce,
    })
}

impl NonceMatched {
    /// The nonce was found in this very token, and it is the one of the attempt whose state matched.
    pub(super) fn use_up_for(self, token: &SignatureValid, attempt: &Nonce) -> Result<(), IdTokenError> {
        if self.token != *token.raw() {
            return Err(IdTokenError::ProofOfAnotherToken);
        }
        match self.nonce {
            Some(nonce) if nonce == *attempt => Ok(()),
            Some(_) => Err(IdTokenError::ProofOfAnotherAttempt),
            None => Err(IdTokenError::NonceMissing),
        }
    }
}
