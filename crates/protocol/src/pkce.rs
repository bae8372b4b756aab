//! Proof Key for Code Exchange (RFC 7636): S256 only.

use base64ct::{Base64UrlUnpadded, Encoding};
use sha2::{Digest, Sha256};

use crate::secret::CodeVerifier;

/// A verifier of 43 characters out of 32 random octets (RFC 7636 §4.1).
#[must_use]
pub fn verifier(entropy: [u8; 32]) -> CodeVerifier {
    CodeVerifier::new(Base64UrlUnpadded::encode_string(&entropy))
}

/// The S256 challenge of a verifier (RFC 7636 §4.2).
#[must_use]
pub fn challenge(verifier: &CodeVerifier) -> String {
    Base64UrlUnpadded::encode_string(&Sha256::digest(verifier.expose()))
}
