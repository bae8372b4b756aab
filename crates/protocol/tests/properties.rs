//! No reader panics on any bytes, and what is written is read back.

use proptest::prelude::*;
use vestibule_protocol::json::JsonError;
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
    fn words_of_json_in_any_order_are_refused_by_both_parsers_or_by_none(words in json_words()) {
        let text = words.concat();
        let lax = serde_json::from_str::<serde_json::Value>(&text);
        match json::object(text.as_bytes(), 1000) {
            Ok(members) => {
                let lax = lax.expect("the lax parser takes it");
                prop_assert!(is_same(&json::Value::Object(members), &lax), "{}", text);
            }
            Err(JsonError::NotJson | JsonError::NotUtf8) => prop_assert!(lax.is_err(), "{}", text),
            Err(JsonError::NotAnObject) => prop_assert!(lax.is_ok_and(|value| !value.is_object()), "{}", text),
            Err(_) => {}
        }
    }

    #[test]
    fn what_another_writes_is_read_as_it_was(value in any_json(), pretty in any::<bool>()) {
        let object = serde_json::json!({ "it": value });
        let text = if pretty { serde_json::to_string_pretty(&object) } else { serde_json::to_string(&object) };
        let members = json::object(text.expect("it can be written").as_bytes(), 1_000_000).expect("it is JSON");
        prop_assert!(is_same(&json::Value::Object(members), &object), "{}", object);
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

/// Pieces that JSON is made of, and some that it nearly is.
fn json_words() -> impl Strategy<Value = Vec<&'static str>> {
    let words = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"a\":",
        "\"b\":",
        "\"\"",
        "\"\\u00e9\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\ude00\"",
        "\"\\ud83d\\u0041\"",
        "\"\\u+041\"",
        "\"\\x\"",
        "\"\\/\\n\"",
        "\"\n\"",
        "\"",
        "\\",
        "é",
        "0",
        "-0",
        "01",
        "1.5",
        "-2",
        "1e3",
        "1E+2",
        "1e",
        "1.",
        ".5",
        "+1",
        "-",
        "2e400",
        "18446744073709551616",
        "true",
        "false",
        "null",
        "nul",
        "nullx",
        " ",
        "\n",
        "\u{a0}",
        "\u{feff}",
        "//",
        "NaN",
    ]);
    let free = prop::collection::vec(words.clone(), 0..6);
    // Most often something that is nearly an object.
    let near = prop::collection::vec(words, 0..4).prop_map(|inner| {
        let mut all = vec!["{", "\"a\":"];
        all.extend(inner);
        all.push("}");
        all
    });
    prop_oneof![free, near]
}

/// Any value of JSON, a few levels deep.
fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<u64>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        ".*".prop_map(Into::into),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::btree_map(".*", inner, 0..6)
                .prop_map(|members| serde_json::Value::Object(members.into_iter().collect())),
        ]
    })
}

/// Whether two parsers read the same, numbers as doubles but for the last digits.
fn is_same(strict: &json::Value, lax: &serde_json::Value) -> bool {
    use json::Value;
    match strict {
        Value::Null => lax.is_null(),
        Value::Bool(value) => lax.as_bool() == Some(*value),
        Value::Whole(_) => strict.as_u64() == lax.as_u64(),
        Value::Number(number) => lax
            .as_f64()
            .is_some_and(|other| (number - other).abs() <= other.abs().max(f64::MIN_POSITIVE) * 1e-15),
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
