//! The ID token beside a code: what the hybrid flow checks further (OpenID Connect Core §3.3.2.9 to §3.3.3.6).

use super::error::IdTokenError;
use super::key::SignatureValid;
use super::rules::{IdTokenRules, NonceMatched};
use super::{IdToken, checks};
use crate::authorize::StateMatched;
use crate::secret::{AccessToken, Code, State};

/// What came beside an ID token in the front channel; the token carries a hash of each.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'a> {
    /// The code: `c_hash` must be there and be its (OpenID Connect Core §3.3.2.10).
    pub code: &'a Code,
    /// The access token, if one came: `at_hash` must be there and be its (§3.3.2.9).
    pub access_token: Option<&'a AccessToken>,
    /// The state: an `s_hash`, if there, must be its (FAPI 1.0 Advanced §5.2.3.1; few servers send one).
    pub state: &'a State,
}

impl IdToken {
    /// Trusts the ID token beside a code, and with it the code. `now_s` is the time in epoch seconds.
    pub fn trust_front_channel(
        signature: SignatureValid,
        (state, nonce): (StateMatched, NonceMatched),
        beside: Beside<'_>,
        rules: &IdTokenRules<'_>,
        now_s: f64,
    ) -> Result<Self, IdTokenError> {
        let algorithm = signature.algorithm();
        let rules = IdTokenRules {
            code: Some(beside.code),
            access_token: beside.access_token,
            ..rules.clone()
        };
        let token = Self::trust(signature, state, nonce, &rules, now_s)?;
        let claims = token.claims();
        if beside.access_token.is_some() && claims.compared("at_hash")?.is_none() {
            return Err(IdTokenError::Missing("at_hash"));
        }
        match claims.compared("s_hash")? {
            Some(hash) if hash != (rules.half_hash)(algorithm, beside.state.expose()) => {
                Err(IdTokenError::StateHash)
            }
            _ => Ok(token),
        }
    }

    /// Checks that the token of the token endpoint is about the same login as the one beside the code: issuer and subject
    /// alike, and nothing that both say said differently (OpenID Connect Core §3.3.3.6).
    pub fn agrees_with(&self, front_channel: &Self) -> Result<(), IdTokenError> {
        checks::agree(&self.claims, &front_channel.claims)
    }
}
