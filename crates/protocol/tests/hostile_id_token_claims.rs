//! Hostile cases B, steps 5 to 7 and 9 to 13: the claims of an ID token that is really signed.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use vestibule_protocol::error::Mismatch;
use vestibule_protocol::id_token::Part;
use vestibule_protocol::json::JsonError;
use vestibule_protocol::{AccessToken, Algorithm, Code, IdTokenError, IdTokenJwt};

use crate::support::log_in::{sound, trust, trust_by, with};
use crate::support::{CLIENT, ISSUER, NOW, base64url, claims, header, sign};

#[test]
fn a_sound_token_is_trusted_and_tells_its_claims() {
    let token = trust(&sound()).expect("sound");
    assert_eq!(token.claims().sub, "auth0|1");
    assert_eq!(token.claims().email_verified, Some(true));
    assert_eq!(token.raw(), &sound());
}

#[test]
fn claims_that_are_only_passed_on_are_dropped_where_their_type_is_wrong() {
    let token = trust(&with("email", json!({ "a": 1 }))).expect("sound");
    assert_eq!(token.claims().email, None);
    let all: Value = serde_json::from_str(token.claims().json()).expect("JSON");
    assert_eq!(all["email"], json!({ "a": 1 }));
}

#[test]
fn b24_the_issuer_is_the_configured_one_to_the_letter() {
    for other in [
        "https://login.example.com",
        "https://LOGIN.example.com/",
        "https://login.example.com/tenant/",
        "https://login.example.com@evil.example/",
        "http://login.example.com/",
    ] {
        let error = IdTokenError::Issuer(Mismatch {
            expected: ISSUER.to_owned(),
            got: other.to_owned(),
        });
        assert_eq!(trust(&with("iss", json!(other))).unwrap_err(), error);
    }
    assert_eq!(
        trust(&with("iss", json!([ISSUER]))).unwrap_err(),
        IdTokenError::WrongType("iss")
    );
    assert_eq!(
        trust(&with("iss", Value::Null)).unwrap_err(),
        IdTokenError::Missing("iss")
    );
}

#[test]
fn b25_the_audience_is_this_client_and_nobody_else() {
    trust(&with("aud", json!([CLIENT]))).expect("an array of one");
    trust(&with("azp", json!(CLIENT))).expect("the authorized party");
    let other = |got: &str| {
        IdTokenError::Audience(Mismatch {
            expected: CLIENT.to_owned(),
            got: got.to_owned(),
        })
    };
    let party = |got: &str| {
        IdTokenError::AuthorizedParty(Mismatch {
            expected: CLIENT.to_owned(),
            got: got.to_owned(),
        })
    };
    let cases = [
        (with("aud", json!("CID2")), other("CID2")),
        (with("aud", json!("cid")), other("cid")),
        (with("aud", json!([CLIENT, "CID2"])), other("CID CID2")),
        (with("aud", json!([CLIENT, CLIENT])), party("")),
        (with("aud", json!([])), IdTokenError::WrongType("aud")),
        (with("aud", json!([CLIENT, 1])), IdTokenError::WrongType("aud")),
        (with("aud", json!(1)), IdTokenError::WrongType("aud")),
        (with("aud", json!("")), IdTokenError::WrongType("aud")),
        (with("aud", Value::Null), IdTokenError::Missing("aud")),
        (with("azp", json!("CID2")), party("CID2")),
        (with("azp", json!([CLIENT])), IdTokenError::WrongType("azp")),
    ];
    for (token, error) in cases {
        assert_eq!(trust(&token).unwrap_err(), error, "{error}");
    }
}

#[test]
fn b26_times_are_numbers_that_a_clock_can_show() {
    for name in ["exp", "iat"] {
        assert_eq!(
            trust(&with(name, Value::Null)).unwrap_err(),
            IdTokenError::Missing(name)
        );
    }
    for name in ["exp", "iat", "nbf", "auth_time"] {
        for value in [
            json!("1700036000"),
            json!(-1),
            json!(1e300),
            json!([1]),
            json!({}),
            json!(true),
        ] {
            assert_eq!(
                trust(&with(name, value)).unwrap_err(),
                IdTokenError::WrongType(name),
                "{name}"
            );
        }
    }
    let infinite = claims().to_string().replace("1700036000", "1e400");
    let error = trust(&sign(&header().to_string(), &infinite)).unwrap_err();
    assert_eq!(error, IdTokenError::Json(Part::Payload, JsonError::NotJson));
    trust(&with("iat", json!(1_699_999_990.5))).expect("fractions are allowed");
}

#[test]
fn b26_and_a14_the_token_holds_between_its_times_with_a_minute_of_leeway() {
    let now = |token: &IdTokenJwt, now: f64| trust_by(token, |_| {}, now).map(|_| ());
    let (iat, exp) = (1_699_999_990.0, 1_700_036_000.0);
    let year = 365.0 * 86400.0;
    for sound_at in [iat, iat - 60.0, exp, exp + 59.9] {
        now(&sound(), sound_at).unwrap_or_else(|error| panic!("{sound_at}: {error}"));
    }
    for late in [exp + 60.0, NOW + year, f64::INFINITY] {
        assert_eq!(now(&sound(), late), Err(IdTokenError::Expired { exp, now: late }));
    }
    assert!(matches!(
        now(&sound(), f64::NAN),
        Err(IdTokenError::Expired { .. })
    ));
    for early in [iat - 60.1, NOW - year] {
        assert_eq!(
            now(&sound(), early),
            Err(IdTokenError::InFuture {
                claim: "iat",
                at: iat,
                now: early
            })
        );
    }
    let not_before = with("nbf", json!(1_700_000_061));
    let error = IdTokenError::InFuture {
        claim: "nbf",
        at: 1_700_000_061.0,
        now: NOW,
    };
    assert_eq!(now(&not_before, NOW), Err(error));
    assert_eq!(now(&not_before, NOW + 1.0), Ok(()));
}

