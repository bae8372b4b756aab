//! Proof of possession (RFC 9449): a token that is bound to a key of this browser, and the proof of it beside each request.
//!
//! The key is WebCrypto's and cannot be read out; here is what it signs, and what the server says about it.

use base64ct::{Base64UrlUnpadded, Encoding};
use sha2::{Digest, Sha256};

use crate::http::Response;
use crate::json::{self, Member};
use crate::refusal::RefusalCode;
use crate::secret::{AccessToken, Proof};
use crate::{endpoint, envelope};

/// The public half of a P-256 key, its coordinates in base64url (RFC 7518 §6.2.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofKey {
    x: String,
    y: String,
}

/// One request that is to be proven.
#[derive(Debug, Clone, Copy)]
pub struct Proving<'a> {
    /// The HTTP method, in capitals.
    pub method: &'a str,
    /// The URL; query and fragment are left out of the proof (RFC 9449 §4.2).
    pub url: &'a str,
    /// The access token that goes along, at an API.
    pub access_token: Option<&'a AccessToken>,
    /// The server's nonce, once it gave one.
    pub nonce: Option<&'a str>,
    /// Entropy that makes the proof unlike every other.
    pub entropy: [u8; 16],
    /// The time, in epoch seconds.
    pub at_s: u64,
}

/// What is to be signed: ECDSA on P-256 with SHA-256, R and S of 32 octets each (RFC 7518 §3.4).
#[derive(Clone, PartialEq, Eq)]
pub struct SigningInput(String);

impl std::fmt::Debug for SigningInput {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SigningInput(..)")
    }
}

impl ProofKey {
    /// A key by its coordinates, 32 octets each.
    #[must_use]
    pub fn new(x: &[u8; 32], y: &[u8; 32]) -> Self {
        Self {
            x: Base64UrlUnpadded::encode_string(x),
            y: Base64UrlUnpadded::encode_string(y),
        }
    }

    /// The key's thumbprint, `dpop_jkt` at the authorization endpoint (RFC 7638 §3, RFC 9449 §10).
    ///
    /// ```
    /// use vestibule_protocol::ProofKey;
    ///
    /// let key = ProofKey::new(&[1; 32], &[2; 32]);
    /// assert_eq!(key.thumbprint().len(), 43);
    /// ```
    #[must_use]
    pub fn thumbprint(&self) -> String {
        // The members in the order of their names, and none but these (RFC 7638 §3.2).
        let canonical = json::write_texts(&[("crv", "P-256"), ("kty", "EC"), ("x", &self.x), ("y", &self.y)]);
        Base64UrlUnpadded::encode_string(&Sha256::digest(canonical))
    }

    /// What to sign for this request (RFC 9449 §4.2).
    #[must_use]
    pub fn signing_input(&self, proving: &Proving<'_>) -> SigningInput {
        let jwk = [
            ("kty", Member::Text("EC")),
            ("crv", Member::Text("P-256")),
            ("x", Member::Text(&self.x)),
            ("y", Member::Text(&self.y)),
        ];
        let header = json::write(&[
            ("typ", Member::Text("dpop+jwt")),
            ("alg", Member::Text("ES256")),
            ("jwk", Member::Object(&jwk)),
        ]);
        let jti = Base64UrlUnpadded::encode_string(&proving.entropy);
        let ath = proving.access_token.map(token_hash);
        let mut claims = Member::texts([
            ("jti", Some(jti.as_str())),
            ("htm", Some(proving.method)),
            ("htu", Some(target(proving.url))),
            ("ath", ath.as_deref()),
            ("nonce", proving.nonce),
        ]);
        claims.push(("iat", Member::Number(proving.at_s)));
        let part = |text: String| Base64UrlUnpadded::encode_string(text.as_bytes());
        SigningInput(format!("{}.{}", part(header), part(json::write(&claims))))
    }
}

impl SigningInput {
    /// The octets to sign.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// The proof, for the header `DPoP`.
    #[must_use]
    pub fn signed(self, signature: &[u8]) -> Proof {
        let signature = Base64UrlUnpadded::encode_string(signature);
        Proof::new(format!("{}.{signature}", self.0))
    }
}

/// `ath`: the hash of the access token that a proof belongs to (RFC 9449 §4.2).
#[must_use]
pub fn token_hash(access_token: &AccessToken) -> String {
    Base64UrlUnpadded::encode_string(&Sha256::digest(access_token.expose()))
}

/// The nonce that a server wants in the next proof, on success as on refusal (RFC 9449 §8.1 and §8.2).
///
/// One with characters that no nonce has is none: it would be an invalid header.
#[must_use]
pub fn nonce(response: &Response) -> Option<&str> {
    let is_nonce_byte = |byte: u8| matches!(byte, b'!' | b'#'..=b'[' | b']'..=b'~');
    response
        .header("dpop-nonce")
        .filter(|nonce| !nonce.is_empty() && nonce.len() <= 512 && nonce.bytes().all(is_nonce_byte))
}

/// Whether the server refused for nothing but the missing or old nonce (RFC 9449 §8 and §9): then the same request may go
/// out once more, with the nonce that came along.
#[must_use]
pub fn wants_nonce(response: &Response) -> bool {
    let by_the_token_endpoint =
        response.status == 400 && envelope::refusal(response).code == RefusalCode::UseDpopNonce;
    let by_an_api = response.status == 401
        && response.header("www-authenticate").is_some_and(|challenge| {
            let mut words = challenge.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            words.any(|word| word == "use_dpop_nonce")
        });
    by_the_token_endpoint || by_an_api
}

/// The origin whose nonces count for this URL; `None` for what is no absolute URL of a server that tokens may go to.
#[must_use]
pub fn origin(url: &str) -> Option<String> {
    endpoint::parse(url).ok().map(|endpoint| endpoint.origin)
}

/// The URL as a proof names it, without query and fragment.
fn target(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or(url)
}
