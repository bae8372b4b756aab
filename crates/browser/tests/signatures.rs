//! Signatures, checked by the browser's own WebCrypto.

#![cfg(target_arch = "wasm32")]

mod page;

use page::{Desk, ask, js_async};
use vestibule_flow::{Answer, Effect};
use vestibule_protocol::{IdTokenJwt, KeySearch, Response, SignatureQuestion, id_token, jwks};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const PAYLOAD: &str =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

/// RFC 7515, appendix A.2.
const RS256_KEY: &str = r#"{"kty":"RSA","e":"AQAB","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"}"#;
const RS256: [&str; 3] = [
    "eyJhbGciOiJSUzI1NiJ9",
    PAYLOAD,
    "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw",
];

/// RFC 7515, appendix A.3.
const ES256_KEY: &str = r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#;
const ES256: [&str; 3] = [
    "eyJhbGciOiJFUzI1NiJ9",
    PAYLOAD,
    "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q",
];

fn question(key: &str, token: &str) -> SignatureQuestion {
    let body = format!(r#"{{"keys":[{key}]}}"#).into_bytes();
    let keys = jwks::read(&Response {
        status: 200,
        headers: vec![],
        body,
    })
    .expect("keys");
    match id_token::open(&IdTokenJwt::new(token))
        .expect("a token")
        .find_key(&keys)
    {
        KeySearch::Found(question) => question,
        other => panic!("{other:?}"),
    }
}

async fn is_valid(key: &str, token: &str) -> bool {
    let desk = Desk::new();
    desk.run(Effect::Verify {
        ask: ask(),
        question: question(key, token),
    });
    match desk.answer().await {
        (answered, Answer::Verified(valid)) if answered == ask() => valid,
        other => panic!("{other:?}"),
    }
}

/// The token with one bit of a base64url character changed, one that counts.
fn flipped(token: [&str; 3], part: usize, at: usize) -> String {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut bytes = token[part].as_bytes().to_vec();
    let value = ALPHABET.iter().position(|c| *c == bytes[at]).expect("base64url");
    bytes[at] = ALPHABET[value ^ 0b10_0000];
    let changed = String::from_utf8(bytes).expect("ASCII");
    let mut token = token;
    token[part] = &changed;
    token.join(".")
}

#[wasm_bindgen_test]
async fn rfc_7515_a_2_is_valid_and_not_with_one_bit_changed() {
    assert!(is_valid(RS256_KEY, &RS256.join(".")).await);
    for at in [0, 100, RS256[2].len() - 1] {
        assert!(
            !is_valid(RS256_KEY, &flipped(RS256, 2, at)).await,
            "signature, character {at}"
        );
    }
    // Within the value of a member, so that it is still JSON.
    assert!(!is_valid(RS256_KEY, &flipped(RS256, 1, 13)).await);
}

#[wasm_bindgen_test]
async fn rfc_7515_a_3_is_valid_and_not_with_one_bit_changed() {
    assert!(is_valid(ES256_KEY, &ES256.join(".")).await);
    for at in [0, 43, ES256[2].len() - 1] {
        assert!(
            !is_valid(ES256_KEY, &flipped(ES256, 2, at)).await,
            "signature, character {at}"
        );
    }
    assert!(!is_valid(ES256_KEY, &flipped(ES256, 1, 13)).await);
}

#[wasm_bindgen_test]
async fn a_signature_of_nothing_but_zeros_is_no_signature() {
    let zeros = "A".repeat(86);
    assert!(!is_valid(ES256_KEY, &[ES256[0], ES256[1], &zeros].join(".")).await);
    assert!(!is_valid(RS256_KEY, &[RS256[0], RS256[1], &"A".repeat(342)].join(".")).await);
    assert!(!is_valid(RS256_KEY, &[RS256[0], RS256[1], "AAAA"].join(".")).await);
}

#[wasm_bindgen_test]
async fn a_point_that_is_not_on_the_curve_is_no_key_and_so_signed_nothing() {
    let key = ES256_KEY.replace("\"x\":\"f8", "\"x\":\"g8");
    assert!(!is_valid(&key, &ES256.join(".")).await);
}

#[wasm_bindgen_test]
async fn every_algorithm_is_asked_in_web_cryptos_own_words() {
    for (name, parameters) in [
        (
            "RS384",
            "{name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384', modulusLength: 2048, publicExponent: e}",
        ),
        (
            "RS512",
            "{name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512', modulusLength: 2048, publicExponent: e}",
        ),
        (
            "PS256",
            "{name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32, modulusLength: 2048, publicExponent: e}",
        ),
        (
            "PS384",
            "{name: 'RSA-PSS', hash: 'SHA-384', saltLength: 48, modulusLength: 2048, publicExponent: e}",
        ),
        (
            "PS512",
            "{name: 'RSA-PSS', hash: 'SHA-512', saltLength: 64, modulusLength: 2048, publicExponent: e}",
        ),
        ("ES384", "{name: 'ECDSA', hash: 'SHA-384', namedCurve: 'P-384'}"),
        ("ES512", "{name: 'ECDSA', hash: 'SHA-512', namedCurve: 'P-521'}"),
        ("EdDSA", "{name: 'Ed25519'}"),
    ] {
        let made = js_async(&format!(
            "(async () => {{
                const e = new Uint8Array([1, 0, 1]), algorithm = {parameters};
                const url = text => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
                const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
                const {{kty, crv, x, y, n, e: exponent}} = await crypto.subtle.exportKey('jwk', pair.publicKey);
                const signed = url('{{\"alg\":\"{name}\"}}') + '.' + url('{{\"sub\":\"1\"}}');
                const signature = await crypto.subtle.sign(algorithm, pair.privateKey, new TextEncoder().encode(signed));
                return [JSON.stringify({{kty, crv, x, y, n, e: exponent}}),
                    signed + '.' + url(String.fromCharCode(...new Uint8Array(signature)))];
            }})()"
        ))
        .await;
        let made = js_sys::Array::from(&made);
        let [key, token] = [0, 1].map(|at| made.get(at).as_string().expect("a text"));
        assert!(is_valid(&key, &token).await, "{name}");
        let parts: Vec<&str> = token.split('.').collect();
        let changed = flipped([parts[0], parts[1], parts[2]], 2, 5);
        assert!(!is_valid(&key, &changed).await, "{name}, changed");
    }
}

#[wasm_bindgen_test]
async fn a_forgotten_question_gets_no_verdict() {
    let desk = Desk::new();
    desk.run(Effect::Verify {
        ask: ask(),
        question: question(RS256_KEY, &RS256.join(".")),
    });
    desk.run(Effect::Forget { ask: ask() });
    assert!(
        is_valid(ES256_KEY, &ES256.join(".")).await,
        "a later one comes through"
    );
    page::settle().await;
    assert!(desk.is_silent());
}
