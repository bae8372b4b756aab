//! The signature algorithms an ID token may use: asymmetric ones, so that a shared-secret confusion cannot be written
//! down (RFC 7518 §3.1, RFC 8037).

use base64ct::{Base64UrlUnpadded, Encoding};
use jsonwebtoken::jwk::EllipticCurve;
use sha2::{Digest, Sha256, Sha384, Sha512};

/// An asymmetric signature algorithm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    Rs256,
    /// RSASSA-PKCS1-v1_5 with SHA-384.
    Rs384,
    /// RSASSA-PKCS1-v1_5 with SHA-512.
    Rs512,
    /// RSASSA-PSS with SHA-256.
    Ps256,
    /// RSASSA-PSS with SHA-384.
    Ps384,
    /// RSASSA-PSS with SHA-512.
    Ps512,
    /// ECDSA on P-256 with SHA-256.
    Es256,
    /// ECDSA on P-384 with SHA-384.
    Es384,
    /// ECDSA on P-521 with SHA-512.
    Es512,
    /// `EdDSA` on Ed25519.
    EdDsa,
}

/// What a key must be for an algorithm.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum KeyShape {
    /// `kty` RSA.
    Rsa,
    /// `kty` EC, with the curve.
    Ec(EllipticCurve),
    /// `kty` OKP, with the curve.
    Okp(EllipticCurve),
}

impl Algorithm {
    /// Every algorithm.
    pub const ALL: [Self; 10] = [
        Self::Rs256,
        Self::Rs384,
        Self::Rs512,
        Self::Ps256,
        Self::Ps384,
        Self::Ps512,
        Self::Es256,
        Self::Es384,
        Self::Es512,
        Self::EdDsa,
    ];

    /// What is accepted unless said otherwise.
    pub const DEFAULT: [Self; 2] = [Self::Rs256, Self::Es256];

    /// The algorithm of this exact name (`alg`); symmetric ones and `none` have none here.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|algorithm| algorithm.as_str() == name)
    }

    /// The name in a JWS header.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Rs384 => "RS384",
            Self::Rs512 => "RS512",
            Self::Ps256 => "PS256",
            Self::Ps384 => "PS384",
            Self::Ps512 => "PS512",
            Self::Es256 => "ES256",
            Self::Es384 => "ES384",
            Self::Es512 => "ES512",
            Self::EdDsa => "EdDSA",
        }
    }

    /// The name WebCrypto has for it.
    #[must_use]
    pub fn web_crypto_name(self) -> &'static str {
        match self {
            Self::Rs256 | Self::Rs384 | Self::Rs512 => "RSASSA-PKCS1-v1_5",
            Self::Ps256 | Self::Ps384 | Self::Ps512 => "RSA-PSS",
            Self::Es256 | Self::Es384 | Self::Es512 => "ECDSA",
            Self::EdDsa => "Ed25519",
        }
    }

    /// The name WebCrypto has for its hash; Ed25519 takes none.
    #[must_use]
    pub fn hash_name(self) -> Option<&'static str> {
        match self {
            Self::Rs256 | Self::Ps256 | Self::Es256 => Some("SHA-256"),
            Self::Rs384 | Self::Ps384 | Self::Es384 => Some("SHA-384"),
            Self::Rs512 | Self::Ps512 | Self::Es512 => Some("SHA-512"),
            Self::EdDsa => None,
        }
    }

    /// The curve of an ECDSA algorithm (WebCrypto's `namedCurve`).
    #[must_use]
    pub fn curve_name(self) -> Option<&'static str> {
        match self.key_shape() {
            KeyShape::Ec(curve) => Some(curve_name(&curve)),
            KeyShape::Rsa | KeyShape::Okp(..) => None,
        }
    }

    /// The salt of a PSS algorithm in octets (RFC 7518 §3.5).
    #[must_use]
    pub fn salt_length(self) -> Option<u32> {
        match self {
            Self::Ps256 => Some(32),
            Self::Ps384 => Some(48),
            Self::Ps512 => Some(64),
            _ => None,
        }
    }

    /// The left half of the hash of a token or code, as `at_hash` and `c_hash` carry it (OpenID Connect Core §3.3.2.11;
    /// Ed25519 hashes with SHA-512).
    #[must_use]
    pub fn half_hash(self, word: &str) -> String {
        match self {
            Self::Rs256 | Self::Ps256 | Self::Es256 => half(&Sha256::digest(word)),
            Self::Rs384 | Self::Ps384 | Self::Es384 => half(&Sha384::digest(word)),
            Self::Rs512 | Self::Ps512 | Self::Es512 | Self::EdDsa => half(&Sha512::digest(word)),
        }
    }

    /// The same for [`Algorithm::DEFAULT`], all of which hash with SHA-256: who takes no others need not carry SHA-512.
    #[must_use]
    pub fn half_hash_of_default(self, word: &str) -> String {
        half(&Sha256::digest(word))
    }

    pub(crate) fn key_shape(self) -> KeyShape {
        match self {
            Self::Es256 => KeyShape::Ec(EllipticCurve::P256),
            Self::Es384 => KeyShape::Ec(EllipticCurve::P384),
            Self::Es512 => KeyShape::Ec(EllipticCurve::P521),
            Self::EdDsa => KeyShape::Okp(EllipticCurve::Ed25519),
            _ => KeyShape::Rsa,
        }
    }

    /// The octets of a signature, where the algorithm fixes them (RFC 7518 §3.4, RFC 8032 §5.1.6).
    pub(crate) fn signature_length(self) -> Option<usize> {
        match self.key_shape() {
            KeyShape::Rsa => None,
            KeyShape::Ec(curve) | KeyShape::Okp(curve) => Some(2 * coordinate_length(&curve)),
        }
    }
}

/// The curve as a JWK's `crv` (RFC 7518 §6.2.1.1, RFC 8037 §2).
pub(crate) fn curve_name(curve: &EllipticCurve) -> &'static str {
    match curve {
        EllipticCurve::P256 => "P-256",
        EllipticCurve::P384 => "P-384",
        EllipticCurve::P521 => "P-521",
        EllipticCurve::Ed25519 => "Ed25519",
        _ => "",
    }
}

/// The octets of a coordinate on the curve.
pub(crate) fn coordinate_length(curve: &EllipticCurve) -> usize {
    match curve {
        EllipticCurve::P384 => 48,
        EllipticCurve::P521 => 66,
        _ => 32,
    }
}

fn half(hash: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(&hash[..hash.len() / 2])
}
