//! OpenID Connect Core §3.1.3.7 over again, on a second reader's claims.

use serde_json::{Map, Value};
use vestibule_protocol::{Algorithm, IdToken};

use crate::given::{CLIENT, ISSUER, NOW};

/// What clocks may differ.
pub(crate) const LEEWAY_S: f64 = 60.0;

/// All of the rules.
pub(crate) fn hold(trusted: &IdToken, algorithm: Algorithm, claims: &Value) {
    assert!(Algorithm::DEFAULT.contains(&algorithm), "{algorithm:?}");
    parties(trusted, claims);
    let sub = claims["sub"].as_str().expect("a subject");
    assert!((1..=255).contains(&sub.len()) && sub.is_ascii());
    let time = |name: &str| {
        let time = claims.get(name)?;
        Some(time.as_f64().expect("a time is a number"))
    };
    assert!(time("exp").is_some_and(|exp| NOW < exp + LEEWAY_S), "{claims}");
    assert!(time("iat").is_some_and(|iat| iat <= NOW + LEEWAY_S), "{claims}");
    for name in ["nbf", "auth_time"] {
        assert!(time(name).is_none_or(|time| time <= NOW + LEEWAY_S), "{claims}");
    }
}

/// Whose token it is and for whom, and that its claims are those that were read.
pub(crate) fn parties(trusted: &IdToken, claims: &Value) {
    assert_eq!(claims["iss"], ISSUER);
    match &claims["aud"] {
        Value::Array(all) => {
            assert!(!all.is_empty() && all.iter().all(|one| one == CLIENT), "{claims}");
            assert!(all.len() == 1 || claims["azp"] == CLIENT, "{claims}");
        }
        one => assert_eq!(one, CLIENT),
    }
    assert!(claims.get("azp").is_none_or(|azp| azp == CLIENT), "{claims}");
    let read = trusted.claims();
    let written: Value = serde_json::from_str(read.json()).expect("the claims' text is JSON");
    assert_eq!(written, *claims);
    assert_eq!(read.all().len(), claims.as_object().map_or(0, Map::len));
    assert_eq!(
        format!("{trusted:?}"),
        format!("IdToken {{ raw: IdTokenJwt(..), claims: {read:?} }}")
    );
}
