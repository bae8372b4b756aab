//! What the world's messages are written on: responses, tokens, parameters.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::Value;
use vestibule_flow::NetworkFault;
use vestibule_protocol::{Response, form};

pub type Http = Result<Response, NetworkFault>;
pub type Params = Vec<(String, String)>;
/// What happens to an answer on its way.
pub type Twist = fn(&mut Params);

/// The key of RFC 7515, appendix A.2.
pub const JWKS: &str = r#"{"keys":[{"kty":"RSA","kid":"one","use":"sig","alg":"RS256","e":"AQAB","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"}]}"#;

#[expect(
    clippy::unnecessary_wraps,
    reason = "it stands where a world may also answer with a fault"
)]
pub fn answer(status: u16, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Http {
    let headers = headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    Ok(Response {
        status,
        headers,
        body: body.as_ref().to_vec(),
    })
}

pub fn json(status: u16, body: &Value) -> Http {
    answer(status, &[("content-type", "application/json")], body.to_string())
}

pub fn text(status: u16, body: &str) -> Http {
    answer(status, &[("content-type", "text/html")], body)
}

/// A token whose signature has the right length and is its own; whether it is valid is for the world to say.
pub fn jwt(claims: &Value, nth: u16) -> String {
    jwt_by(r#"{"alg":"RS256","kid":"one"}"#, claims, nth)
}

pub fn jwt_by(header: &str, claims: &Value, nth: u16) -> String {
    let [header, payload] = [header.to_owned(), claims.to_string()].map(|part| URL_SAFE_NO_PAD.encode(part));
    let octets = nth.to_be_bytes();
    let signature: [u8; 256] = std::array::from_fn(|at| octets[at % 2]);
    format!("{header}.{payload}.{}", URL_SAFE_NO_PAD.encode(signature))
}

/// A part of a compact JWS, read.
pub fn part(jws: &str, at: usize) -> Value {
    let part = jws.split('.').nth(at).expect("three parts");
    let octets = URL_SAFE_NO_PAD.decode(part).expect("base64url");
    serde_json::from_slice(&octets).expect("JSON")
}

pub fn decoded(encoded: &str) -> Params {
    let text = |text: &str| form::decode(text).expect("form-encoded");
    encoded
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (text(name), text(value)))
        .collect()
}

pub fn decoded_query(url: &str) -> Params {
    decoded(url.split_once('?').map_or("", |(_, query)| query))
}

pub fn value<'p>(params: &'p Params, name: &str) -> Option<&'p str> {
    params
        .iter()
        .find(|(known, _)| known == name)
        .map(|(_, value)| value.as_str())
}

pub fn param(name: &str, value: impl Into<String>) -> (String, String) {
    (name.to_owned(), value.into())
}
