//! Hostile cases B, steps 1 to 4: the form of an ID token, its header, its key, its signature.

use serde_json::json;
use vestibule_protocol::id_token::Part;
use vestibule_protocol::json::JsonError;
use vestibule_protocol::{Algorithm, IdTokenError, IdTokenJwt, Transaction};

use crate::support::log_in::{sound, trust, trust_by, with_header};
use crate::support::{NOW, base64url, claims, entropy, from_base64url, header, sign, transaction};

#[test]
fn step_1_the_form_is_compact_and_strict() {
    let text = sound().expose().to_owned();
    let (h, p, s) = {
        let mut parts = text.split('.');
        let mut next = || parts.next().expect("a part").to_owned();
        (next(), next(), next())
    };
    let raw = |text: String| trust(&IdTokenJwt::new(text)).unwrap_err();
    assert_eq!(raw(String::new()), IdTokenError::Parts(1));
    assert_eq!(raw(format!("{h}.{p}")), IdTokenError::Parts(2));
    assert_eq!(raw(format!("{h}.{p}.{s}.")), IdTokenError::Parts(4));
    assert_eq!(raw(format!("{h}..{p}.{s}.{s}")), IdTokenError::Parts(5));
    assert_eq!(raw(format!(".{p}.{s}")), IdTokenError::Empty(Part::Header));
    assert_eq!(raw(format!("{h}..{s}")), IdTokenError::Empty(Part::Payload));
    assert_eq!(raw(format!("{h}.{p}.")), IdTokenError::Empty(Part::Signature));
    assert_eq!(
        raw(format!("{h}=.{p}.{s}")),
        IdTokenError::NotBase64Url(Part::Header)
    );
    assert_eq!(
        raw(format!("{h}.{p}\n.{s}")),
        IdTokenError::NotBase64Url(Part::Payload)
    );
    assert_eq!(
        raw(format!(" {h}.{p}.{s}")),
        IdTokenError::NotBase64Url(Part::Header)
    );
    assert_eq!(
        raw(format!("{h}.{}.{s}", "A".repeat(17_000))),
        IdTokenError::TooLarge
    );
    let payload = |text: &str| trust(&sign(&header().to_string(), text)).unwrap_err();
    assert_eq!(
        payload("[]"),
        IdTokenError::Json(Part::Payload, JsonError::NotAnObject)
    );
    assert_eq!(payload("{} "), IdTokenError::NonceMissing);
    assert_eq!(
        payload("\u{feff}{}"),
        IdTokenError::Json(Part::Payload, JsonError::NotJson)
    );
}

