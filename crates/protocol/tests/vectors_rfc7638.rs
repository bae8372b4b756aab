//! RFC 7638 §3: the thumbprint of a key is the hash of its required members, in the order of their names, without spaces.

use sha2::{Digest, Sha256};
use vestibule_protocol::ProofKey;

use crate::support::{base64url, from_base64url};

fn thumbprint(canonical: &str) -> String {
    base64url(Sha256::digest(canonical))
}

#[test]
fn the_hash_of_the_printed_text_is_the_printed_thumbprint() {
    let canonical = r#"{"e":"AQAB","kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"}"#;
    assert_eq!(
        thumbprint(canonical),
        "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"
    );
}

#[test]
fn a_proof_key_is_hashed_the_same_way_in_the_order_of_its_members() {
    for (x, y) in [([0; 32], [255; 32]), ([1; 32], [2; 32]), ([250; 32], [3; 32])] {
        let (first, second) = (base64url(x), base64url(y));
        let canonical = format!(r#"{{"crv":"P-256","kty":"EC","x":"{first}","y":"{second}"}}"#);
        assert_eq!(ProofKey::new(&x, &y).thumbprint(), thumbprint(&canonical));
        assert_eq!(from_base64url(&ProofKey::new(&x, &y).thumbprint()).len(), 32);
    }
    assert_ne!(
        ProofKey::new(&[1; 32], &[2; 32]).thumbprint(),
        ProofKey::new(&[2; 32], &[1; 32]).thumbprint()
    );
}
