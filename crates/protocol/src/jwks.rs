//! The issuer's keys (RFC 7517 §5): only public keys fit to verify a signature are kept.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::jwk::{AlgorithmParameters, EllipticCurve, Jwk, KeyOperations, PublicKeyUse};
use serde_json::{Value, json};

use crate::algorithm::{Algorithm, KeyShape};
use crate::answer;
use crate::discovery::Metadata;
use crate::error::{Broken, Failure};
use crate::http::{Request, Response};

const MAX_BYTES: usize = 256 * 1024;
const MAX_KEYS: usize = 100;
/// The shortest RSA modulus in bits (RFC 7518 §3.3).
const MIN_RSA_BITS: usize = 2048;
/// Longer moduli only cost time.
const MAX_RSA_BITS: usize = 16384;

/// The usable keys of an issuer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Jwks {
    keys: Vec<Key>,
}

/// One key, with its numbers checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    jwk: Jwk,
    /// `alg` as written, which may be one the JWK type has no name for.
    algorithm: Option<String>,
}

/// `GET {jwks_uri}`
#[must_use]
pub fn ask(metadata: &Metadata) -> Request {
    Request::get(metadata.jwks_uri.clone())
}

/// The keys; one that is broken, symmetric, private, too short or for encryption is skipped.
pub fn read(response: &Response) -> Result<Jwks, Failure> {
    let members = answer::object(response, MAX_BYTES)?;
    let keys = match members.get("keys") {
        Some(Value::Array(keys)) => keys,
        Some(_) => return Err(Broken::WrongType("keys").into()),
        None => return Err(Broken::MissingMember("keys").into()),
    };
    if keys.len() > MAX_KEYS {
        return Err(Broken::TooManyKeys.into());
    }
    Ok(Jwks {
        keys: keys.iter().filter_map(Key::read).collect(),
    })
}

impl Jwks {
    /// How many usable keys there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is no usable key.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Key> {
        self.keys.iter()
    }
}

impl Key {
    fn read(value: &Value) -> Option<Self> {
        const PRIVATE: [&str; 8] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];
        if PRIVATE.iter().any(|member| value.get(member).is_some()) {
            return None;
        }
        let algorithm = match value.get("alg") {
            None => None,
            Some(name) => Some(name.as_str()?.to_owned()),
        };
        let jwk: Jwk = serde_json::from_value(value.clone()).ok()?;
        let key = Self { jwk, algorithm };
        (key.may_verify() && key.is_sound()).then_some(key)
    }

    pub(crate) fn id(&self) -> Option<&str> {
        self.jwk.common.key_id.as_deref()
    }

    /// Whether the key is of the kind the algorithm needs, and not bound to another algorithm.
    pub(crate) fn fits(&self, algorithm: Algorithm) -> bool {
        let kind = match (algorithm.key_shape(), &self.jwk.algorithm) {
            (KeyShape::Rsa, AlgorithmParameters::RSA(_)) => true,
            (KeyShape::Ec(curve, _), AlgorithmParameters::EllipticCurve(key)) => {
                curve == curve_name(&key.curve)
            }
            (KeyShape::Okp(curve, _), AlgorithmParameters::OctetKeyPair(key)) => {
                curve == curve_name(&key.curve)
            }
            _ => false,
        };
        kind && self
            .algorithm
            .as_deref()
            .is_none_or(|bound| bound == algorithm.as_str())
    }

    /// The public members alone, as WebCrypto's `importKey` takes them.
    pub(crate) fn to_json(&self) -> String {
        match &self.jwk.algorithm {
            AlgorithmParameters::RSA(key) => json!({ "kty": "RSA", "n": key.n, "e": key.e }),
            AlgorithmParameters::EllipticCurve(key) => {
                json!({ "kty": "EC", "crv": curve_name(&key.curve), "x": key.x, "y": key.y })
            }
            AlgorithmParameters::OctetKeyPair(key) => {
                json!({ "kty": "OKP", "crv": curve_name(&key.curve), "x": key.x })
            }
            _ => Value::Null,
        }
        .to_string()
    }

    /// `use` and `key_ops` (RFC 7517 §4.2 and §4.3).
    fn may_verify(&self) -> bool {
        let for_signatures = matches!(
            self.jwk.common.public_key_use,
            None | Some(PublicKeyUse::Signature)
        );
        let operations = self.jwk.common.key_operations.as_deref();
        for_signatures && operations.is_none_or(|operations| operations.contains(&KeyOperations::Verify))
    }

    /// The key's numbers are of the right size. That a point is on its curve, the verifier checks on import.
    fn is_sound(&self) -> bool {
        match &self.jwk.algorithm {
            AlgorithmParameters::RSA(key) => is_rsa_modulus(&key.n) && is_rsa_exponent(&key.e),
            AlgorithmParameters::EllipticCurve(key) => {
                let octets = match key.curve {
                    EllipticCurve::P256 => 32,
                    EllipticCurve::P384 => 48,
                    EllipticCurve::P521 => 66,
                    _ => return false,
                };
                has_length(&key.x, octets) && has_length(&key.y, octets)
            }
            AlgorithmParameters::OctetKeyPair(key) => {
                key.curve == EllipticCurve::Ed25519 && has_length(&key.x, 32)
            }
            _ => false,
        }
    }
}

fn curve_name(curve: &EllipticCurve) -> &'static str {
    match curve {
        EllipticCurve::P256 => "P-256",
        EllipticCurve::P384 => "P-384",
        EllipticCurve::P521 => "P-521",
        EllipticCurve::Ed25519 => "Ed25519",
        _ => "",
    }
}

/// Odd, of an allowed length, and without the zero octet in front that RFC 7518 §6.3.1.1 forbids.
fn is_rsa_modulus(n: &str) -> bool {
    let Ok(octets) = URL_SAFE_NO_PAD.decode(n) else {
        return false;
    };
    let Some(first) = octets.first().filter(|first| **first != 0) else {
        return false;
    };
    let bits = octets.len() * 8 - first.leading_zeros() as usize;
    (MIN_RSA_BITS..=MAX_RSA_BITS).contains(&bits) && octets.last().is_some_and(|last| last % 2 == 1)
}

/// Odd, at least 3, at most 64 bits.
fn is_rsa_exponent(e: &str) -> bool {
    let Ok(octets) = URL_SAFE_NO_PAD.decode(e) else {
        return false;
    };
    if octets.is_empty() || octets.len() > 8 {
        return false;
    }
    let value = octets
        .iter()
        .fold(0_u64, |value, octet| value << 8 | u64::from(*octet));
    value >= 3 && value % 2 == 1
}

fn has_length(coordinate: &str, octets: usize) -> bool {
    URL_SAFE_NO_PAD
        .decode(coordinate)
        .is_ok_and(|decoded| decoded.len() == octets)
}
