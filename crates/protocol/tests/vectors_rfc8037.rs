//! RFC 8037 appendix A: an Ed25519 key and its signature.

use ed25519_dalek::Verifier;
use serde_json::json;

use crate::support::{from_base64url, keys_of};

const X: &str = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
const SIGNING_INPUT: &str = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
const SIGNATURE: &str =
    "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

#[test]
fn appendix_a_the_key_is_read_and_the_signature_is_its() {
    assert_eq!(
        keys_of(&[json!({ "kty": "OKP", "crv": "Ed25519", "x": X })]).len(),
        1
    );
    let point: [u8; 32] = from_base64url(X).try_into().expect("32 octets");
    let key = ed25519_dalek::VerifyingKey::from_bytes(&point).expect("a point on the curve");
    let signature = ed25519_dalek::Signature::from_slice(&from_base64url(SIGNATURE)).expect("64 octets");
    key.verify(SIGNING_INPUT.as_bytes(), &signature)
        .expect("the vector's signature");
}
