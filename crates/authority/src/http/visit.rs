//! Who is visiting, and under which name this server was called.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, header};
use axum::response::Response;

use super::Refusal;
use super::cookies::{self, Cookies, DEVICE_COOKIE, SESSION_COOKIE};
use super::host::host_of;
use crate::config::Transport;
use crate::secret::Secret;
use crate::state::AppState;

/// How long a device cookie lives, in seconds: a year.
const DEVICE_SECONDS: i64 = 31_536_000;

/// One visit of a browser or other client.
#[derive(Clone)]
pub struct Visit {
    /// The issuer, ending in a slash.
    pub issuer: String,
    /// This server's address as the visitor called it, ending in a slash: where links lead.
    pub base: String,
    /// The method of the request.
    pub method: Method,
    /// The path of the request, beginning with a slash.
    pub path: String,
    /// Cookies.
    pub cookies: Cookies,
    /// The `Origin` header.
    pub origin: Option<String>,
    /// Where the visitor's connection comes from.
    pub ip: IpAddr,
    /// The language asked for, from `x-request-language` or else `accept-language`.
    pub language: Option<String>,
    transport: Transport,
}

impl Visit {
    /// The session cookie.
    #[must_use]
    pub fn session_secret(&self) -> Option<&Secret> {
        self.cookies.get(SESSION_COOKIE)
    }

    /// The device cookie.
    #[must_use]
    pub fn device(&self) -> Option<&Secret> {
        self.cookies.get(DEVICE_COOKIE)
    }

    /// The device cookie, or a fresh one; keep it with [`Visit::keep_device`].
    #[must_use]
    pub fn device_or_new(&self, state: &AppState) -> Secret {
        self.device().cloned().unwrap_or_else(|| state.chance.secret())
    }

    /// Whether this is the browser whose device cookie has that SHA-256.
    #[must_use]
    pub fn is_device(&self, device_hash: &str) -> bool {
        self.device().is_some_and(|device| device.digest() == device_hash)
    }

    /// Whether a page of another origin asks. Browsers name the origin of every post; whoever sends none is no browser.
    #[must_use]
    pub fn is_from_elsewhere(&self) -> bool {
        let own = self.base.strip_suffix('/');
        self.origin.is_some() && self.origin.as_deref() != own
    }

    /// Makes the browser keep its device cookie for another year.
    pub fn keep_device(&self, response: &mut Response, device: &Secret) {
        add(
            response,
            cookies::keep(DEVICE_COOKIE, device, DEVICE_SECONDS, self.transport),
        );
    }

    /// Makes the browser keep a session cookie for `seconds`.
    pub fn keep_session(&self, response: &mut Response, secret: &Secret, seconds: i64) {
        add(
            response,
            cookies::keep(SESSION_COOKIE, secret, seconds, self.transport),
        );
    }

    /// Makes the browser forget its session cookie.
    pub fn forget_session(&self, response: &mut Response) {
        add(response, cookies::forget(SESSION_COOKIE, self.transport));
    }
}

impl FromRequestParts<AppState> for Visit {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Refusal> {
        let text = |name| {
            parts
                .headers
                .get(name)
                .and_then(|value: &HeaderValue| value.to_str().ok())
        };
        let transport = state.config.transport;
        let host = host_of(&parts.uri, &parts.headers).unwrap_or_default();
        let base = format!("{}://{host}/", transport.scheme());
        let peer = parts
            .extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map(|ConnectInfo(peer)| peer.ip());
        Ok(Self {
            issuer: state.config.issuer.clone().unwrap_or_else(|| base.clone()),
            base,
            method: parts.method.clone(),
            path: parts.uri.path().to_owned(),
            cookies: Cookies::read(&parts.headers),
            origin: text(header::ORIGIN.as_str()).map(str::to_owned),
            ip: peer.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)),
            language: text("x-request-language")
                .or_else(|| text("accept-language"))
                .map(str::to_owned),
            transport,
        })
    }
}

fn add(response: &mut Response, cookies: [HeaderValue; 2]) {
    for cookie in cookies {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}
