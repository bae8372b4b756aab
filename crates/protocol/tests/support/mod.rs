//! What several tests need: a server's answers, a signer, and a verifier that really verifies.

pub mod log_in;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::{Signer, Verifier};
use rsa::BigUint;
use rsa::sha2::Sha256;
use serde_json::{Value, json};
use vestibule_protocol::{
    Algorithm, Issuer, Jwks, KeySearch, Metadata, Response, SignatureQuestion, SignatureValid, Transaction,
    discovery, id_token, jwks,
};
use vestibule_protocol::{IdTokenError, IdTokenJwt};

pub const ISSUER: &str = "https://login.example.com/";
pub const CLIENT: &str = "CID";
pub const CALLBACK: &str = "https://app.example.com/callback";
pub const NOW: f64 = 1_700_000_000.0;

pub fn response(status: u16, body: impl Into<Vec<u8>>) -> Response {
    Response {
        status,
        headers: Vec::new(),
        body: body.into(),
    }
}

pub fn response_with(status: u16, headers: &[(&str, &str)], body: &str) -> Response {
    let headers = headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    Response {
        status,
        headers,
        body: body.into(),
    }
}

pub fn issuer() -> Issuer {
    Issuer::parse(ISSUER).expect("the constant is an issuer")
}

pub fn metadata_json() -> Value {
    json!({
        "issuer": ISSUER,
        "authorization_endpoint": "https://login.example.com/authorize",
        "token_endpoint": "https://login.example.com/oauth/token",
        "jwks_uri": "https://login.example.com/.well-known/jwks.json",
        "userinfo_endpoint": "https://login.example.com/userinfo",
        "code_challenge_methods_supported": ["S256", "plain"],
    })
}

pub fn metadata() -> Metadata {
    discovery::read(&response(200, metadata_json().to_string()), &issuer())
        .expect("the metadata above is sound")
}

/// Metadata that promises `iss` in every authorization response.
pub fn metadata_with_iss() -> Metadata {
    Metadata {
        iss_parameter_supported: true,
        ..metadata()
    }
}

pub fn transaction() -> Transaction {
    Transaction::new(entropy(), 1_700_000_000)
        .with_issuer(ISSUER)
        .with_redirect_uri(CALLBACK)
}

/// Octets 0 to 95, so that expected texts can be computed elsewhere.
pub fn entropy() -> [u8; 96] {
    std::array::from_fn(|at| u8::try_from(at).expect("96 fits an octet"))
}

pub fn base64url(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub fn from_base64url(text: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text).expect("tests write base64url")
}

/// The test server's ES256 key; a fixed scalar, so that runs repeat.
pub fn signing_key() -> p256::ecdsa::SigningKey {
    p256::ecdsa::SigningKey::from_slice(&[7; 32]).expect("the scalar is in range")
}

pub fn public_jwk() -> Value {
    let point = signing_key().verifying_key().to_encoded_point(false);
    json!({
        "kty": "EC", "crv": "P-256", "kid": "key-1", "use": "sig", "alg": "ES256",
        "x": base64url(point.x().expect("uncompressed")), "y": base64url(point.y().expect("uncompressed")),
    })
}

pub fn keys_of(keys: &[Value]) -> Jwks {
    jwks::read(&response(200, json!({ "keys": keys }).to_string())).expect("a key set")
}

pub fn keys() -> Jwks {
    keys_of(&[public_jwk()])
}

pub fn header() -> Value {
    json!({ "alg": "ES256", "kid": "key-1", "typ": "JWT" })
}

/// Claims that pass with [`transaction`] at [`NOW`].
pub fn claims() -> Value {
    json!({
        "iss": ISSUER, "sub": "auth0|1", "aud": CLIENT, "iat": 1_699_999_990, "exp": 1_700_036_000,
        "nonce": transaction().nonce().expose(), "email": "ada@example.com", "name": "Ada",
    })
}

/// Signs header and payload texts as they stand, with the test server's key.
pub fn sign(header: &str, payload: &str) -> IdTokenJwt {
    let input = format!("{}.{}", base64url(header), base64url(payload));
    let signature: p256::ecdsa::Signature = signing_key().sign(input.as_bytes());
    IdTokenJwt::new(format!("{input}.{}", base64url(signature.to_bytes())))
}

/// Steps 1 to 4 with a real verification.
pub fn verify(token: &IdTokenJwt, keys: &Jwks) -> Result<SignatureValid, IdTokenError> {
    let unverified = id_token::open(token)?;
    match unverified.find_key(keys) {
        KeySearch::Found(question) => {
            let valid = is_valid(&question);
            question.answered(valid)
        }
        KeySearch::UnknownKid => Err(IdTokenError::UnknownKid(
            unverified.kid().expect("an unknown name is a name").to_owned(),
        )),
        KeySearch::Refused(error) => Err(error),
    }
}

/// What WebCrypto would answer.
pub fn is_valid(question: &SignatureQuestion) -> bool {
    let key: Value = serde_json::from_str(question.key_json()).expect("the key is JSON");
    let number = |name: &str| from_base64url(key[name].as_str().expect("a member of the key"));
    let (input, signature) = (question.signing_input(), question.signature());
    match question.algorithm() {
        Algorithm::Rs256 => {
            let (n, e) = (
                BigUint::from_bytes_be(&number("n")),
                BigUint::from_bytes_be(&number("e")),
            );
            let key = rsa::RsaPublicKey::new(n, e).expect("an RSA key");
            let signature = rsa::pkcs1v15::Signature::try_from(signature);
            let key = rsa::pkcs1v15::VerifyingKey::<Sha256>::new(key);
            signature.is_ok_and(|signature| key.verify(input, &signature).is_ok())
        }
        Algorithm::Es256 => {
            let (x, y) = (number("x"), number("y"));
            let point = p256::EncodedPoint::from_affine_coordinates(x[..].into(), y[..].into(), false);
            let key = p256::ecdsa::VerifyingKey::from_encoded_point(&point).expect("a point on the curve");
            let signature = p256::ecdsa::Signature::from_slice(signature);
            signature.is_ok_and(|signature| key.verify(input, &signature).is_ok())
        }
        Algorithm::Es512 => {
            let (x, y) = (number("x"), number("y"));
            let point = p521::EncodedPoint::from_affine_coordinates(x[..].into(), y[..].into(), false);
            let key = p521::ecdsa::VerifyingKey::from_encoded_point(&point).expect("a point on the curve");
            let signature = p521::ecdsa::Signature::from_slice(signature);
            signature.is_ok_and(|signature| key.verify(input, &signature).is_ok())
        }
        Algorithm::EdDsa => {
            let point: [u8; 32] = number("x").try_into().expect("32 octets");
            let key = ed25519_dalek::VerifyingKey::from_bytes(&point).expect("a point on the curve");
            let signature = ed25519_dalek::Signature::from_slice(signature);
            signature.is_ok_and(|signature| key.verify(input, &signature).is_ok())
        }
        other => panic!("no vector uses {other:?}"),
    }
}
