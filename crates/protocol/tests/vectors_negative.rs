//! The published vectors, spoilt: each must fail for the reason it was spoilt with.

use hmac::{Hmac, Mac};
use rsa::BigUint;
use rsa::pkcs1::EncodeRsaPublicKey;
use rsa::pkcs8::EncodePublicKey;
use rsa::sha2::Sha256;
use serde_json::json;
use vestibule_protocol::id_token::Part;
use vestibule_protocol::{IdTokenError, IdTokenJwt};

use crate::support::{base64url, from_base64url, verify};
use crate::{vectors_openid_core_a as core_a, vectors_rfc7515 as rfc7515};

fn with_signature(token: &str, spoil: impl FnOnce(&mut Vec<u8>)) -> IdTokenJwt {
    let (input, signature) = token.rsplit_once('.').expect("a token");
    let mut signature = from_base64url(signature);
    spoil(&mut signature);
    IdTokenJwt::new(format!("{input}.{}", base64url(signature)))
}

#[test]
fn one_bit_of_a_signature_makes_it_invalid() {
    let vectors = [
        (rfc7515::a2_token(), rfc7515::a2_keys()),
        (rfc7515::a3_token(), rfc7515::a3_keys()),
        (core_a::A2.to_owned(), core_a::keys()),
        (core_a::A3.to_owned(), core_a::keys()),
        (core_a::A4.to_owned(), core_a::keys()),
        (core_a::A6.to_owned(), core_a::keys()),
    ];
    for (token, keys) in vectors {
        let spoilt = with_signature(&token, |signature| *signature.last_mut().expect("not empty") ^= 1);
        assert_eq!(verify(&spoilt, &keys).unwrap_err(), IdTokenError::Signature);
    }
}

/// The last character of base64url may carry bits that decode to nothing: a second spelling of the same signature.
#[test]
fn stray_bits_at_the_end_of_a_part_are_refused() {
    let token = rfc7515::a3_token();
    assert!(token.ends_with('Q'));
    let respelt = IdTokenJwt::new(format!("{}R", &token[..token.len() - 1]));
    assert_eq!(
        verify(&respelt, &rfc7515::a3_keys()).unwrap_err(),
        IdTokenError::NotBase64Url(Part::Signature)
    );
}

#[test]
fn the_standard_alphabet_and_padding_are_refused() {
    let token = rfc7515::a2_token();
    let (input, signature) = token.rsplit_once('.').expect("a token");
    for signature in [
        signature.replace(['-', '_'], "+"),
        format!("{signature}=="),
        format!("{signature}\n"),
    ] {
        let token = IdTokenJwt::new(format!("{input}.{signature}"));
        let error = verify(&token, &rfc7515::a2_keys()).unwrap_err();
        assert_eq!(error, IdTokenError::NotBase64Url(Part::Signature));
    }
}

/// CVE-2026-42280 and its family: the public key as a shared secret.
#[test]
fn hs256_with_any_form_of_the_public_key_is_refused_by_its_algorithm() {
    let n = BigUint::from_bytes_be(&from_base64url(core_a::N));
    let key = rsa::RsaPublicKey::new(n, BigUint::from(65537_u32)).expect("the appendix's key");
    let secrets = [
        key.to_public_key_pem(rsa::pkcs8::LineEnding::LF)
            .expect("encodes")
            .into_bytes(),
        key.to_pkcs1_pem(rsa::pkcs8::LineEnding::LF)
            .expect("encodes")
            .into_bytes(),
        json!({ "kty": "RSA", "kid": "1e9gdk7", "e": "AQAB", "n": core_a::N })
            .to_string()
            .into_bytes(),
        b"s6BhdRkqt3".to_vec(),
        Vec::new(),
    ];
    let payload = core_a::A2.split('.').nth(1).expect("a payload");
    for secret in secrets {
        for name in [
            "HS256", "HS384", "HS512", "hs256", "none", "None", "nOnE", "RS1", "", "rs256", "RS256 ",
        ] {
            let header = base64url(json!({ "alg": name, "kid": "1e9gdk7" }).to_string());
            let mut mac = Hmac::<Sha256>::new_from_slice(&secret).expect("any length");
            mac.update(format!("{header}.{payload}").as_bytes());
            let token = format!("{header}.{payload}.{}", base64url(mac.finalize().into_bytes()));
            let error = verify(&IdTokenJwt::new(token), &core_a::keys()).unwrap_err();
            assert_eq!(error, IdTokenError::Algorithm(name.to_owned()));
        }
    }
}
