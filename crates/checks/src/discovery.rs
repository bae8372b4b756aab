//! An issuer and its metadata: what is taken is where a browser thinks it is, and nothing is asked for in the clear.

use serde_json::Value;
use url::{Host, Url};
use vestibule_protocol::{Issuer, Metadata, discovery};

use crate::Verdict;
use crate::given::success;

/// The bytes are a configured issuer, and the metadata of its server from the second line on.
#[must_use]
pub fn check(bytes: &[u8]) -> Verdict {
    let (line, body) = match bytes.iter().position(|byte| *byte == b'\n') {
        Some(at) => (&bytes[..at], &bytes[at + 1..]),
        None => (bytes, &[][..]),
    };
    let Ok(text) = std::str::from_utf8(line) else {
        return Verdict::Refused;
    };
    let parsed = Issuer::parse(text);
    assert_eq!(parsed, Issuer::parse(text), "parsed twice");
    let Ok(issuer) = parsed else {
        return Verdict::Refused;
    };
    assert_eq!(issuer.as_str(), text, "kept as written");
    if let Some(url) = safe(text) {
        assert_eq!(url.origin().ascii_serialization(), issuer.origin());
        assert_eq!((url.query(), url.fragment()), (None, None));
    }
    let asked = discovery::ask(&issuer).url;
    if let Some(asked) = safe(&asked) {
        assert_eq!(asked.origin().ascii_serialization(), issuer.origin());
        assert!(asked.path().ends_with("/.well-known/openid-configuration"));
    }
    let read = discovery::read(&success(body), &issuer);
    assert_eq!(read, discovery::read(&success(body), &issuer), "read twice");
    if let Ok(metadata) = &read {
        let lax: Value = serde_json::from_slice(body).expect("metadata are JSON");
        holds(metadata, &issuer, &lax);
    }
    if let Ok(features) = discovery::read_features(&success(body)) {
        let places = [
            features.revocation_endpoint,
            features.pushed_authorization_request_endpoint,
        ];
        places.iter().flatten().for_each(|place| drop(safe(place)));
    }
    Verdict::taken_if(read.is_ok())
}

/// A URL as browsers read it, once nothing is wrong with it; `None` for a name that only looks like an international one.
fn safe(text: &str) -> Option<Url> {
    let url = match Url::parse(text) {
        Ok(url) => url,
        Err(error) => {
            assert!(text.to_ascii_lowercase().contains("xn--"), "{text:?}: {error}");
            return None;
        }
    };
    let is_loopback = match url.host().expect("a host") {
        Host::Domain(name) => {
            let name = name.strip_suffix('.').unwrap_or(name);
            name == "localhost" || name.ends_with(".localhost")
        }
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    };
    assert!(
        url.scheme() == "https" || (url.scheme() == "http" && is_loopback),
        "{text:?}"
    );
    assert!(url.username().is_empty() && url.password().is_none(), "{text:?}");
    assert_eq!(url.fragment(), None, "{text:?}");
    Some(url)
}

fn holds(metadata: &Metadata, issuer: &Issuer, lax: &Value) {
    assert_eq!(metadata.issuer, *issuer);
    assert_eq!(lax["issuer"], issuer.as_str(), "another server's");
    let places = [
        ("authorization_endpoint", Some(&metadata.authorization_endpoint)),
        ("token_endpoint", Some(&metadata.token_endpoint)),
        ("jwks_uri", Some(&metadata.jwks_uri)),
        ("userinfo_endpoint", metadata.userinfo_endpoint.as_ref()),
        ("end_session_endpoint", metadata.end_session_endpoint.as_ref()),
    ];
    for (name, place) in places {
        assert_eq!(place.map(String::as_str), lax[name].as_str(), "{name}");
        place.map(|place| safe(place));
    }
    if let Some(url) = safe(&metadata.authorization_endpoint) {
        assert_eq!(
            metadata.authorization_origin(),
            url.origin().ascii_serialization()
        );
    }
    let pkce = lax["code_challenge_methods_supported"].as_array();
    assert!(pkce.is_none_or(|methods| methods.iter().any(|method| method == "S256")));
    let promised = &lax["authorization_response_iss_parameter_supported"];
    assert_eq!(metadata.iss_parameter_supported, promised == true);
}
