//! RFC 7515 appendix A.1 to A.4 and RFC 7519 §6.1: compact JWS, signatures really verified.

use serde_json::json;
use vestibule_protocol::{IdTokenError, IdTokenJwt, Jwks};

use crate::support::{keys_of, verify};

/// The payload that A.1, A.2, A.3 and RFC 7519 §6.1 share.
const PAYLOAD: &str =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
const A1_HEADER: &str = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9";
const A1_SIGNATURE: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const A2_N: &str = concat!(
    "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-",
    "Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-",
    "pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-",
    "UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-",
    "DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ",
);
const A2_SIGNATURE: &str = concat!(
    "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-",
    "0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--",
    "f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHW",
    "EsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypG",
    "lUPQGe77Rw",
);
const A3_X: &str = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
const A3_Y: &str = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
const A3_SIGNATURE: &str =
    "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
const A4_X: &str = "AekpBQ8ST8a8VcfVOTNl353vSrDCLLJXmPk06wTjxrrjcBpXp5EOnYG_NjFZ6OvLFV1jSfS9tsz4qUxcWceqwQGk";
const A4_Y: &str = "ADSmRA43Z1DSNx_RvcLI87cdL07l6jQyyBXMoxVg_l2Th-x3S1WDhjDly79ajL4Kkd0AZMaZmh9ubmf63e3kyMj2";
const A4_SIGNATURE: &str = concat!(
    "AdwMgeerwtHoh-l192l60hp9wAHZFVJbLfD_UxMi70cwnZOYaRI1bKPWROc-mZZqwqT2SI-KGDKB34XO0aw_7XdtAG8GaSwF",
    "KdCAPZgoXD2YBJZCPEX3xKpRwcdOO8KpEHwJjyqOgzDO7iKvU8vcnwNrmxYbSW9ERBXukOXolLzeO_Jn",
);

pub fn a2_keys() -> Jwks {
    keys_of(&[json!({ "kty": "RSA", "n": A2_N, "e": "AQAB" })])
}

pub fn a2_token() -> String {
    format!("eyJhbGciOiJSUzI1NiJ9.{PAYLOAD}.{A2_SIGNATURE}")
}

pub fn a3_keys() -> Jwks {
    keys_of(&[json!({ "kty": "EC", "crv": "P-256", "x": A3_X, "y": A3_Y })])
}

pub fn a3_token() -> String {
    format!("eyJhbGciOiJFUzI1NiJ9.{PAYLOAD}.{A3_SIGNATURE}")
}

/// A.4 signs the word `Payload`, which is no JSON and so can never be an ID token.
#[test]
fn a4_es512_the_payload_is_no_claims_set() {
    let token = IdTokenJwt::new(format!("eyJhbGciOiJFUzUxMiJ9.UGF5bG9hZA.{A4_SIGNATURE}"));
    let error = verify(&token, &Jwks::default()).expect_err("the payload is no JSON");
    let not_json = vestibule_protocol::json::JsonError::NotJson;
    assert_eq!(
        error,
        IdTokenError::Json(vestibule_protocol::id_token::Part::Payload, not_json)
    );
}

#[test]
fn a4_es512_the_key_is_read_and_the_signature_is_its() {
    use p521::ecdsa::signature::Verifier;
    assert_eq!(
        keys_of(&[json!({ "kty": "EC", "crv": "P-521", "x": A4_X, "y": A4_Y })]).len(),
        1
    );
    let (x, y) = (
        crate::support::from_base64url(A4_X),
        crate::support::from_base64url(A4_Y),
    );
    let point = p521::EncodedPoint::from_affine_coordinates(x[..].into(), y[..].into(), false);
    let key = p521::ecdsa::VerifyingKey::from_encoded_point(&point).expect("a point on the curve");
    let signature = crate::support::from_base64url(A4_SIGNATURE);
    let signature = p521::ecdsa::Signature::from_slice(&signature).expect("132 octets");
    key.verify(b"eyJhbGciOiJFUzUxMiJ9.UGF5bG9hZA", &signature)
        .expect("the vector's signature");
}

#[test]
fn a2_rs256_is_verified() {
    verify(&IdTokenJwt::new(a2_token()), &a2_keys()).expect("the vector's signature");
}

#[test]
fn a3_es256_is_verified() {
    verify(&IdTokenJwt::new(a3_token()), &a3_keys()).expect("the vector's signature");
}

#[test]
fn a1_hs256_is_refused_by_its_algorithm() {
    let token = IdTokenJwt::new(format!("{A1_HEADER}.{PAYLOAD}.{A1_SIGNATURE}"));
    let symmetric = keys_of(&[json!({
        "kty": "oct", "k": "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow",
    })]);
    assert!(symmetric.is_empty());
    assert_eq!(
        verify(&token, &symmetric).unwrap_err(),
        IdTokenError::Algorithm("HS256".to_owned())
    );
}

#[test]
fn rfc7519_6_1_the_unsecured_token_is_refused_by_its_algorithm() {
    let token = IdTokenJwt::new(format!("eyJhbGciOiJub25lIn0.{PAYLOAD}."));
    assert_eq!(
        verify(&token, &a2_keys()).unwrap_err(),
        IdTokenError::Algorithm("none".to_owned())
    );
}
