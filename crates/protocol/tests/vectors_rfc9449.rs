//! RFC 9449: the thumbprint, the hash of the access token, and the three proofs that are printed there.

use p256::ecdsa::signature::{Signer, Verifier};
use serde_json::{Value, json};
use vestibule_protocol::{AccessToken, ProofKey, Proving, dpop};

use crate::support::{base64url, from_base64url, response_with, signing_key};

const X: &str = "l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs";
const Y: &str = "9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA";
const ACCESS_TOKEN: &str = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";
const HEADER: &str = "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19";

/// A proof as it is printed, and what it is for.
struct Printed {
    payload: &'static str,
    signature: &'static str,
    method: &'static str,
    url: &'static str,
    at_s: u64,
    access_token: Option<AccessToken>,
}

fn printed() -> [Printed; 3] {
    [
        Printed {
            payload: "eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ",
            signature: "2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg",
            method: "POST",
            url: "https://server.example.com/token",
            at_s: 1_562_262_616,
            access_token: None,
        },
        Printed {
            payload: "eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjY1Mjk2fQ",
            signature: "pAqut2IRDm_De6PR93SYmGBPXpwrAk90e8cP2hjiaG5QsGSuKDYW7_X620BxqhvYC8ynrrvZLTk41mSRroapUA",
            method: "POST",
            url: "https://server.example.com/token",
            at_s: 1_562_265_296,
            access_token: None,
        },
        Printed {
            payload: "eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9",
            signature: "2oW9RP35yRqzhrtNP86L-Ey71EOptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA",
            method: "GET",
            url: "https://resource.example.org/protectedresource",
            at_s: 1_562_262_618,
            access_token: Some(AccessToken::new(ACCESS_TOKEN)),
        },
    ]
}

fn key() -> ProofKey {
    let coordinate = |text: &str| from_base64url(text).try_into().expect("32 octets");
    ProofKey::new(&coordinate(X), &coordinate(Y))
}

fn parts(input: &[u8]) -> (Value, Value) {
    let text = std::str::from_utf8(input).expect("ASCII");
    let (header, payload) = text.split_once('.').expect("two parts");
    let part = |part: &str| serde_json::from_slice(&from_base64url(part)).expect("JSON");
    (part(header), part(payload))
}

fn proving<'a>(method: &'a str, url: &'a str) -> Proving<'a> {
    Proving {
        method,
        url,
        access_token: None,
        nonce: None,
        entropy: [7; 16],
        at_s: 1,
    }
}

#[test]
fn the_key_has_the_printed_thumbprint() {
    assert_eq!(key().thumbprint(), "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
}

#[test]
fn the_access_token_has_the_printed_hash() {
    let hash = dpop::token_hash(&AccessToken::new(ACCESS_TOKEN));
    assert_eq!(hash, "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo");
}

#[test]
fn what_is_signed_says_what_the_printed_proofs_say() {
    for proof in printed() {
        let input = key().signing_input(&Proving {
            access_token: proof.access_token.as_ref(),
            at_s: proof.at_s,
            ..proving(proof.method, proof.url)
        });
        let (header, mut claims) = parts(input.as_bytes());
        let (their_header, theirs) = parts(format!("{HEADER}.{}", proof.payload).as_bytes());
        assert_eq!(header, their_header);
        // Theirs has twelve octets of chance in it, ours sixteen.
        assert_eq!(claims["jti"], json!(base64url([7; 16])));
        claims["jti"] = theirs["jti"].clone();
        assert_eq!(claims, theirs);
    }
}

#[test]
fn the_printed_proofs_are_signed_by_the_printed_key() {
    let (x, y) = (from_base64url(X), from_base64url(Y));
    let point = p256::EncodedPoint::from_affine_coordinates(x[..].into(), y[..].into(), false);
    let key = p256::ecdsa::VerifyingKey::from_encoded_point(&point).expect("a point on the curve");
    for proof in printed() {
        let signature =
            p256::ecdsa::Signature::from_slice(&from_base64url(proof.signature)).expect("64 octets");
        let input = format!("{HEADER}.{}", proof.payload);
        key.verify(input.as_bytes(), &signature)
            .expect("a valid signature");
    }
}

#[test]
fn a_proof_of_ours_is_a_jws_that_its_key_signed() {
    let point = signing_key().verifying_key().to_encoded_point(false);
    let coordinate = |octets: &[u8]| octets.try_into().expect("32 octets");
    let key = ProofKey::new(
        &coordinate(point.x().expect("x")),
        &coordinate(point.y().expect("y")),
    );
    let input = key.signing_input(&proving("GET", "https://api.example.com/"));
    let octets = input.as_bytes().to_vec();
    let signature: p256::ecdsa::Signature = signing_key().sign(&octets);
    let proof = input.signed(&signature.to_bytes());
    let (signed, last) = proof.expose().rsplit_once('.').expect("three parts");
    assert_eq!(signed.as_bytes(), octets);
    assert_eq!(from_base64url(last), signature.to_bytes().to_vec());
}

#[test]
fn a_proof_names_the_url_without_query_and_fragment_and_the_nonce_where_there_is_one() {
    for (url, target) in [
        (
            "https://api.example.com/notes?a=b#c",
            "https://api.example.com/notes",
        ),
        ("https://api.example.com/notes#c", "https://api.example.com/notes"),
        ("https://api.example.com", "https://api.example.com"),
    ] {
        let (_, claims) = parts(key().signing_input(&proving("GET", url)).as_bytes());
        assert_eq!(claims["htu"], json!(target));
        assert_eq!((claims.get("nonce"), claims.get("ath")), (None, None));
    }
    let with = Proving {
        nonce: Some("n"),
        ..proving("GET", "https://api.example.com/")
    };
    let (_, claims) = parts(key().signing_input(&with).as_bytes());
    assert_eq!(claims["nonce"], json!("n"));
}

#[test]
fn a_nonce_is_taken_from_any_answer_if_it_is_one() {
    let long = "x".repeat(513);
    for (value, nonce) in [
        ("eyJ7S_zG.eyJH0-Z.HX4w-7v", Some("eyJ7S_zG.eyJH0-Z.HX4w-7v")),
        ("!~#[]", Some("!~#[]")),
        ("", None),
        ("a b", None),
        ("a\"b", None),
        ("a\\b", None),
        ("a\tb", None),
        ("\u{fc}", None),
        (long.as_str(), None),
    ] {
        for status in [200, 400, 401] {
            let response = response_with(status, &[("dpop-nonce", value)], "");
            assert_eq!(dpop::nonce(&response), nonce, "{value:?}");
        }
    }
}

#[test]
fn only_a_refusal_for_the_nonces_sake_wants_a_nonce() {
    let by_body = |status, body: &str| dpop::wants_nonce(&response_with(status, &[], body));
    assert!(by_body(400, r#"{"error":"use_dpop_nonce"}"#));
    assert!(!by_body(400, r#"{"error":"invalid_dpop_proof"}"#));
    assert!(!by_body(200, r#"{"error":"use_dpop_nonce"}"#));
    assert!(!by_body(401, r#"{"error":"use_dpop_nonce"}"#));
    let by_header =
        |status, value: &str| dpop::wants_nonce(&response_with(status, &[("www-authenticate", value)], ""));
    assert!(by_header(
        401,
        r#"DPoP error="use_dpop_nonce", error_description="x""#
    ));
    assert!(!by_header(401, r#"DPoP error="invalid_token""#));
    assert!(!by_header(200, r#"DPoP error="use_dpop_nonce""#));
}
