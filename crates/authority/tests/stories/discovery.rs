//! Metadata and keys.

use super::harness::{ISSUER, World};

#[tokio::test]
async fn the_metadata_names_the_issuer_that_was_asked_and_only_endpoints_that_are_there() {
    let world = World::new().await;
    let browser = world.browser();
    let metadata = browser.get("/.well-known/openid-configuration").await.assert(200);
    assert_eq!(metadata.header("access-control-allow-origin"), Some("*"));
    let metadata = metadata.json();
    assert_eq!(metadata["issuer"], ISSUER);
    for (name, value) in metadata.as_object().unwrap() {
        if name.ends_with("_endpoint") || name == "jwks_uri" {
            let path = value
                .as_str()
                .unwrap()
                .strip_prefix("http://localhost:4400")
                .unwrap();
            assert_ne!(browser.get(path).await.status, 404, "{name}");
        }
    }
    assert_eq!(
        metadata["code_challenge_methods_supported"],
        serde_json::json!(["S256"])
    );
    assert_eq!(
        metadata["dpop_signing_alg_values_supported"],
        serde_json::json!(["ES256", "RS256", "PS256", "EdDSA", "Ed25519"])
    );
    for name in [
        "pushed_authorization_request_endpoint",
        "revocation_endpoint",
        "end_session_endpoint",
    ] {
        assert!(metadata[name].is_string(), "{name}");
    }
    assert_eq!(metadata["acr_values_supported"][1], "urn:vestibule:mfa");
    assert_eq!(metadata["authorization_response_iss_parameter_supported"], true);
}

#[tokio::test]
async fn the_issuer_follows_the_name_by_which_the_server_is_called() {
    let world = World::new().await;
    for host in [
        "127.0.0.1:4400",
        "login.app.localhost:1",
        "[::1]:4400",
        "localhost",
    ] {
        let mut browser = world.browser();
        browser.host = host;
        let metadata = browser
            .get("/.well-known/openid-configuration")
            .await
            .assert(200)
            .json();
        assert_eq!(metadata["issuer"], format!("http://{host}/"));
    }
}

#[tokio::test]
async fn a_configured_issuer_stays_whatever_the_server_is_called() {
    let world = World::configured("issuer = 'http://login.example.test:4400/'").await;
    for host in ["127.0.0.1:4400", "login.example.test:4400"] {
        let mut browser = world.browser();
        browser.host = host;
        let metadata = browser
            .get("/.well-known/openid-configuration")
            .await
            .assert(200)
            .json();
        assert_eq!(metadata["issuer"], "http://login.example.test:4400/");
    }
}

#[tokio::test]
async fn the_key_set_shows_public_halves_only() {
    let world = World::new().await;
    let answer = world.browser().get("/.well-known/jwks.json").await.assert(200);
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    let keys = answer.json();
    let key = keys["keys"][0].as_object().unwrap();
    let mut names: Vec<_> = key.keys().map(String::as_str).collect();
    names.sort_unstable();
    assert_eq!(names, ["alg", "crv", "kid", "kty", "use", "x", "y"]);
}
