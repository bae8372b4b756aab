//! RSA keys of 2048 bits.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rsa::pkcs1::{DecodeRsaPrivateKey as _, EncodeRsaPrivateKey as _};
use rsa::traits::PublicKeyParts as _;
use rsa::{BigUint, RsaPrivateKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::KeyError;
use crate::chance::Chance;

/// RFC 7518 section 3.3: the least that RS256 may be used with.
const BITS: usize = 2048;

/// A fresh private key in PKCS#1 DER.
pub(super) fn generate(chance: &Chance) -> Result<Vec<u8>, KeyError> {
    let key = chance
        .with(|random| RsaPrivateKey::new(random, BITS))
        .map_err(|_| KeyError::Generate)?;
    Ok(key
        .to_pkcs1_der()
        .map_err(|_| KeyError::Generate)?
        .as_bytes()
        .to_vec())
}

/// The RFC 7638 thumbprint and the public JWK.
pub(super) fn public(private_der: &[u8]) -> Result<(String, Value), KeyError> {
    let key = RsaPrivateKey::from_pkcs1_der(private_der).map_err(|_| KeyError::Stored)?;
    let text = |number: &BigUint| URL_SAFE_NO_PAD.encode(number.to_bytes_be());
    let (n, e) = (text(key.n()), text(key.e()));
    let thumbprint = Sha256::digest(format!(r#"{{"e":"{e}","kty":"RSA","n":"{n}"}}"#));
    Ok((
        URL_SAFE_NO_PAD.encode(thumbprint),
        json!({ "kty": "RSA", "n": n, "e": e }),
    ))
}
