//! Which texts are issuers.

use vestibule_protocol::endpoint::EndpointError::{self, *};
use vestibule_protocol::{Issuer, IssuerError};

#[test]
fn an_issuer_is_kept_to_the_letter_and_its_origin_is_a_browsers() {
    let cases = [
        (
            "https://login.example.com/",
            "https://login.example.com",
            "https://login.example.com/authorize",
        ),
        (
            "https://login.example.com",
            "https://login.example.com",
            "https://login.example.com/authorize",
        ),
        (
            "HTTPS://Login.Example.COM:443/",
            "https://login.example.com",
            "HTTPS://Login.Example.COM:443/authorize",
        ),
        (
            "https://example.com:8443/realms/a",
            "https://example.com:8443",
            "https://example.com:8443/realms/a/authorize",
        ),
        (
            "http://localhost:4400/",
            "http://localhost:4400",
            "http://localhost:4400/authorize",
        ),
        (
            "http://localhost:80",
            "http://localhost",
            "http://localhost:80/authorize",
        ),
        (
            "http://login.app.localhost:5185",
            "http://login.app.localhost:5185",
            "http://login.app.localhost:5185/authorize",
        ),
        (
            "http://127.1.2.3:1/",
            "http://127.1.2.3:1",
            "http://127.1.2.3:1/authorize",
        ),
        (
            "http://[::1]:4400/",
            "http://[::1]:4400",
            "http://[::1]:4400/authorize",
        ),
        (
            "https://10.0.0.1/",
            "https://10.0.0.1",
            "https://10.0.0.1/authorize",
        ),
        (
            "https://xn--mnchen-3ya.example/",
            "https://xn--mnchen-3ya.example",
            "https://xn--mnchen-3ya.example/authorize",
        ),
    ];
    for (text, origin, joined) in cases {
        let issuer = Issuer::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(issuer.as_str(), text);
        assert_eq!(issuer.origin(), origin);
        assert_eq!(issuer.join("/authorize"), joined);
    }
}

#[test]
fn anything_a_browser_might_read_otherwise_is_refused() {
    let cases: [(&str, EndpointError); 36] = [
        ("", Scheme),
        ("login.example.com", Scheme),
        ("login.example.com:443", Scheme),
        ("//login.example.com", Scheme),
        ("https:login.example.com", Scheme),
        ("https:/login.example.com", Scheme),
        ("ftp://login.example.com", Scheme),
        ("javascript://login.example.com", Scheme),
        (" https://login.example.com", Scheme),
        ("https://", Host),
        ("https:///", Host),
        ("https://login example.com", Host),
        ("https://login.example.com\n", Host),
        ("https://münchen.example", Host),
        ("https://%6cogin.example.com", Host),
        ("https://login..example.com", Host),
        ("https://2130706433/", Host),
        ("https://127.1/", Host),
        ("https://0177.0.0.1/", Host),
        ("https://0x7f.0.0.1/", Host),
        ("https://[::2]/", Host),
        ("https://login.example.com:0", Port),
        ("https://login.example.com:", Port),
        ("https://login.example.com:65536", Port),
        ("https://login.example.com:+1", Port),
        ("https://good.example@evil.example", UserInfo),
        ("https://login.example.com/?tenant=a", Query),
        ("https://login.example.com?", Query),
        ("https://login.example.com/#", Fragment),
        ("https://login.example.com/a/../b", Path),
        ("https://login.example.com/a/%2E%2e/b", Path),
        ("https://login.example.com/a b", Path),
        ("https://login.example.com\\evil.example", Path),
        ("http://login.example.com", Insecure),
        ("http://localhost.example.com", Insecure),
        ("http://128.0.0.1", Insecure),
    ];
    for (text, error) in cases {
        assert_eq!(Issuer::parse(text), Err(IssuerError(error)), "{text}");
    }
}
