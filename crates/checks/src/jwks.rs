//! A key set: every key that is found is public, meant for signatures, and the one that the set has under that name.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use vestibule_protocol::{Algorithm, IdTokenJwt, Jwks, KeySearch, SignatureQuestion, id_token, jwks};

use crate::Verdict;
use crate::given::success;

/// What no verifier needs (RFC 7518 §6.2.2, §6.3.2 and §6.4.1).
const PRIVATE: [&str; 8] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

/// The bytes are the body of the answer.
#[must_use]
pub fn check(bytes: &[u8]) -> Verdict {
    let read = jwks::read(&success(bytes));
    assert_eq!(read, jwks::read(&success(bytes)), "read twice");
    let Ok(keys) = read else {
        return Verdict::Refused;
    };
    let lax: Value = serde_json::from_slice(bytes).expect("a key set is JSON");
    let listed = lax["keys"].as_array().expect("a key set is a list");
    assert!(keys.len() <= listed.len() && listed.len() <= 100);
    let mut names: Vec<Option<&str>> = listed.iter().map(|key| key["kid"].as_str()).collect();
    names.push(None);
    names.sort_unstable();
    names.dedup();
    let mut found = false;
    for name in names {
        for algorithm in Algorithm::ALL {
            if let Some(question) = search(&keys, name, algorithm) {
                found = true;
                fit(&question, listed, name);
                stable(&question, algorithm);
            }
        }
    }
    Verdict::taken_if(found)
}

/// Looks for the key of a token that names it so.
fn search(keys: &Jwks, name: Option<&str>, algorithm: Algorithm) -> Option<SignatureQuestion> {
    let header = match name {
        Some(name) => json!({ "alg": algorithm.as_str(), "kid": name }),
        None => json!({ "alg": algorithm.as_str() }),
    };
    let octets = match algorithm {
        Algorithm::Es384 => 96,
        Algorithm::Es512 => 132,
        _ => 64,
    };
    let [header, signature] =
        [header.to_string().into_bytes(), vec![1; octets]].map(|part| URL_SAFE_NO_PAD.encode(part));
    // A name may be longer than any token.
    let token = id_token::open(&IdTokenJwt::new(format!("{header}.e30.{signature}"))).ok()?;
    match token.find_key(keys) {
        KeySearch::Found(question) => Some(question),
        KeySearch::UnknownKid | KeySearch::Refused(_) => None,
    }
}

/// Exactly one key of the set has these numbers and fits, and nothing else of it goes to the verifier.
fn fit(question: &SignatureQuestion, listed: &[Value], name: Option<&str>) {
    let given: Value = serde_json::from_str(question.key_json()).expect("the key is JSON");
    let given = given.as_object().expect("a key is an object");
    let public = ["kty", "crv", "n", "e", "x", "y"];
    assert!(
        given.keys().all(|member| public.contains(&member.as_str())),
        "{given:?}"
    );
    let same = |key: &&Value| {
        let is_named = name.is_none() || key["kid"].as_str() == name;
        is_named && given.iter().all(|(member, value)| key[member] == *value)
    };
    let algorithm = question.algorithm();
    let fits = listed.iter().filter(same).filter(|key| usable(key, algorithm));
    assert_eq!(fits.count(), 1, "{given:?} for {}", algorithm.as_str());
    if let Some(modulus) = given.get("n").and_then(Value::as_str) {
        let modulus = URL_SAFE_NO_PAD.decode(modulus).expect("a modulus is base64url");
        assert!(modulus.len() >= 256 && modulus[0] != 0 && modulus[modulus.len() - 1] % 2 == 1);
        assert!(
            modulus.len() > 256 || modulus[0] >= 0x80,
            "shorter than 2048 bits"
        );
    }
}

/// RFC 7517 §4.2 to §4.4.
fn usable(key: &Value, algorithm: Algorithm) -> bool {
    let is_public = PRIVATE.iter().all(|member| key.get(member).is_none());
    let usage = key.get("use").is_none_or(|usage| usage == "sig");
    let verify = |operations: &Value| {
        operations
            .as_array()
            .is_some_and(|all| all.contains(&json!("verify")))
    };
    let bound = &key["alg"];
    let named = |name: &Value| name.is_null() || name.as_str().is_some_and(|name| !name.is_empty());
    is_public
        && named(&key["kid"])
        && usage
        && key.get("key_ops").is_none_or(verify)
        && (bound.is_null() || bound == algorithm.as_str())
        && key["kty"] == kind(algorithm)
}

fn kind(algorithm: Algorithm) -> &'static str {
    match algorithm.curve_name() {
        Some(_) => "EC",
        None if algorithm == Algorithm::EdDsa => "OKP",
        None => "RSA",
    }
}

/// What goes to the verifier is itself a key of the same numbers.
fn stable(question: &SignatureQuestion, algorithm: Algorithm) {
    let set = format!("{{\"keys\":[{}]}}", question.key_json());
    let again = jwks::read(&success(set.as_bytes())).expect("a set of one key");
    let again = search(&again, None, algorithm).expect("the key is usable");
    assert_eq!(again.key_json(), question.key_json());
}
