//! Steps 3 and 4: which key, and the question whether it made the signature.

use super::error::IdTokenError;
use super::parts::{Payload, Unverified};
use crate::algorithm::Algorithm;
use crate::json::Object;
use crate::jwks::{Jwks, Key};
use crate::secret::IdTokenJwt;

/// What looking for the key brought.
#[derive(Debug, Clone, PartialEq)]
pub enum KeySearch {
    /// The key is there: ask whether it made the signature.
    Found(SignatureQuestion),
    /// The issuer has no key of this name: fetch its keys anew, once; then it is [`IdTokenError::UnknownKid`].
    UnknownKid,
    /// The key is there and unfit.
    Refused(IdTokenError),
}

/// Whether a signature is valid: for WebCrypto's `importKey` and `verify`, or any other verifier.
#[derive(Debug, Clone, PartialEq)]
pub struct SignatureQuestion {
    token: Unverified,
    key_json: String,
}

/// Proof that a signature is valid. It carries the very token it proves.
#[derive(Debug, Clone, PartialEq)]
pub struct SignatureValid {
    token: Unverified,
}

impl Unverified {
    /// Step 3: the key by `kid`, type, curve, `alg` and `use`; without a `kid`, the only one that fits.
    #[must_use]
    pub fn find_key(&self, jwks: &Jwks) -> KeySearch {
        let named: Vec<&Key> = match &self.kid {
            Some(kid) => jwks.iter().filter(|key| key.id() == Some(kid)).collect(),
            None => jwks.iter().collect(),
        };
        if named.is_empty() && self.kid.is_some() {
            return KeySearch::UnknownKid;
        }
        match named
            .iter()
            .filter(|key| key.fits(self.algorithm))
            .collect::<Vec<_>>()
            .as_slice()
        {
            [] => KeySearch::Refused(IdTokenError::NoKeyFits),
            [key] => self.question(key),
            _ => KeySearch::Refused(IdTokenError::SeveralKeysFit),
        }
    }

    /// Step 4, as far as it goes without cryptography: an ECDSA signature is R and S of fixed length (RFC 7518 §3.4).
    fn question(&self, key: &Key) -> KeySearch {
        let got = self.signature.len();
        match self.algorithm.signature_length() {
            Some(expected) if expected != got => {
                KeySearch::Refused(IdTokenError::SignatureLength { expected, got })
            }
            _ => KeySearch::Found(SignatureQuestion {
                token: self.clone(),
                key_json: key.to_json(),
            }),
        }
    }
}

impl SignatureQuestion {
    /// The algorithm, with the names WebCrypto has for it.
    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        self.token.algorithm
    }

    /// The public key as a JSON Web Key.
    #[must_use]
    pub fn key_json(&self) -> &str {
        &self.key_json
    }

    /// The bytes that were signed, as received.
    #[must_use]
    pub fn signing_input(&self) -> &[u8] {
        &self.token.raw.expose().as_bytes()[..self.token.signed]
    }

    /// The signature's octets.
    #[must_use]
    pub fn signature(&self) -> &[u8] {
        &self.token.signature
    }

    /// Takes the verifier's answer.
    pub fn answered(self, valid: bool) -> Result<SignatureValid, IdTokenError> {
        if valid {
            Ok(SignatureValid { token: self.token })
        } else {
            Err(IdTokenError::Signature)
        }
    }
}

impl SignatureValid {
    pub(super) fn algorithm(&self) -> Algorithm {
        self.token.algorithm
    }

    pub(super) fn raw(&self) -> &IdTokenJwt {
        &self.token.raw
    }

    pub(super) fn payload(&self) -> &Object {
        &self.token.payload.members
    }

    pub(super) fn into_parts(self) -> (IdTokenJwt, Algorithm, Payload) {
        let Unverified {
            raw,
            algorithm,
            payload,
            ..
        } = self.token;
        (raw, algorithm, payload)
    }
}
