//! What a server says it can do beyond a login with a code.

use serde_json::{Value, json};
use vestibule_protocol::endpoint::EndpointError;
use vestibule_protocol::{Broken, Failure, Features, MetadataError, discovery};

use crate::support::{metadata_json, response};

fn read(document: &Value) -> Result<Features, Failure> {
    discovery::read_features(&response(200, document.to_string()))
}

fn with(name: &str, value: Value) -> Value {
    let mut document = metadata_json();
    document[name] = value;
    document
}

#[test]
fn a_server_that_says_nothing_rules_nothing_out_and_has_nothing() {
    assert_eq!(read(&metadata_json()), Ok(Features::default()));
}

#[test]
fn every_feature_is_read_by_its_name() {
    let document = json!({
        "revocation_endpoint": "https://login.example.com/revoke",
        "pushed_authorization_request_endpoint": "https://login.example.com/par",
        "require_pushed_authorization_requests": true,
        "response_types_supported": ["code", "code id_token"],
        "grant_types_supported": ["refresh_token"],
        "dpop_signing_alg_values_supported": ["ES256"],
        "scopes_supported": ["openid"],
        "token_endpoint_auth_methods_supported": ["none"],
        "prompt_values_supported": ["create"],
        "something_new": { "a": 1 },
    });
    let list = |words: &[&str]| Some(words.iter().map(|word| (*word).to_owned()).collect());
    let expected = Features {
        revocation_endpoint: Some("https://login.example.com/revoke".into()),
        pushed_authorization_request_endpoint: Some("https://login.example.com/par".into()),
        require_pushed_authorization_requests: true,
        response_types: list(&["code", "code id_token"]),
        grant_types: list(&["refresh_token"]),
        dpop_algorithms: list(&["ES256"]),
        scopes: list(&["openid"]),
        token_endpoint_auth_methods: list(&["none"]),
        prompts: list(&["create"]),
    };
    assert_eq!(read(&document), Ok(expected));
}

#[test]
fn a_feature_of_the_wrong_type_or_at_an_unusable_address_is_refused_by_its_name() {
    for name in [
        "response_types_supported",
        "grant_types_supported",
        "dpop_signing_alg_values_supported",
        "scopes_supported",
    ] {
        for value in [json!("code"), json!([1]), json!({})] {
            assert_eq!(
                read(&with(name, value)),
                Err(Broken::WrongType(name).into()),
                "{name}"
            );
        }
    }
    let flag = "require_pushed_authorization_requests";
    assert_eq!(
        read(&with(flag, json!("true"))),
        Err(Broken::WrongType(flag).into())
    );
    for name in ["revocation_endpoint", "pushed_authorization_request_endpoint"] {
        for (url, error) in [
            ("http://login.example.com/x", EndpointError::Insecure),
            ("https://a:b@login.example.com/x", EndpointError::UserInfo),
            ("javascript:alert(1)", EndpointError::Scheme),
        ] {
            let refused = Failure::from(MetadataError::Endpoint(name, error));
            assert_eq!(read(&with(name, json!(url))), Err(refused), "{name} {url}");
        }
    }
}
