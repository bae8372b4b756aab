//! The issuer's keys: good ones are kept among bad ones, and the right one is found.

use serde_json::{Value, json};
use vestibule_protocol::{Broken, IdTokenError, KeySearch, id_token, jwks};

use crate::support::{base64url, header, keys_of, public_jwk, response, sign};

fn rsa(n: &[u8], e: &[u8]) -> Value {
    json!({ "kty": "RSA", "n": base64url(n), "e": base64url(e) })
}

/// A modulus of this many octets whose first and last are given.
fn modulus(octets: usize, first: u8, last: u8) -> Vec<u8> {
    let mut n = vec![0xff; octets];
    n[0] = first;
    n[octets - 1] = last;
    n
}

fn with(name: &str, value: Value) -> Value {
    let mut jwk = public_jwk();
    jwk[name] = value;
    jwk
}

#[test]
fn only_sound_public_signature_keys_are_kept() {
    let good = [
        public_jwk(),
        rsa(&modulus(256, 0x80, 1), &[1, 0, 1]),
        rsa(&modulus(256, 0x80, 1), &[3]),
        rsa(&modulus(512, 0xff, 0xff), &[1, 0, 1]),
        with("key_ops", json!(["verify"])),
        with("x5c", json!(["whatever"])),
        with("kid", Value::Null),
    ];
    for key in &good {
        assert_eq!(keys_of(std::slice::from_ref(key)).len(), 1, "{key}");
    }
    let bad = [
        json!(null),
        json!("key"),
        json!({}),
        json!({ "kty": "oct", "k": "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T" }),
        json!({ "kty": "RSA" }),
        json!({ "kty": "OKP", "crv": "Ed25519", "x": base64url([1; 31]) }),
        json!({ "kty": "OKP", "crv": "X25519", "x": base64url([1; 32]) }),
        rsa(&modulus(128, 0x80, 1), &[1, 0, 1]),
        rsa(&modulus(256, 0x7f, 1), &[1, 0, 1]),
        rsa(&modulus(257, 0, 1), &[1, 0, 1]),
        rsa(&modulus(256, 0x80, 2), &[1, 0, 1]),
        rsa(&modulus(4096, 0x80, 1), &[1, 0, 1]),
        rsa(&modulus(256, 0x80, 1), &[1]),
        rsa(&modulus(256, 0x80, 1), &[4]),
        rsa(&modulus(256, 0x80, 1), &[]),
        rsa(&modulus(256, 0x80, 1), &[1; 9]),
        with("d", json!("secret")),
        with("k", json!("secret")),
        with("use", json!("enc")),
        with("use", json!(["sig"])),
        with("key_ops", json!(["encrypt"])),
        with("key_ops", json!("verify")),
        with("crv", json!("P-384")),
        with("crv", json!("secp256k1")),
        with("x", json!("AA==")),
        with("y", json!(7)),
        with("kid", json!(7)),
        with("alg", json!({})),
        with("kty", json!("ec")),
    ];
    for key in &bad {
        assert!(keys_of(std::slice::from_ref(key)).is_empty(), "{key}");
    }
    let mixed: Vec<Value> = bad.iter().chain(&good).cloned().collect();
    assert_eq!(keys_of(&mixed).len(), good.len());
}

#[test]
fn a_key_set_is_an_object_with_a_bounded_list() {
    let read = |body: &Value| jwks::read(&response(200, body.to_string()));
    assert_eq!(read(&json!({ "keys": [] })).map(|keys| keys.len()), Ok(0));
    assert_eq!(read(&json!({})), Err(Broken::MissingMember("keys").into()));
    assert_eq!(
        read(&json!({ "keys": {} })),
        Err(Broken::WrongType("keys").into())
    );
    assert_eq!(read(&json!([public_jwk()])), Err(Broken::NotAnObject.into()));
    assert_eq!(
        read(&json!({ "keys": vec![1; 101] })),
        Err(Broken::TooManyKeys.into())
    );
    assert_eq!(
        read(&json!({ "keys": vec![public_jwk(); 10_000] })),
        Err(Broken::TooLarge.into())
    );
}

#[test]
fn the_key_is_found_by_its_name_or_by_being_the_only_one_that_fits() {
    let named = id_token::open(&sign(&header().to_string(), "{}")).expect("sound");
    let nameless = id_token::open(&sign(r#"{"alg":"ES256"}"#, "{}")).expect("sound");
    let rs256 = json!({ "kty": "RSA", "kid": "key-1", "n": base64url(modulus(256, 0x80, 1)), "e": "AQAB" });
    let other = with("kid", json!("key-2"));
    let no_name = with("kid", Value::Null);

    let found = |search: KeySearch| matches!(search, KeySearch::Found(_));
    assert!(found(named.find_key(&keys_of(&[other.clone(), public_jwk()]))));
    assert!(found(named.find_key(&keys_of(&[rs256.clone(), public_jwk()]))));
    assert!(found(nameless.find_key(&keys_of(&[rs256.clone(), public_jwk()]))));
    assert!(found(nameless.find_key(&keys_of(std::slice::from_ref(&no_name)))));

    assert_eq!(
        named.find_key(&keys_of(&[other.clone(), no_name])),
        KeySearch::UnknownKid
    );
    assert_eq!(named.find_key(&keys_of(&[])), KeySearch::UnknownKid);
    let refused = KeySearch::Refused;
    assert_eq!(
        named.find_key(&keys_of(&[rs256])),
        refused(IdTokenError::NoKeyFits)
    );
    assert_eq!(
        named.find_key(&keys_of(&[with("alg", json!("ES384"))])),
        refused(IdTokenError::NoKeyFits)
    );
    assert_eq!(nameless.find_key(&keys_of(&[])), refused(IdTokenError::NoKeyFits));
    assert_eq!(
        nameless.find_key(&keys_of(&[other, public_jwk()])),
        refused(IdTokenError::SeveralKeysFit)
    );
}

#[test]
fn the_verifier_gets_the_bytes_as_received_and_the_public_members_only() {
    let token = sign(&header().to_string(), r#"{ "b": 1,"a":2 }"#);
    let keys = keys_of(&[with("x5c", json!(["chain"]))]);
    let KeySearch::Found(question) = id_token::open(&token).expect("sound").find_key(&keys) else {
        panic!("the key is there");
    };
    let (input, signature) = token.expose().rsplit_once('.').expect("a token");
    assert_eq!(question.signing_input(), input.as_bytes());
    assert_eq!(base64url(question.signature()), signature);
    let key: Value = serde_json::from_str(question.key_json()).expect("JSON");
    assert_eq!(
        key,
        json!({ "kty": "EC", "crv": "P-256", "x": public_jwk()["x"], "y": public_jwk()["y"] })
    );
    assert_eq!(question.algorithm().web_crypto_name(), "ECDSA");
    assert_eq!(question.algorithm().curve_name(), Some("P-256"));
    assert_eq!(question.algorithm().hash_name(), Some("SHA-256"));
}
