//! Cookies, each written twice.
//!
//! `SameSite=None; Secure` reaches this server from other sites where the browser allows that; over http on loopback
//! Chromium and Firefox keep such a cookie, WebKit does not. So a twin named `…_compat` with `SameSite=Lax` and,
//! over http, without `Secure` goes with it, and whichever comes back is read. Between `http://localhost:8080` and
//! `http://localhost:4400`, which are one site, the twin is enough in all three engines.

use axum::http::{HeaderMap, HeaderValue, header};
use cookie::{Cookie, SameSite};

use crate::config::Transport;
use crate::secret::Secret;

/// The session at this server.
pub const SESSION_COOKIE: &str = "auth0";

/// The browser, whoever sits before it: what tickets and waiting requests are bound to.
pub const DEVICE_COOKIE: &str = "did";

/// The cookies a request came with.
#[derive(Clone, Default)]
pub struct Cookies(Vec<(String, Secret)>);

impl Cookies {
    pub(super) fn read(headers: &HeaderMap) -> Self {
        let texts = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok());
        Self(
            texts
                .flat_map(Cookie::split_parse)
                .filter_map(Result::ok)
                .map(|cookie| (cookie.name().to_owned(), Secret::from(cookie.value())))
                .collect(),
        )
    }

    /// The value of a cookie or of its twin.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Secret> {
        let find = |name: &str| {
            self.0
                .iter()
                .find(|(given, _)| given == name)
                .map(|(_, value)| value)
        };
        find(name).or_else(|| find(&twin(name)))
    }
}

/// The `Set-Cookie` headers that keep `value` for `seconds`.
pub(super) fn keep(name: &str, value: &Secret, seconds: i64, transport: Transport) -> [HeaderValue; 2] {
    both(name, value.expose(), seconds, transport)
}

/// The `Set-Cookie` headers that make the browser forget.
pub(super) fn forget(name: &str, transport: Transport) -> [HeaderValue; 2] {
    both(name, "", 0, transport)
}

fn both(name: &str, value: &str, seconds: i64, transport: Transport) -> [HeaderValue; 2] {
    let cookie = |name: String, same_site, secure| {
        let cookie = Cookie::build((name, value))
            .path("/")
            .http_only(true)
            .same_site(same_site)
            .secure(secure)
            .max_age(cookie::time::Duration::seconds(seconds))
            .build();
        // Names are constants and values base64url, so there is nothing that a header could not carry.
        HeaderValue::try_from(cookie.to_string()).unwrap_or(HeaderValue::from_static(""))
    };
    [
        cookie(name.to_owned(), SameSite::None, true),
        cookie(twin(name), SameSite::Lax, transport == Transport::Https),
    ]
}

fn twin(name: &str) -> String {
    format!("{name}_compat")
}