#[test]
fn leeway_is_never_more_than_a_minute() {
    let late = 1_700_036_060.0;
    let error = trust_by(&sound(), |rules| rules.leeway_s = 1_000_000, late).unwrap_err();
    assert_eq!(
        error,
        IdTokenError::Expired {
            exp: 1_700_036_000.0,
            now: late
        }
    );
    let strict = 1_700_036_000.0;
    assert!(trust_by(&sound(), |rules| rules.leeway_s = 0, strict).is_err());
}

#[test]
fn b29_the_subject_is_a_short_ascii_text() {
    let cases = [
        (Value::Null, IdTokenError::Missing("sub")),
        (json!(""), IdTokenError::WrongType("sub")),
        (json!(7), IdTokenError::WrongType("sub")),
        (json!("x".repeat(300)), IdTokenError::Subject),
        (json!("ünal"), IdTokenError::Subject),
    ];
    for (value, error) in cases {
        assert_eq!(trust(&with("sub", value)).unwrap_err(), error);
    }
    trust(&with("sub", json!("x".repeat(255)))).expect("255 are allowed");
}

#[test]
fn b30_with_max_age_the_log_in_is_recent() {
    let old = |auth_time: Value, max_age: u32| {
        trust_by(
            &with("auth_time", auth_time),
            |rules| rules.max_age_s = Some(max_age),
            NOW,
        )
        .map(|_| ())
    };
    assert_eq!(old(Value::Null, 300), Err(IdTokenError::Missing("auth_time")));
    assert_eq!(old(json!(1_699_999_640), 300), Ok(()));
    let too_old = IdTokenError::AuthTimeTooOld {
        auth_time: 1_699_999_639.0,
        now: NOW,
    };
    assert_eq!(old(json!(1_699_999_639), 300), Err(too_old));
    let future = IdTokenError::InFuture {
        claim: "auth_time",
        at: 1_700_000_061.0,
        now: NOW,
    };
    assert_eq!(old(json!(1_700_000_061), 300), Err(future));
}

#[test]
fn b31_and_b32_the_hashes_are_left_halves_of_what_came_along() {
    let (token, code) = (AccessToken::new("AT"), Code::new("c"));
    let at = |hash: Value| {
        trust_by(
            &with("at_hash", hash),
            |rules| rules.access_token = Some(&token),
            NOW,
        )
        .map(|_| ())
    };
    let c = |hash: Value| trust_by(&with("c_hash", hash), |rules| rules.code = Some(&code), NOW).map(|_| ());
    let right = |word: &str| Algorithm::Es256.half_hash(word);
    let other_sha = |word: &str| Algorithm::Es512.half_hash(word);
    let right_half = |word: &str| {
        let hash = Sha256::digest(word);
        base64url(&hash[16..])
    };
    assert_eq!(at(json!(right("AT"))), Ok(()));
    assert_eq!(at(Value::Null), Ok(()));
    assert_eq!(c(json!(right("c"))), Ok(()));
    assert_eq!(c(Value::Null), Err(IdTokenError::Missing("c_hash")));
    for word in ["AT", "c"] {
        for hash in [
            right("x"),
            other_sha(word),
            right_half(word),
            right(word) + "=",
            right(word).to_lowercase(),
        ] {
            assert_eq!(at(json!(hash)), Err(IdTokenError::AccessTokenHash), "{hash}");
            assert_eq!(c(json!(hash)), Err(IdTokenError::CodeHash), "{hash}");
        }
    }
    assert_eq!(at(json!(7)), Err(IdTokenError::WrongType("at_hash")));
    assert_eq!(c(json!("")), Err(IdTokenError::WrongType("c_hash")));
}

#[test]
fn b34_the_organization_is_the_one_asked_for() {
    let check = |asked: &'static str, name: &str, value: Value| {
        trust_by(&with(name, value), |rules| rules.organization = Some(asked), NOW).map(|_| ())
    };
    let other = |expected: &str, got: &str| {
        Err(IdTokenError::Organization(Mismatch {
            expected: expected.to_owned(),
            got: got.to_owned(),
        }))
    };
    assert_eq!(check("org_1", "org_id", json!("org_1")), Ok(()));
    assert_eq!(check("org_1", "org_id", json!("org_2")), other("org_1", "org_2"));
    assert_eq!(check("org_1", "org_id", json!("ORG_1")), other("org_1", "ORG_1"));
    assert_eq!(
        check("org_1", "org_id", Value::Null),
        Err(IdTokenError::Missing("org_id"))
    );
    assert_eq!(
        check("org_1", "org_name", json!("org_1")),
        Err(IdTokenError::Missing("org_id"))
    );
    assert_eq!(check("Acme", "org_name", json!("acme")), Ok(()));
    assert_eq!(check("Acme", "org_name", json!("acme2")), other("Acme", "acme2"));
    assert_eq!(
        check("Acme", "org_id", json!("org_1")),
        Err(IdTokenError::Missing("org_name"))
    );
    trust(&with("org_id", json!("org_9"))).expect("nobody asked, and it is there");
}
