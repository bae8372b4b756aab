//! The ID token: checked step by step in the order of OpenID Connect Core §3.1.3.7, tightened for a browser.
//!
//! * Steps 1 and 2, the form and the header: [`open`].
//! * Step 3, the key: [`Unverified::find_key`].
//! * Step 4, the signature: the caller verifies it and answers the [`SignatureQuestion`].
//! * Step 8, the nonce: [`match_nonce`].
//! * Steps 5 to 7, 9 and 11 to 13, the claims: [`IdToken::trust`].
//! * Step 10, the class of the authentication, where the app says which will do: [`IdToken::require_acr`].
//!
//! What the hybrid flow adds stands in [`Beside`].

mod error;
mod parts;

mod key;
mod rules;

mod claims;

mod checks;
mod front_channel;
mod remembered;

pub use claims::Claims;
pub use error::{IdTokenError, Part};
pub use front_channel::Beside;
pub use key::{KeySearch, SignatureQuestion, SignatureValid};
pub use parts::{Unverified, open};
pub use rules::{IdTokenRules, NonceMatched, NonceRule, match_nonce};

use crate::authorize::StateMatched;
use crate::secret::IdTokenJwt;

/// An ID token that passed every check.
#[derive(Debug, Clone, PartialEq)]
pub struct IdToken {
    raw: IdTokenJwt,
    claims: Claims,
}

impl IdToken {
    /// Trusts the ID token of a log-in that went over the authorization endpoint.
    ///
    /// The three proofs are the point: there is no other way to a trusted token of such a log-in. `now_s` is the time
    /// in epoch seconds.
    pub fn trust(
        signature: SignatureValid,
        state: StateMatched,
        nonce: NonceMatched,
        rules: &IdTokenRules<'_>,
        now_s: f64,
    ) -> Result<Self, IdTokenError> {
        nonce.use_up_for(&signature, &state.into_nonce())?;
        Self::check(signature, rules, now_s)
    }

    /// Trusts the ID token of a direct grant, which has no authorization leg and therefore neither state nor nonce: a
    /// nonce in it is refused.
    pub fn trust_direct_grant(
        signature: SignatureValid,
        rules: &IdTokenRules<'_>,
        now_s: f64,
    ) -> Result<Self, IdTokenError> {
        match_nonce(&signature, &NonceRule::ExpectNoNonce)?;
        Self::check(signature, rules, now_s)
    }

    /// Trusts the ID token of a refresh, if it is about the same log-in as the original (OpenID Connect Core §12.2).
    pub fn trust_refreshed(
        signature: SignatureValid,
        original: &Self,
        rules: &IdTokenRules<'_>,
        now_s: f64,
    ) -> Result<Self, IdTokenError> {
        // Whether the person logged in lately was decided then; refreshing does not change when that was.
        let rules = IdTokenRules {
            max_age_s: None,
            ..rules.clone()
        };
        let refreshed = Self::check(signature, &rules, now_s)?;
        checks::continues(&refreshed.claims, &original.claims)?;
        Ok(refreshed)
    }

    /// Step 10: the person was authenticated in one of these ways. `acr_values` alone is a wish (OpenID Connect Core
    /// §3.1.2.1), and only the app knows which answers will do.
    pub fn require_acr(&self, accepted: &[String]) -> Result<(), IdTokenError> {
        checks::authentication_class(&self.claims, accepted)
    }

    /// What the token says.
    #[must_use]
    pub fn claims(&self) -> &Claims {
        &self.claims
    }

    /// The token as received.
    #[must_use]
    pub fn raw(&self) -> &IdTokenJwt {
        &self.raw
    }

    fn check(signature: SignatureValid, rules: &IdTokenRules<'_>, now_s: f64) -> Result<Self, IdTokenError> {
        let (raw, algorithm, payload) = signature.into_parts();
        if !rules.algorithms.contains(&algorithm) {
            return Err(IdTokenError::Algorithm(algorithm.as_str().to_owned()));
        }
        let claims = Claims::read(payload)?;
        checks::issuer(&claims, rules)?;
        checks::audience(&claims, rules)?;
        checks::times(&claims, rules, now_s)?;
        checks::authentication_time(&claims, rules, now_s)?;
        checks::subject(&claims)?;
        checks::hashes(&claims, algorithm, rules)?;
        checks::organization(&claims, rules)?;
        Ok(Self { raw, claims })
    }
}
