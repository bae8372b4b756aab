//! Discovery: whose metadata it is, and where its endpoints are.

use serde_json::{Value, json};
use vestibule_protocol::endpoint::EndpointError;
use vestibule_protocol::{Broken, Failure, Metadata, MetadataError, discovery};

use crate::support::{issuer, metadata_json, response};

fn read(json: &Value) -> Result<Metadata, Broken> {
    discovery::read(&response(200, json.to_string()), &issuer()).map_err(|failure| match failure {
        Failure::Broken(broken) => broken,
        Failure::Refused(refusal) => panic!("{refusal}"),
    })
}

fn with(name: &str, value: Value) -> Value {
    let mut json = metadata_json();
    json[name] = value;
    json
}

#[test]
fn the_metadata_tells_endpoints_and_abilities() {
    let mut json = with("authorization_response_iss_parameter_supported", true.into());
    json["response_modes_supported"] = json!(["query", "web_message"]);
    json["id_token_signing_alg_values_supported"] = json!(["RS256", "HS256"]);
    json["end_session_endpoint"] = json!("https://login.example.com/oidc/logout");
    json["something_new"] = json!({ "a": [1.5] });
    let metadata = read(&json).expect("sound metadata");
    assert!(metadata.iss_parameter_supported);
    assert!(metadata.supports_response_mode("web_message"));
    assert!(!metadata.supports_response_mode("form_post"));
    assert_eq!(
        metadata.id_token_algorithms.as_deref(),
        Some(&["RS256".to_owned(), "HS256".to_owned()][..])
    );
    assert_eq!(
        metadata.end_session_endpoint.as_deref(),
        Some("https://login.example.com/oidc/logout")
    );
    assert_eq!(metadata.authorization_origin(), "https://login.example.com");
    let silent = read(&metadata_json()).expect("sound metadata");
    assert!(!silent.iss_parameter_supported);
    assert!(silent.supports_response_mode("web_message"));
}

#[test]
fn another_issuers_metadata_is_refused_and_a_lost_slash_is_named() {
    let error = read(&with("issuer", "https://login.example.com".into())).unwrap_err();
    assert!(
        matches!(error, Broken::Metadata(MetadataError::IssuerTrailingSlash(_))),
        "{error}"
    );
    for other in [
        "https://login.example.com//",
        "https://Login.example.com/",
        "https://evil.example/",
        "https://good@login.example.com/",
        "x",
    ] {
        let error = read(&with("issuer", other.into())).unwrap_err();
        assert!(
            matches!(error, Broken::Metadata(MetadataError::Issuer(_))),
            "{other}: {error}"
        );
    }
}

#[test]
fn what_is_missing_or_mistyped_is_named() {
    for name in ["issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"] {
        let mut json = metadata_json();
        json.as_object_mut().expect("an object").remove(name);
        assert_eq!(read(&json).unwrap_err(), Broken::MissingMember(name));
        for value in [
            json!(7),
            json!(""),
            json!(["https://login.example.com/"]),
            json!(true),
        ] {
            assert_eq!(read(&with(name, value)).unwrap_err(), Broken::WrongType(name));
        }
    }
    for name in ["code_challenge_methods_supported", "response_modes_supported"] {
        assert_eq!(
            read(&with(name, json!([1]))).unwrap_err(),
            Broken::WrongType(name)
        );
    }
}

#[test]
fn an_endpoint_is_https_or_on_this_machine() {
    let cases = [
        ("http://login.example.com/x", EndpointError::Insecure),
        ("javascript:alert(1)", EndpointError::Scheme),
        ("/authorize", EndpointError::Scheme),
        ("https://a:b@login.example.com/x", EndpointError::UserInfo),
        ("https://login.example.com/x#y", EndpointError::Fragment),
        ("https://login.example.com/x?a b", EndpointError::Path),
    ];
    let names = [
        "authorization_endpoint",
        "token_endpoint",
        "jwks_uri",
        "userinfo_endpoint",
        "end_session_endpoint",
    ];
    for (url, error) in cases {
        for name in names {
            assert_eq!(
                read(&with(name, url.into())).unwrap_err(),
                MetadataError::Endpoint(name, error).into()
            );
        }
    }
    for url in ["http://127.0.0.1:4400/x", "https://elsewhere.example/x?tenant=a"] {
        read(&with("authorization_endpoint", url.into())).unwrap_or_else(|error| panic!("{url}: {error}"));
    }
}

#[test]
fn pkce_methods_without_s256_are_refused_and_none_listed_is_no_refusal() {
    let error = read(&with("code_challenge_methods_supported", json!(["plain"]))).unwrap_err();
    assert_eq!(error, MetadataError::NoS256.into());
    let error = read(&with("code_challenge_methods_supported", json!([]))).unwrap_err();
    assert_eq!(error, MetadataError::NoS256.into());
    let mut json = metadata_json();
    json.as_object_mut()
        .expect("an object")
        .remove("code_challenge_methods_supported");
    read(&json).expect("older servers list none");
}
