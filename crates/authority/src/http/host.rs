//! Only loopback names are answered, so that no name of the Internet can be pointed at this server (DNS rebinding).

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::Response;
use url::{Host, Url};

use super::Refusal;
use crate::state::AppState;

/// Refuses a request for any other name with 421 (RFC 9110 section 15.5.20).
pub async fn require_known_host(
    State(state): State<AppState>,
    request: Request,
    next: Next,
) -> Result<Response, Refusal> {
    let host = host_of(request.uri(), request.headers());
    match host {
        Some(host) if is_loopback(&host) || is_issuers(&host, state.config.issuer.as_deref()) => {
            Ok(next.run(request).await)
        }
        _ => Err(Refusal::text(
            StatusCode::MISDIRECTED_REQUEST,
            "This server answers to localhost, *.localhost, 127.0.0.1 and [::1] only.",
        )),
    }
}

/// The name and port by which the server was called, in lower case.
pub(super) fn host_of(uri: &Uri, headers: &HeaderMap) -> Option<String> {
    let mut given = headers.get_all(header::HOST).iter();
    let host = match (uri.authority(), given.next(), given.next()) {
        // RFC 9112 section 3.2.2: an absolute target overrides Host.
        (Some(authority), _, None) => authority.as_str(),
        (None, Some(host), None) => host.to_str().ok()?,
        _ => return None,
    };
    Some(host.to_ascii_lowercase())
}

fn is_loopback(host: &str) -> bool {
    let Ok(url) = Url::parse(&format!("http://{host}/")) else {
        return false;
    };
    // Only name and port may be in it: `localhost@evil` or `localhost/..` is something else.
    let plain =
        url.username().is_empty() && url.password().is_none() && url.path() == "/" && !host.contains('@');
    let name = match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => {
            host == "127.0.0.1" || host.starts_with("127.0.0.1:") && address.is_loopback()
        }
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    plain
        && name
        && url.query().is_none()
        && url.fragment().is_none()
        && !host.contains(['/', '\\', '?', '#'])
}

fn is_issuers(host: &str, issuer: Option<&str>) -> bool {
    issuer
        .and_then(|issuer| Url::parse(issuer).ok())
        .is_some_and(|issuer| issuer.authority() == host)
}

#[cfg(test)]
mod tests {
    use super::{is_issuers, is_loopback};

    #[test]
    fn loopback_names_with_any_port_are_known() {
        for host in [
            "localhost",
            "localhost:4400",
            "login.app.localhost:1",
            "127.0.0.1:80",
            "127.0.0.1",
            "[::1]:9",
        ] {
            assert!(is_loopback(host), "{host}");
        }
    }

    #[test]
    fn every_other_name_is_unknown() {
        for host in [
            "",
            "example.com",
            "localhost.example.com",
            "localhost@evil.test",
            "evil.test:80",
            "127.0.0.1.evil.test",
            "localhost/x",
            "localhost:80#",
            "evillocalhost",
            "0.0.0.0",
            "127.1",
            "[::2]",
            "localhost:99999",
        ] {
            assert!(!is_loopback(host), "{host}");
        }
    }

    #[test]
    fn the_configured_issuers_name_is_known() {
        assert!(is_issuers(
            "login.example.test:4400",
            Some("http://login.example.test:4400/")
        ));
        assert!(!is_issuers(
            "login.example.test",
            Some("http://login.example.test:4400/")
        ));
    }
}
