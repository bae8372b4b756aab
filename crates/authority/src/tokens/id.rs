//! ID tokens (OpenID Connect Core section 2).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::claims::{claims_of, organization_claims};
use crate::keys::KeyError;
use crate::secret::Secret;
use crate::state::AppState;
use crate::store::{Grant, User};

/// What an ID token is bound to beside its grant.
#[derive(Default)]
pub struct IdTokenParts<'a> {
    /// The request's nonce.
    pub nonce: Option<&'a str>,
    /// The code beside it, for `c_hash` (Core section 3.3.2.11).
    pub code: Option<&'a str>,
    /// The access token beside it, for `at_hash` (Core sections 3.1.3.6 and 3.2.2.9).
    pub access_token: Option<&'a str>,
    /// The `state` beside it, for `s_hash` (Financial-grade API part 2, section 5.1).
    pub state: Option<&'a str>,
}

/// Signs an ID token about `user` for the grant's client.
pub fn id_token(
    state: &AppState,
    issuer: &str,
    grant: &Grant,
    user: &User,
    parts: &IdTokenParts<'_>,
) -> Result<Secret, KeyError> {
    let now = state.now();
    let mut claims = claims_of(user, &grant.scope);
    claims.insert("iss".to_owned(), json!(issuer));
    claims.insert("sub".to_owned(), json!(user.id));
    claims.insert("aud".to_owned(), json!(grant.client_id));
    claims.insert("iat".to_owned(), json!(now));
    claims.insert("exp".to_owned(), json!(now + state.config.lifetimes.id_token));
    claims.insert("auth_time".to_owned(), json!(grant.auth_time));
    claims.insert("sid".to_owned(), json!(grant.sid));
    if let Some(acr) = &grant.acr {
        claims.insert("acr".to_owned(), json!(acr));
    }
    if !grant.amr.is_empty() {
        let methods: Vec<&str> = grant.amr.split(' ').collect();
        claims.insert("amr".to_owned(), json!(methods));
    }
    claims.extend(organization_claims(state, grant));
    if let Some(nonce) = parts.nonce {
        claims.insert("nonce".to_owned(), json!(nonce));
    }
    let hashes = [
        ("c_hash", parts.code),
        ("at_hash", parts.access_token),
        ("s_hash", parts.state),
    ];
    for (name, text) in hashes {
        if let Some(text) = text {
            claims.insert(name.to_owned(), json!(half_hash(text)));
        }
    }
    state.keys.sign("JWT", &claims).map(Secret::new)
}

/// The left half of the hash that the signature algorithm uses; here that is always SHA-256.
fn half_hash(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(&Sha256::digest(text.as_bytes())[..16])
}

#[cfg(test)]
mod tests {
    use super::half_hash;

    #[test]
    fn the_hashes_of_openid_connect_core_appendix_a_come_out() {
        assert_eq!(
            half_hash("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y"),
            "77QmUPtjPfzWtF2AnpK9RQ"
        );
        assert_eq!(
            half_hash("Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk"),
            "LDktKdoQak3Pk0cnXxCltA"
        );
    }
}
