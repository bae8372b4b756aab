//! Keys on P-256.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::SecretKey;
use p256::elliptic_curve::sec1::ToEncodedPoint as _;
use p256::pkcs8::{DecodePrivateKey as _, EncodePrivateKey as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::KeyError;
use crate::chance::Chance;

/// A fresh private key in PKCS#8 DER.
pub(super) fn generate(chance: &Chance) -> Result<Vec<u8>, KeyError> {
    let key = chance.with(SecretKey::random);
    Ok(key
        .to_pkcs8_der()
        .map_err(|_| KeyError::Generate)?
        .as_bytes()
        .to_vec())
}

/// The RFC 7638 thumbprint and the public JWK.
pub(super) fn public(private_der: &[u8]) -> Result<(String, Value), KeyError> {
    let key = SecretKey::from_pkcs8_der(private_der).map_err(|_| KeyError::Stored)?;
    let point = key.public_key().to_encoded_point(false);
    let text = |coordinate: Option<&_>| -> Result<String, KeyError> {
        Ok(URL_SAFE_NO_PAD.encode::<&p256::FieldBytes>(coordinate.ok_or(KeyError::Stored)?))
    };
    let (x, y) = (text(point.x())?, text(point.y())?);
    let thumbprint = Sha256::digest(format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#));
    Ok((
        URL_SAFE_NO_PAD.encode(thumbprint),
        json!({ "kty": "EC", "crv": "P-256", "x": x, "y": y }),
    ))
}
