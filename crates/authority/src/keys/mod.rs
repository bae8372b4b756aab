//! Signing keys: made once, kept in the database, published without their private part.

mod ec;
mod rsa_key;

use std::collections::HashSet;

use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::chance::Chance;
use crate::config::KeyAlgorithm;
use crate::store::{Store, StoreError, StoredKey};

/// The keys: one signs, all verify.
pub struct Keys {
    signing: SigningKey,
    published: Vec<Value>,
}

/// A key pair.
#[derive(Clone)]
pub struct SigningKey {
    algorithm: KeyAlgorithm,
    kid: String,
    encoding: EncodingKey,
    public: Value,
    stored: StoredKey,
}

/// Why there is no usable key.
#[derive(Debug)]
pub enum KeyError {
    /// The store refused.
    Store(StoreError),
    /// The key could not be made.
    Generate,
    /// A stored key does not read back.
    Stored,
    /// Signing failed.
    Sign(jsonwebtoken::errors::Error),
}

impl SigningKey {
    /// Makes a key pair.
    pub fn generate(algorithm: KeyAlgorithm, chance: &Chance) -> Result<Self, KeyError> {
        let private_der = match algorithm {
            KeyAlgorithm::Rs256 => rsa_key::generate(chance)?,
            KeyAlgorithm::Es256 => ec::generate(chance)?,
        };
        Self::read(algorithm, private_der)
    }

    fn read(algorithm: KeyAlgorithm, private_der: Vec<u8>) -> Result<Self, KeyError> {
        let (kid, mut public, encoding) = match algorithm {
            KeyAlgorithm::Rs256 => {
                let (kid, public) = rsa_key::public(&private_der)?;
                (kid, public, EncodingKey::from_rsa_der(&private_der))
            }
            KeyAlgorithm::Es256 => {
                let (kid, public) = ec::public(&private_der)?;
                (kid, public, EncodingKey::from_ec_der(&private_der))
            }
        };
        public["kid"] = json!(kid);
        public["use"] = json!("sig");
        public["alg"] = json!(algorithm.as_str());
        let stored = StoredKey {
            kid: kid.clone(),
            algorithm: algorithm.as_str().to_owned(),
            private_der,
        };
        Ok(Self {
            algorithm,
            kid,
            encoding,
            public,
            stored,
        })
    }

    fn from_stored(stored: StoredKey) -> Result<Self, KeyError> {
        let algorithm = match stored.algorithm.as_str() {
            "RS256" => KeyAlgorithm::Rs256,
            "ES256" => KeyAlgorithm::Es256,
            _ => return Err(KeyError::Stored),
        };
        Self::read(algorithm, stored.private_der)
    }
}

impl Keys {
    /// Takes the keys from the store, and makes and keeps one when none signs by `algorithm` yet.
    pub fn load(store: &Store, algorithm: KeyAlgorithm, chance: &Chance, now: i64) -> Result<Self, KeyError> {
        let kept = store.keys().map_err(KeyError::Store)?;
        let mut keys = kept
            .into_iter()
            .map(SigningKey::from_stored)
            .collect::<Result<Vec<_>, _>>()?;
        let signing = if let Some(key) = keys.iter().find(|key| key.algorithm == algorithm) {
            key.clone()
        } else {
            let key = SigningKey::generate(algorithm, chance)?;
            store.add_key(&key.stored, now).map_err(KeyError::Store)?;
            keys.insert(0, key.clone());
            key
        };
        Ok(Self {
            signing,
            published: keys.into_iter().map(|key| key.public).collect(),
        })
    }

    /// One given key and nothing kept: for tests, which would spend their time on making keys.
    #[must_use]
    pub fn of(key: SigningKey) -> Self {
        Self {
            published: vec![key.public.clone()],
            signing: key,
        }
    }

    /// Signs `claims`; `typ` is the header's media type (RFC 7515 section 4.1.9).
    pub fn sign(&self, typ: &str, claims: &impl Serialize) -> Result<String, KeyError> {
        let mut header = Header::new(match self.signing.algorithm {
            KeyAlgorithm::Rs256 => Algorithm::RS256,
            KeyAlgorithm::Es256 => Algorithm::ES256,
        });
        header.typ = Some(typ.to_owned());
        header.kid = Some(self.signing.kid.clone());
        jsonwebtoken::encode(&header, claims, &self.signing.encoding).map_err(KeyError::Sign)
    }

    /// The claims of a token that one of these keys signed under header type `typ`. Nothing is said of the claims
    /// themselves, times included: the caller has the clock.
    #[must_use]
    pub fn verify(&self, typ: &str, token: &str) -> Option<Map<String, Value>> {
        let header = jsonwebtoken::decode_header(token).ok()?;
        if header.typ.as_deref() != Some(typ) {
            return None;
        }
        let kid = header.kid?;
        let public = self.published.iter().find(|key| key["kid"] == kid.as_str())?;
        let algorithm = match public["alg"].as_str()? {
            "RS256" => Algorithm::RS256,
            "ES256" => Algorithm::ES256,
            _ => return None,
        };
        let jwk: Jwk = serde_json::from_value(public.clone()).ok()?;
        let mut validation = Validation::new(algorithm);
        validation.required_spec_claims = HashSet::new();
        validation.validate_exp = false;
        validation.validate_aud = false;
        jsonwebtoken::decode(token, &DecodingKey::from_jwk(&jwk).ok()?, &validation)
            .ok()
            .map(|data| data.claims)
    }

    /// The JWK set (RFC 7517 section 5).
    #[must_use]
    pub fn published(&self) -> &[Value] {
        &self.published
    }

    /// The algorithm of new signatures.
    #[must_use]
    pub fn algorithm(&self) -> KeyAlgorithm {
        self.signing.algorithm
    }
}
