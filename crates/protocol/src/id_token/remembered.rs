//! The ID token of a session that this origin kept: read again, not judged again.

use super::claims::Claims;
use super::error::IdTokenError;
use super::rules::IdTokenRules;
use super::{IdToken, checks, open};
use crate::secret::IdTokenJwt;

impl IdToken {
    /// Reads an ID token that was trusted before and lay in this origin's own storage since.
    ///
    /// Whoever can write there runs scripts of this origin and needs no token to act for the person, so the signature is
    /// not asked about again, and neither are its times: the session goes on by refreshing. Issuer and audience are
    /// compared, because the app's config may have changed since.
    pub fn remembered(raw: &IdTokenJwt, rules: &IdTokenRules<'_>) -> Result<Self, IdTokenError> {
        let payload = open(raw)?.payload;
        let claims = Claims::read(payload)?;
        checks::issuer(&claims, rules)?;
        checks::audience(&claims, rules)?;
        Ok(Self {
            raw: raw.clone(),
            claims,
        })
    }
}