#[test]
fn b23_a_member_twice_is_refused_in_header_and_payload() {
    let twice = |name: &str| JsonError::DuplicateMember(name.to_owned());
    for name in ["sub", "nonce", "aud"] {
        let payload = claims()
            .to_string()
            .replacen('{', &format!("{{\"{name}\":\"x\","), 1);
        let error = trust(&sign(&header().to_string(), &payload)).unwrap_err();
        assert_eq!(error, IdTokenError::Json(Part::Payload, twice(name)));
    }
    let header = header().to_string().replacen('{', r#"{"alg":"none","#, 1);
    let error = trust(&sign(&header, &claims().to_string())).unwrap_err();
    assert_eq!(error, IdTokenError::Json(Part::Header, twice("alg")));
}

#[test]
fn step_2_the_header_demands_nothing_and_is_an_id_tokens() {
    let algorithm = |name: &str| IdTokenError::Algorithm(name.to_owned());
    let cases = [
        ("B15", with_header("alg", json!("none")), algorithm("none")),
        ("B15", with_header("alg", json!("nOnE")), algorithm("nOnE")),
        ("B15", sign(r#"{"kid":"key-1"}"#, "{}"), algorithm("")),
        (
            "B15",
            with_header("alg", json!(["ES256"])),
            IdTokenError::HeaderMember("alg"),
        ),
        ("B16", with_header("alg", json!("HS256")), algorithm("HS256")),
        ("B19", with_header("crit", json!(["exp"])), IdTokenError::Critical),
        ("B19", with_header("crit", json!([])), IdTokenError::Critical),
        (
            "B19",
            with_header("b64", json!(false)),
            IdTokenError::UnencodedPayload,
        ),
        (
            "typ",
            with_header("typ", json!("at+jwt")),
            IdTokenError::Type("at+jwt".to_owned()),
        ),
        (
            "typ",
            with_header("typ", json!("logout+jwt")),
            IdTokenError::Type("logout+jwt".to_owned()),
        ),
        (
            "typ",
            with_header("typ", json!("dpop+jwt")),
            IdTokenError::Type("dpop+jwt".to_owned()),
        ),
        (
            "typ",
            with_header("typ", json!(1)),
            IdTokenError::HeaderMember("typ"),
        ),
        (
            "kid",
            with_header("kid", json!(1)),
            IdTokenError::HeaderMember("kid"),
        ),
        (
            "B20",
            with_header("kid", json!("key-9")),
            IdTokenError::UnknownKid("key-9".to_owned()),
        ),
    ];
    for (name, token, error) in cases {
        assert_eq!(trust(&token).unwrap_err(), error, "{name}");
    }
    trust(&with_header("typ", json!("jwt"))).expect("media types know no case");
}

#[test]
fn b18_a_key_in_the_header_is_not_even_looked_at() {
    let attacker = p256::ecdsa::SigningKey::from_slice(&[9; 32]).expect("in range");
    let point = attacker.verifying_key().to_encoded_point(false);
    let jwk = json!({
        "kty": "EC", "crv": "P-256", "x": base64url(point.x().expect("x")), "y": base64url(point.y().expect("y")),
    });
    let header = json!({
        "alg": "ES256", "kid": "key-1", "jwk": jwk, "jku": "https://evil.example/jwks", "x5u": "https://evil.example/x",
    });
    let input = format!(
        "{}.{}",
        base64url(header.to_string()),
        base64url(claims().to_string())
    );
    let signature: p256::ecdsa::Signature = p256::ecdsa::signature::Signer::sign(&attacker, input.as_bytes());
    let token = IdTokenJwt::new(format!("{input}.{}", base64url(signature.to_bytes())));
    assert_eq!(trust(&token).unwrap_err(), IdTokenError::Signature);
    trust(&with_header("jku", json!("https://evil.example/jwks"))).expect("the issuer's own signature");
}

#[test]
fn b17_a_token_of_another_kind_than_its_key_is_refused() {
    assert_eq!(
        trust(&with_header("alg", json!("RS256"))).unwrap_err(),
        IdTokenError::NoKeyFits
    );
    assert_eq!(
        trust(&with_header("alg", json!("ES384"))).unwrap_err(),
        IdTokenError::NoKeyFits
    );
}

#[test]
fn b21_and_b22_nothing_but_the_whole_signature_over_the_very_bytes_passes() {
    let text = sound().expose().to_owned();
    let (input, signature) = text.rsplit_once('.').expect("a token");
    let signature = from_base64url(signature);
    let spoilt =
        |signature: &[u8]| trust(&IdTokenJwt::new(format!("{input}.{}", base64url(signature)))).unwrap_err();
    let length = |got| IdTokenError::SignatureLength { expected: 64, got };
    assert_eq!(spoilt(&signature[..63]), length(63));
    assert_eq!(spoilt(&[&signature[..], &[0]].concat()), length(65));
    let der = p256::ecdsa::Signature::from_slice(&signature)
        .expect("64 octets")
        .to_der();
    assert_eq!(spoilt(der.as_bytes()), length(der.as_bytes().len()));
    assert_eq!(spoilt(&[0; 64]), IdTokenError::Signature);
    assert_eq!(spoilt(&[0xff; 64]), IdTokenError::Signature);
    let (header, payload) = input.split_once('.').expect("a token");
    for (header, payload) in [
        (
            header.to_owned(),
            base64url(claims().to_string().replace("auth0|1", "auth0|2")),
        ),
        (base64url(r#"{"alg":"ES256","kid":"key-1"}"#), payload.to_owned()),
    ] {
        let token = IdTokenJwt::new(format!("{header}.{payload}.{}", base64url(&signature)));
        assert_eq!(trust(&token).unwrap_err(), IdTokenError::Signature);
    }
}

#[test]
fn only_configured_algorithms_are_accepted() {
    let error = trust_by(&sound(), |rules| rules.algorithms = &[Algorithm::Rs256], NOW).unwrap_err();
    assert_eq!(error, IdTokenError::Algorithm("ES256".to_owned()));
    // The same entropy gives the same attempt: the token is sound but for its algorithm.
    assert_eq!(transaction().nonce(), Transaction::new(entropy(), 0).nonce());
    trust_by(&sound(), |rules| rules.algorithms = &[Algorithm::Es256], NOW).expect("accepted");
}
