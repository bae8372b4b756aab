//! The issuer's keys (RFC 7517 §5): only public keys fit to verify a signature are kept.

use base64ct::{Base64UrlUnpadded, Encoding};
use jsonwebtoken::jwk::{
    EllipticCurve, EllipticCurveKeyParameters, EllipticCurveKeyType, OctetKeyPairParameters,
    OctetKeyPairType, RSAKeyParameters, RSAKeyType,
};

use crate::algorithm::{Algorithm, KeyShape, coordinate_length, curve_name};
use crate::discovery::Metadata;
use crate::error::{Broken, Failure};
use crate::http::{Request, Response};
use crate::json::{Object, Value};
use crate::{answer, json};

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
///
/// The types are jsonwebtoken's; they are filled here and not by their serde derives, which would take a key with private
/// members and cost the page 8 KB.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    id: Option<String>,
    algorithm: Option<String>,
    parameters: Parameters,
}

/// The kinds of keys that verify here: jsonwebtoken's without the symmetric and the unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Parameters {
    Rsa(RSAKeyParameters),
    Ec(EllipticCurveKeyParameters),
    Okp(OctetKeyPairParameters),
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
        let members = value.as_object()?;
        if !may_verify(members) {
            return None;
        }
        Some(Self {
            id: json::optional_string(members, "kid").ok()?.map(str::to_owned),
            algorithm: json::optional_string(members, "alg").ok()?.map(str::to_owned),
            parameters: parameters(members)?,
        })
    }

    pub(crate) fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Whether the key is of the kind the algorithm needs, and not bound to another algorithm.
    pub(crate) fn fits(&self, algorithm: Algorithm) -> bool {
        let kind = match (algorithm.key_shape(), &self.parameters) {
            (KeyShape::Rsa, Parameters::Rsa(_)) => true,
            (KeyShape::Ec(curve), Parameters::Ec(key)) => curve == key.curve,
            (KeyShape::Okp(curve), Parameters::Okp(key)) => curve == key.curve,
            _ => false,
        };
        kind && self
            .algorithm
            .as_deref()
            .is_none_or(|bound| bound == algorithm.as_str())
    }

    /// The public members alone, as WebCrypto's `importKey` takes them.
    pub(crate) fn to_json(&self) -> String {
        match &self.parameters {
            Parameters::Rsa(key) => json::write_texts(&[("kty", "RSA"), ("n", &key.n), ("e", &key.e)]),
            Parameters::Ec(key) => json::write_texts(&[
                ("kty", "EC"),
                ("crv", curve_name(&key.curve)),
                ("x", &key.x),
                ("y", &key.y),
            ]),
            Parameters::Okp(key) => {
                json::write_texts(&[("kty", "OKP"), ("crv", curve_name(&key.curve)), ("x", &key.x)])
            }
        }
    }
}

/// A public key whose `use` and `key_ops` allow it to verify (RFC 7517 §4.2 and §4.3).
fn may_verify(members: &Object) -> bool {
    const PRIVATE: [&str; 8] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];
    let is_public = PRIVATE.iter().all(|member| !members.contains_key(member));
    let for_signatures = members
        .get("use")
        .is_none_or(|usage| usage.as_str() == Some("sig"));
    let operations = members.get("key_ops");
    let may = |operations: &Value| {
        operations
            .as_array()
            .is_some_and(|list| list.iter().any(|name| name.as_str() == Some("verify")))
    };
    is_public && for_signatures && operations.is_none_or(may)
}

/// The key's numbers, if they have the right size. That a point is on its curve, the verifier checks on import.
fn parameters(members: &Object) -> Option<Parameters> {
    let text = |name: &str| members.get(name).and_then(Value::as_str);
    let coordinate = |name: &str, curve: &EllipticCurve| {
        text(name)
            .filter(|number| has_length(number, coordinate_length(curve)))
            .map(str::to_owned)
    };
    match text("kty")? {
        "RSA" => Some(Parameters::Rsa(RSAKeyParameters {
            key_type: RSAKeyType::RSA,
            n: text("n").filter(|n| is_rsa_modulus(n))?.to_owned(),
            e: text("e").filter(|e| is_rsa_exponent(e))?.to_owned(),
        })),
        "EC" => {
            let curves = [EllipticCurve::P256, EllipticCurve::P384, EllipticCurve::P521];
            let curve = curve_named(text("crv")?, &curves)?;
            Some(Parameters::Ec(EllipticCurveKeyParameters {
                key_type: EllipticCurveKeyType::EC,
                x: coordinate("x", &curve)?,
                y: coordinate("y", &curve)?,
                curve,
            }))
        }
        "OKP" => {
            let curve = curve_named(text("crv")?, &[EllipticCurve::Ed25519])?;
            Some(Parameters::Okp(OctetKeyPairParameters {
                key_type: OctetKeyPairType::OctetKeyPair,
                x: coordinate("x", &curve)?,
                curve,
            }))
        }
        _ => None,
    }
}

fn curve_named(name: &str, curves: &[EllipticCurve]) -> Option<EllipticCurve> {
    curves.iter().find(|curve| curve_name(curve) == name).cloned()
}

/// Odd, of an allowed length, and without the zero octet in front that RFC 7518 §6.3.1.1 forbids.
fn is_rsa_modulus(n: &str) -> bool {
    let Ok(octets) = Base64UrlUnpadded::decode_vec(n) else {
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
    let Ok(octets) = Base64UrlUnpadded::decode_vec(e) else {
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
    Base64UrlUnpadded::decode_vec(coordinate).is_ok_and(|decoded| decoded.len() == octets)
}
