//! The public key in a proof's header: its form, and its thumbprint (RFC 7638).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, DecodingKey};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

/// Members that no public key has (RFC 7518 section 6).
const PRIVATE: [&str; 8] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

/// A modulus of 2048 bits (RFC 7518 section 3.3), in bytes.
const LEAST_MODULUS: usize = 256;

/// A public key that fits an algorithm of proofs.
pub(super) struct Key {
    pub(super) algorithm: Algorithm,
    pub(super) decoding: DecodingKey,
    pub(super) thumbprint: String,
}

/// Reads the key for `alg`.
pub(super) fn read(alg: &str, jwk: &Map<String, Value>) -> Result<Key, &'static str> {
    if PRIVATE.iter().any(|name| jwk.contains_key(*name)) {
        return Err("The key in the proof is not public.");
    }
    let text = |name: &str| jwk.get(name).and_then(Value::as_str).unwrap_or_default();
    let number = |name: &str| part(text(name));
    let (algorithm, decoding, canonical) = match (alg, text("kty"), text("crv")) {
        ("ES256", "EC", "P-256") => {
            let (x, y) = (number("x")?, number("y")?);
            (
                Algorithm::ES256,
                DecodingKey::from_ec_components(x, y),
                format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#),
            )
        }
        // RFC 9864 gives the one curve of the old name a name of its own.
        ("EdDSA" | "Ed25519", "OKP", "Ed25519") => {
            let x = number("x")?;
            (
                Algorithm::EdDSA,
                DecodingKey::from_ed_components(x),
                format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}"#),
            )
        }
        ("RS256" | "PS256", "RSA", "") => {
            let (n, e) = (number("n")?, number("e")?);
            let length = URL_SAFE_NO_PAD.decode(n).map_or(0, |bytes| bytes.len());
            if length < LEAST_MODULUS {
                return Err("The key in the proof is too short.");
            }
            let algorithm = if alg == "RS256" {
                Algorithm::RS256
            } else {
                Algorithm::PS256
            };
            (
                algorithm,
                DecodingKey::from_rsa_components(n, e),
                format!(r#"{{"e":"{e}","kty":"RSA","n":"{n}"}}"#),
            )
        }
        ("ES256" | "EdDSA" | "Ed25519" | "RS256" | "PS256", _, _) => {
            return Err("The key in the proof does not fit its algorithm.");
        }
        _ => return Err("The algorithm of the proof is not one of this server's."),
    };
    Ok(Key {
        algorithm,
        decoding: decoding.map_err(|_| "The key in the proof is malformed.")?,
        thumbprint: URL_SAFE_NO_PAD.encode(Sha256::digest(canonical)),
    })
}

/// Base64url as the thumbprint is made from it: not empty, and one text for one value.
fn part(text: &str) -> Result<&str, &'static str> {
    match URL_SAFE_NO_PAD.decode(text) {
        Ok(bytes) if !bytes.is_empty() => Ok(text),
        _ => Err("The key in the proof is malformed."),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::read;

    #[test]
    fn the_thumbprint_of_rfc_9449_section_6_1_comes_out() {
        let jwk = json!({
            "kty": "EC",
            "x": "l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs",
            "y": "9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA",
            "crv": "P-256",
        });
        let jwk = jwk.as_object().unwrap();
        let key = read("ES256", jwk).ok().unwrap();
        assert_eq!(key.thumbprint, "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
        assert!(read("RS256", jwk).is_err() && read("HS256", jwk).is_err());
    }
}
