//! Steps 1 and 2: the compact serialization and the header.

use super::error::{IdTokenError, Part};
use crate::algorithm::Algorithm;
use crate::json::{self, Object, Value};
use crate::secret::IdTokenJwt;
use base64ct::{Base64UrlUnpadded, Encoding};

const MAX_BYTES: usize = 16 * 1024;

/// An ID token taken apart; nothing in it is to be believed.
#[derive(Debug, Clone, PartialEq)]
pub struct Unverified {
    pub(super) raw: IdTokenJwt,
    pub(super) algorithm: Algorithm,
    pub(super) kid: Option<String>,
    pub(super) payload: Payload,
    pub(super) signature: Vec<u8>,
    /// Where the signed bytes end in `raw`.
    pub(super) signed: usize,
}

/// Claims that nobody vouches for, and their text; `Debug` is blank.
#[derive(Clone, PartialEq)]
pub(super) struct Payload {
    pub(super) members: Object,
    pub(super) text: String,
}

impl std::fmt::Debug for Payload {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Payload(..)")
    }
}

/// Takes an ID token apart: steps 1 and 2.
pub fn open(raw: &IdTokenJwt) -> Result<Unverified, IdTokenError> {
    let text = raw.expose();
    let [header, payload, signature] = split(text)?;
    let (header, _) = object(header, Part::Header)?;
    let algorithm = algorithm(&header)?;
    check_extensions(&header)?;
    check_type(&header)?;
    // `jwk`, `jku`, `x5u` and `x5c` are not read at all: a token does not choose its own judge.
    let kid = match header.get("kid") {
        None => None,
        Some(Value::String(kid)) => Some(kid.clone()),
        Some(_) => return Err(IdTokenError::HeaderMember("kid")),
    };
    let (members, claims) = object(payload, Part::Payload)?;
    Ok(Unverified {
        raw: raw.clone(),
        algorithm,
        kid,
        payload: Payload {
            members,
            text: claims,
        },
        signature: decode(signature, Part::Signature)?,
        signed: text.len() - signature.len() - 1,
    })
}

impl Unverified {
    /// The algorithm the header names.
    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// The key the header names.
    #[must_use]
    pub fn kid(&self) -> Option<&str> {
        self.kid.as_deref()
    }
}

/// Step 1: three parts, none of them empty (RFC 7515 §7.1).
fn split(text: &str) -> Result<[&str; 3], IdTokenError> {
    if text.len() > MAX_BYTES {
        return Err(IdTokenError::TooLarge);
    }
    let parts: Vec<&str> = text.split('.').collect();
    let parts: [&str; 3] = parts
        .try_into()
        .map_err(|parts: Vec<&str>| IdTokenError::Parts(parts.len()))?;
    for (text, part) in parts.iter().zip([Part::Header, Part::Payload, Part::Signature]) {
        // An unsecured token is told by its header, not by its missing signature.
        if text.is_empty() && part != Part::Signature {
            return Err(IdTokenError::Empty(part));
        }
    }
    Ok(parts)
}

/// Step 1: base64url without padding, whitespace or stray bits (RFC 7515 §2).
fn decode(text: &str, part: Part) -> Result<Vec<u8>, IdTokenError> {
    if text.is_empty() {
        return Err(IdTokenError::Empty(part));
    }
    Base64UrlUnpadded::decode_vec(text).map_err(|_| IdTokenError::NotBase64Url(part))
}

/// Step 1: UTF-8 JSON objects without a member twice.
fn object(text: &str, part: Part) -> Result<(Object, String), IdTokenError> {
    let refused = |error| IdTokenError::Json(part, error);
    let bytes = decode(text, part)?;
    let members = json::object(&bytes, MAX_BYTES).map_err(refused)?;
    let text = String::from_utf8(bytes).map_err(|_| refused(json::JsonError::NotUtf8))?;
    Ok((members, text))
}

/// Step 2: an asymmetric algorithm, in its exact spelling.
fn algorithm(header: &Object) -> Result<Algorithm, IdTokenError> {
    let name = match header.get("alg") {
        Some(Value::String(name)) => name.as_str(),
        Some(_) => return Err(IdTokenError::HeaderMember("alg")),
        None => "",
    };
    Algorithm::named(name).ok_or_else(|| IdTokenError::Algorithm(name.chars().take(32).collect()))
}

/// Step 2: no extension is understood, so none may be critical (RFC 7515 §4.1.11, RFC 7797 §7).
fn check_extensions(header: &Object) -> Result<(), IdTokenError> {
    if header.contains_key("b64") {
        return Err(IdTokenError::UnencodedPayload);
    }
    if header.contains_key("crit") {
        return Err(IdTokenError::Critical);
    }
    Ok(())
}

/// Step 2: `JWT` or nothing, so that no access token, logout token or proof passes for an ID token (RFC 8725 §3.11).
fn check_type(header: &Object) -> Result<(), IdTokenError> {
    match header.get("typ") {
        None => Ok(()),
        Some(Value::String(typ)) if typ.eq_ignore_ascii_case("JWT") => Ok(()),
        Some(Value::String(typ)) => Err(IdTokenError::Type(typ.chars().take(32).collect())),
        Some(_) => Err(IdTokenError::HeaderMember("typ")),
    }
}
