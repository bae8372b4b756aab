//! Keys of a client and the proofs that they sign, made by hand so that every part can be wrong.

use std::sync::OnceLock;

use axum::body::Body;
use axum::http::Method;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, EncodingKey};
use p256::elliptic_curve::sec1::ToEncodedPoint as _;
use p256::pkcs8::EncodePrivateKey as _;
use rsa::pkcs1::EncodeRsaPrivateKey as _;
use rsa::traits::PublicKeyParts as _;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use vestibule_authority::chance::Chance;

use super::harness::{APP, Answer, Browser, ISSUER, START, form};

/// A key pair of a client.
#[derive(Clone)]
pub struct ClientKey {
    /// What it signs by.
    pub algorithm: Algorithm,
    /// The public half.
    pub jwk: Value,
    private: EncodingKey,
}

impl ClientKey {
    /// A key on P-256; another for every seed.
    pub fn ec(seed: u64) -> Self {
        let key = Chance::seeded(seed).with(p256::SecretKey::random);
        let point = key.public_key().to_encoded_point(false);
        let text = |part: &[u8]| URL_SAFE_NO_PAD.encode(part);
        Self {
            algorithm: Algorithm::ES256,
            jwk: json!({
                "kty": "EC",
                "crv": "P-256",
                "x": text(point.x().unwrap()),
                "y": text(point.y().unwrap()),
            }),
            private: EncodingKey::from_ec_der(key.to_pkcs8_der().unwrap().as_bytes()),
        }
    }

    /// An RSA key of so many bits; one for each size.
    pub fn rsa(algorithm: Algorithm, bits: usize) -> Self {
        static LONG: OnceLock<rsa::RsaPrivateKey> = OnceLock::new();
        static SHORT: OnceLock<rsa::RsaPrivateKey> = OnceLock::new();
        let kept = if bits == 2048 { &LONG } else { &SHORT };
        let key = kept
            .get_or_init(|| Chance::seeded(3).with(|random| rsa::RsaPrivateKey::new(random, bits).unwrap()));
        let text = |number: &rsa::BigUint| URL_SAFE_NO_PAD.encode(number.to_bytes_be());
        Self {
            algorithm,
            jwk: json!({ "kty": "RSA", "n": text(key.n()), "e": text(key.e()) }),
            private: EncodingKey::from_rsa_der(key.to_pkcs1_der().unwrap().as_bytes()),
        }
    }

    /// The key of RFC 8032 section 7.1, test 1.
    pub fn ed25519() -> Self {
        let seed = hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        let public = hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        let mut der = hex("302e020100300506032b657004220420");
        der.extend(seed);
        Self {
            algorithm: Algorithm::EdDSA,
            jwk: json!({ "kty": "OKP", "crv": "Ed25519", "x": URL_SAFE_NO_PAD.encode(public) }),
            private: EncodingKey::from_ed_der(&der),
        }
    }

    /// RFC 7638.
    pub fn thumbprint(&self) -> String {
        let jwk = &self.jwk;
        let canonical = match jwk["kty"].as_str().unwrap() {
            "EC" => json!({ "crv": jwk["crv"], "kty": "EC", "x": jwk["x"], "y": jwk["y"] }),
            "OKP" => json!({ "crv": jwk["crv"], "kty": "OKP", "x": jwk["x"] }),
            _ => json!({ "e": jwk["e"], "kty": "RSA", "n": jwk["n"] }),
        };
        // The members of serde_json's objects are in order.
        URL_SAFE_NO_PAD.encode(Sha256::digest(canonical.to_string()))
    }

    /// Signs any header and payload.
    pub fn sign(&self, header: &Value, claims: &Value) -> String {
        let text = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let message = format!("{}.{}", text(header), text(claims));
        let signature =
            jsonwebtoken::crypto::sign(message.as_bytes(), &self.private, self.algorithm).unwrap();
        format!("{message}.{signature}")
    }

    /// The header of a good proof.
    pub fn header(&self) -> Value {
        json!({ "typ": "dpop+jwt", "alg": format!("{:?}", self.algorithm), "jwk": self.jwk })
    }

    /// A good proof.
    pub fn proof(&self, claims: &Value) -> String {
        self.sign(&self.header(), claims)
    }
}

/// The claims of a good proof for `path`, under a name of its own; they are good when the story begins.
pub fn claims_for(method: &str, path: &str, nonce: &str) -> Value {
    use std::sync::atomic::{AtomicU32, Ordering};
    static COUNT: AtomicU32 = AtomicU32::new(0);
    json!({
        "jti": format!("proof-{}", COUNT.fetch_add(1, Ordering::SeqCst)),
        "htm": method,
        "htu": format!("{ISSUER}{}", path.trim_start_matches('/')),
        "iat": START,
        "nonce": nonce,
    })
}

/// `claims` with the hash of an access token.
pub fn with_token(mut claims: Value, token: &str) -> Value {
    claims["ath"] = json!(URL_SAFE_NO_PAD.encode(Sha256::digest(token)));
    claims
}

/// The server's present nonce, which it tells whoever sends a proof.
pub async fn nonce(browser: &Browser) -> String {
    let answer = post(browser, "/oauth/token", &[("client_id", "quickstart")], "x").await;
    answer.header("dpop-nonce").unwrap().to_owned()
}

/// Posts a form with a proof.
pub async fn post(browser: &Browser, path: &str, fields: &[(&str, &str)], proof: &str) -> Answer {
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("origin", APP),
        ("dpop", proof),
    ];
    browser
        .send(Method::POST, path, &headers, Body::from(form(fields)))
        .await
}

/// Posts a form with a good proof of `key`.
pub async fn prove(browser: &Browser, key: &ClientKey, path: &str, fields: &[(&str, &str)]) -> Answer {
    let nonce = nonce(browser).await;
    post(
        browser,
        path,
        fields,
        &key.proof(&claims_for("POST", path, &nonce)),
    )
    .await
}

fn hex(text: &str) -> Vec<u8> {
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap())
        .collect()
}
