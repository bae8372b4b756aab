//! No reader panics on any bytes, and what is written is read back.

use proptest::prelude::*;
use vestibule_protocol::{
    IdTokenJwt, Issuer, KeySearch, Response, Transaction, authorize, co_authenticate, discovery, envelope,
    form, id_token, json, jwks, passwordless, settings, sign_up, token, userinfo,
};

use crate::support::{base64url, is_valid, issuer, keys, metadata, transaction};

/// Bytes that are nearly JSON, nearly a query, nearly a token, or nothing.
fn near_misses() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        "\"",
        ":",
        ",",
        "1e999",
        "null",
        "\\ud800",
        "\\u00",
        "keys",
        "\"alg\":\"ES256\"",
        "code",
        "state",
        "=",
        "&",
        "%",
        "%ff",
        "#",
        "?",
        ".",
        "https://",
        "Auth0.setClient(",
        ");",
        "\u{feff}",
        "é",
        " ",
        "-1",
        "\"error\":",
        "\"description\":{\"rules\":[{\"code\":\"lengthAtLeast\",\"format\":[-1]}]}",
        "[::1]",
        "@",
        "\0",
    ]);
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat().into_bytes()),
    ]
}

proptest! {
    #[test]
    fn no_response_makes_a_reader_panic(status in prop_oneof![Just(200_u16), Just(400), any::<u16>()],
                                       body in near_misses(), header in near_misses()) {
        let header = String::from_utf8_lossy(&header).into_owned();
        let names = ["retry-after", "date", "x-ratelimit-reset", "content-type"];
        let headers = names.map(|name| (name.to_owned(), header.clone())).to_vec();
        let response = Response { status, headers, body };
        let _ = discovery::read(&response, &issuer());
        let _ = settings::read(&response);
        let _ = jwks::read(&response);
        let _ = token::read(&response);
        let _ = co_authenticate::read(&response);
        let _ = sign_up::read(&response);
        let _ = passwordless::read(&response);
        let _ = userinfo::read(&response, "s");
        let _ = envelope::refusal(&response).to_string();
    }

    #[test]
    fn no_text_makes_a_parser_panic(text in near_misses()) {
        let text = String::from_utf8_lossy(&text).into_owned();
        let _ = authorize::without_response(&text);
        let _ = passwordless::clean_otp(&text);
        let _ = Transaction::from_stored(&text, 0);
        let _ = form::decode(&text);
        if let Ok(issuer) = Issuer::parse(&text) {
            prop_assert_eq!(issuer.as_str(), text.as_str());
            prop_assert!(Issuer::parse(issuer.origin()).is_ok());
        }
        for response in [authorize::from_query(&text), authorize::from_fragment(&text)] {
            if let Ok(Some(response)) = response {
                prop_assert!(response.check(&transaction(), &metadata()).is_err());
            }
        }
    }

    #[test]
    fn no_id_token_makes_the_checks_panic_and_none_is_found_valid(header in near_misses(), payload in near_misses(),
                                                                  signature in near_misses()) {
        let token = format!("{}.{}.{}", base64url(header), base64url(payload), base64url(signature));
        if let Ok(unverified) = id_token::open(&IdTokenJwt::new(token))
            && let KeySearch::Found(question) = unverified.find_key(&keys())
        {
            prop_assert!(!is_valid(&question));
        }
    }

    #[test]
    fn strict_json_takes_what_the_lax_parser_takes_and_no_more(bytes in near_misses()) {
        if let Ok(members) = json::object(&bytes, 1000) {
            let lax: serde_json::Value = serde_json::from_slice(&bytes).expect("the lax parser takes it");
            prop_assert!(is_same(&json::Value::Object(members), &lax));
        }
    }

    #[test]
    fn what_is_form_encoded_is_read_back(name in ".*", value in ".*") {
        let encoded = form::encode(&[(&name, &value)]);
        prop_assert!(encoded.bytes().all(|byte| byte.is_ascii_graphic()));
        let (left, right) = encoded.split_once('=').expect("one pair");
        prop_assert_eq!(form::decode(left), Ok(name));
        prop_assert_eq!(form::decode(right), Ok(value));
    }

    #[test]
    fn a_pages_own_url_is_left_alone(url in "https://a\\.example/[a-z]{0,5}(\\?([a-z]=[a-z0-9%+]{0,5}&?){0,4})?(#[a-z/]{0,9})?") {
        prop_assert_eq!(authorize::without_response(&url), url);
    }

    #[test]
    fn an_attempt_survives_storage(entropy in prop::collection::vec(any::<u8>(), 96), at in 0..u64::MAX,
                                   app_state in ".*") {
        let entropy: [u8; 96] = entropy.try_into().expect("96 octets");
        let attempt = Transaction::new(entropy, at).with_app_state(app_state);
        prop_assert_eq!(Transaction::from_stored(&attempt.to_stored(), at), Ok(attempt));
    }
}

/// Whether two parsers read the same, numbers as doubles.
fn is_same(strict: &json::Value, lax: &serde_json::Value) -> bool {
    use json::Value;
    match strict {
        Value::Null => lax.is_null(),
        Value::Bool(value) => lax.as_bool() == Some(*value),
        Value::Whole(_) => strict.as_u64() == lax.as_u64(),
        Value::Number(_) => strict.as_f64() == lax.as_f64(),
        Value::String(text) => lax.as_str() == Some(text),
        Value::Array(items) => lax.as_array().is_some_and(|others| {
            items.len() == others.len() && items.iter().zip(others).all(|(one, other)| is_same(one, other))
        }),
        Value::Object(members) => lax.as_object().is_some_and(|others| {
            members.len() == others.len()
                && members
                    .iter()
                    .all(|(name, one)| others.get(name).is_some_and(|other| is_same(one, other)))
        }),
    }
}
