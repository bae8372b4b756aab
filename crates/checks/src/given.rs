//! The side of a log-in that is not in question: an issuer, its metadata and keys, an attempt, and how bytes are an answer.

use serde_json::json;
use vestibule_protocol::{Issuer, Jwks, Metadata, Response, Transaction, discovery, jwks};

pub const ISSUER: &str = "https://login.example.com/";
pub const CLIENT: &str = "CID";
pub const NOW: f64 = 1_700_000_000.0;

/// An answer that went well.
pub fn success(body: &[u8]) -> Response {
    Response {
        status: 200,
        headers: Vec::new(),
        body: body.to_vec(),
    }
}

/// An answer as it is written down: a status, header fields by lines, an empty line, a body.
pub fn exchange(bytes: &[u8]) -> Response {
    let (head, body) = match bytes.windows(2).position(|pair| pair == b"\n\n") {
        Some(at) => (&bytes[..at], &bytes[at + 2..]),
        None => (bytes, &[][..]),
    };
    let head = String::from_utf8_lossy(head);
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.parse().ok()).unwrap_or(200);
    let headers = lines.filter_map(|line| line.split_once(':'));
    Response {
        status,
        headers: headers
            .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
            .collect(),
        body: body.to_vec(),
    }
}

pub fn issuer() -> Issuer {
    Issuer::parse(ISSUER).expect("the constant is an issuer")
}

pub fn metadata() -> Metadata {
    let json = json!({
        "issuer": ISSUER,
        "authorization_endpoint": "https://login.example.com/authorize",
        "token_endpoint": "https://login.example.com/oauth/token",
        "jwks_uri": "https://login.example.com/.well-known/jwks.json",
    });
    discovery::read(&success(json.to_string().as_bytes()), &issuer()).expect("the metadata above is sound")
}

/// An attempt whose state is known to the seeds.
pub fn transaction() -> Transaction {
    Transaction::new([7; 96], 1_700_000_000)
        .with_issuer(ISSUER)
        .with_redirect_uri("https://app.example.com/callback")
}

/// One key of each kind. Nobody verifies with them.
pub fn keys() -> Jwks {
    let number = |octets: usize| "_".repeat(octets * 4 / 3) + ["", "w", "8"][octets % 3];
    let keys = json!({ "keys": [
        { "kid": "rsa", "kty": "RSA", "n": number(256), "e": "AQAB" },
        { "kid": "p256", "kty": "EC", "crv": "P-256", "x": number(32), "y": number(32) },
        { "kid": "p384", "kty": "EC", "crv": "P-384", "x": number(48), "y": number(48) },
        { "kid": "p521", "kty": "EC", "crv": "P-521", "x": number(66), "y": number(66) },
        { "kid": "ed", "kty": "OKP", "crv": "Ed25519", "x": number(32) },
    ]});
    let keys = jwks::read(&success(keys.to_string().as_bytes())).expect("the set above is sound");
    assert_eq!(keys.len(), 5, "each of the keys above is usable");
    keys
}
