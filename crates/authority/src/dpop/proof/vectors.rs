//! The published vectors of proofs and thumbprints: RFC 9449, RFC 7638 and RFC 8037.

use std::sync::Arc;

use axum::extract::FromRequestParts as _;
use axum::http::{HeaderMap, HeaderValue, Request};
use serde_json::{Map, Value, json};

use super::{DpopError, LEEWAY, proof, read};
use crate::AppState;
use crate::chance::Chance;
use crate::clock::TestClock;
use crate::config::{Config, KeyAlgorithm};
use crate::dpop::key;
use crate::http::Visit;
use crate::keys::{Keys, SigningKey};
use crate::secret::Secret;
use crate::store::Store;

/// The thumbprint of the key that signs the proofs of RFC 9449 (section 6.1).
const JKT: &str = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

/// The access token of RFC 9449 (sections 5 and 7.1).
const ACCESS_TOKEN: &str = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";

/// Section 5: a code is exchanged.
const TOKEN: &str = concat!(
    "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNo",
    "UklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERW",
    "clUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh",
    "0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8",
    "v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg",
);

/// Section 5: a refresh token is used.
const REFRESH: &str = concat!(
    "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNo",
    "UklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERW",
    "clUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh",
    "0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjY1Mjk2fQ.pAqut2IRDm_De6PR",
    "93SYmGBPXpwrAk90e8cP2hjiaG5QsGSuKDYW7_X620BxqhvYC8ynrrvZLTk41mSRroapUA",
);

/// Section 7.1: a resource is asked for.
const RESOURCE: &str = concat!(
    "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNo",
    "UklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERW",
    "clUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR",
    "1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCw",
    "iYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9.2oW9RP35yRqzhrtNP86L-E",
    "y71EOptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA",
);

/// A request at a server that goes by this issuer.
struct At {
    method: &'static str,
    issuer: &'static str,
    path: &'static str,
    token: Option<&'static str>,
}

const TOKEN_ENDPOINT: At = At {
    method: "POST",
    issuer: "https://server.example.com/",
    path: "/token",
    token: None,
};

const PROTECTED_RESOURCE: At = At {
    method: "GET",
    issuer: "https://resource.example.org/",
    path: "/protectedresource",
    token: Some(ACCESS_TOKEN),
};

#[tokio::test]
async fn rfc_9449_section_5_the_proof_of_a_token_request() {
    is_good_but_for_the_nonce(TOKEN, &TOKEN_ENDPOINT, 1_562_262_616).await;
}

#[tokio::test]
async fn rfc_9449_section_5_the_proof_of_a_refresh_request() {
    is_good_but_for_the_nonce(REFRESH, &TOKEN_ENDPOINT, 1_562_265_296).await;
}

#[tokio::test]
async fn rfc_9449_section_7_1_the_proof_of_a_resource_request() {
    is_good_but_for_the_nonce(RESOURCE, &PROTECTED_RESOURCE, 1_562_262_618).await;
    let other = At {
        token: Some("another"),
        ..PROTECTED_RESOURCE
    };
    assert_eq!(
        fault(RESOURCE, &other, 1_562_262_618).await,
        Some("The proof is for another access token (ath).")
    );
}

#[test]
fn rfc_9449_section_7_1_ath() {
    let ath = "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo";
    assert_eq!(Secret::from(ACCESS_TOKEN).digest(), ath);
    let (_, claims) = read(RESOURCE).unwrap();
    assert_eq!(claims["ath"], ath);
}

#[test]
fn rfc_7638_section_3_1_thumbprint() {
    let n = concat!(
        "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECP",
        "ebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY",
        "368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0f",
        "M4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw",
    );
    let jwk = object(json!({ "kty": "RSA", "n": n, "e": "AQAB", "alg": "RS256", "kid": "2011-04-29" }));
    let key = key::read("RS256", &jwk).ok().unwrap();
    assert_eq!(key.thumbprint, "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
}

#[test]
fn rfc_8037_appendix_a_thumbprint_and_signature() {
    let jwk =
        object(json!({ "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" }));
    let key = key::read("EdDSA", &jwk).ok().unwrap();
    assert_eq!(key.thumbprint, "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    let signed = concat!(
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvM",
        "g3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg",
    );
    let (message, signature) = signed.rsplit_once('.').unwrap();
    let verdict = jsonwebtoken::crypto::verify(signature, message.as_bytes(), &key.decoding, key.algorithm);
    assert_eq!(verdict.ok(), Some(true));
}

/// The examples come from a server that gives no nonces; this one asks for one once nothing else is wrong.
async fn is_good_but_for_the_nonce(text: &str, at: &At, now: i64) {
    let (jkt, _) = read(text).unwrap();
    assert_eq!(jkt, JKT);
    for in_time in [now - LEEWAY, now, now + LEEWAY] {
        assert_eq!(fault(text, at, in_time).await, None);
    }
    let time = Some("The proof is too old or too new (iat).");
    assert_eq!(fault(text, at, now - LEEWAY - 1).await, time);
    assert_eq!(fault(text, at, now + LEEWAY + 1).await, time);
    let elsewhere = At { path: "/", ..*at };
    assert_eq!(
        fault(text, &elsewhere, now).await,
        Some("The proof is for another address (htu).")
    );
    let (message, signature) = text.rsplit_once('.').unwrap();
    let forged = format!("{message}.A{}", &signature[1..]);
    assert_eq!(read(&forged).err(), Some("The proof's signature is wrong."));
}

/// What is wrong with a proof beside its nonce.
async fn fault(text: &str, at: &At, now: i64) -> Option<&'static str> {
    let state = state(at.issuer, now);
    let request = Request::builder()
        .method(at.method)
        .uri(at.path)
        .body(())
        .unwrap();
    let (mut parts, ()) = request.into_parts();
    let visit = Visit::from_request_parts(&mut parts, &state).await.ok().unwrap();
    let headers = HeaderMap::from_iter([("dpop".parse().unwrap(), HeaderValue::from_str(text).unwrap())]);
    match proof(&state, &visit, &headers, at.token) {
        Err(DpopError::Nonce(_)) => None,
        Err(DpopError::Bad(sentence)) => Some(sentence),
        other => panic!("{other:?}"),
    }
}

fn state(issuer: &str, now: i64) -> AppState {
    let chance = Chance::seeded(1);
    let key = SigningKey::generate(KeyAlgorithm::Es256, &chance).unwrap();
    AppState {
        config: Arc::new(Config {
            issuer: Some(issuer.to_owned()),
            ..crate::seed::config()
        }),
        store: Arc::new(Store::in_memory().unwrap()),
        clock: Arc::new(TestClock::at(now)),
        chance: Arc::new(chance),
        keys: Arc::new(Keys::of(key)),
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        other => panic!("{other} is no object"),
    }
}
