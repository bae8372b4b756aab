//! An ID token: what is trusted says so to a second reader too, claim by claim.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use vestibule_protocol::{IdToken, IdTokenJwt, IdTokenRules, KeySearch, NonceRule, Unverified, id_token};

use crate::given::{CLIENT, issuer, keys};
use crate::{Verdict, core_rules, trust};

/// The bytes are a token; or its header, its claims and its signature by lines, so that a change reaches what is in them.
#[must_use]
pub fn check(bytes: &[u8]) -> Verdict {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Verdict::Refused;
    };
    let raw = IdTokenJwt::new(match text.splitn(3, '\n').collect::<Vec<_>>()[..] {
        [header, claims, signature] => {
            let [header, claims] = [header, claims].map(|part| URL_SAFE_NO_PAD.encode(part));
            format!("{header}.{claims}.{}", signature.trim_end())
        }
        _ => text.to_owned(),
    });
    let opened = id_token::open(&raw);
    assert_eq!(opened, id_token::open(&raw), "opened twice");
    let Ok(token) = opened else {
        return Verdict::Refused;
    };
    let claims = sound(&token, raw.expose());
    let issuer = issuer();
    let rules = IdTokenRules::new(&issuer, CLIENT, NonceRule::ExpectNoNonce);
    if let Ok(remembered) = IdToken::remembered(&raw, &rules) {
        core_rules::parties(&remembered, &claims);
    }
    match token.find_key(&keys()) {
        KeySearch::Found(question) => {
            let (input, signature) = raw.expose().rsplit_once('.').expect("a token has three parts");
            assert_eq!(question.signing_input(), input.as_bytes());
            assert_eq!(question.algorithm(), token.algorithm());
            assert_eq!(URL_SAFE_NO_PAD.encode(question.signature()), signature);
            // A verifier that believes everything: what is left between a token and trust is the reading of it.
            let believed = question.answered(true).expect("the answer was yes");
            Verdict::taken_if(trust::on_some_road(&believed, token.algorithm(), &claims))
        }
        KeySearch::UnknownKid | KeySearch::Refused(_) => Verdict::Refused,
    }
}

/// Three parts, an asymmetric algorithm, no extension; gives the claims as another reader has them.
fn sound(token: &Unverified, raw: &str) -> Value {
    let parts: Vec<&str> = raw.split('.').collect();
    let [header, claims, signature] = parts[..] else {
        panic!("{} parts", parts.len())
    };
    let object = |part: &str| -> Value {
        let octets = URL_SAFE_NO_PAD.decode(part).expect("a part is base64url");
        serde_json::from_slice(&octets).expect("a part is JSON")
    };
    assert!(!signature.is_empty(), "nobody signed it");
    let (header, claims) = (object(header), object(claims));
    assert!(claims.is_object());
    assert_eq!(header["alg"], token.algorithm().as_str());
    assert!(!token.algorithm().as_str().starts_with("HS"));
    assert_eq!(
        header.get("kid").map(|kid| kid.as_str().expect("a name")),
        token.kid()
    );
    assert!(
        header.get("crit").is_none() && header.get("b64").is_none(),
        "{header}"
    );
    let typ = header.get("typ").map(|typ| typ.as_str().expect("a name"));
    assert!(typ.is_none_or(|typ| typ.eq_ignore_ascii_case("jwt")), "{header}");
    claims
}
