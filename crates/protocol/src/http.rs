//! A request to send and a response to judge, as plain values.

use std::fmt;

/// How many bytes of a body are read at most: no reader of this crate takes more. Tenants with thousands of enterprise connections have
/// settings of that size.
pub const MAX_BODY: usize = 2 * 1024 * 1024;

/// Seconds after which an unanswered request counts as lost.
pub const TIMEOUT_S: u32 = 10;

/// The HTTP method of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// `GET`
    Get,
    /// `POST`
    Post,
}

/// Whether cookies of the authorization server go along (the Fetch standard's credentials mode).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Credentials {
    /// No cookies.
    Omit,
    /// Cookies, across origins too.
    Include,
}

/// A request, complete but for the sending.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The absolute URL.
    pub url: String,
    /// Header fields beyond the content type, which follows from the body.
    pub headers: Vec<(&'static str, String)>,
    /// The body, if any.
    pub body: Option<Body>,
    /// Whether cookies go along.
    pub credentials: Credentials,
    /// Seconds after which the sender gives up.
    pub timeout_s: u32,
    /// Whether an answer from before will do.
    pub cache: Cache,
}

/// Whether a cache may answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cache {
    /// As the answer's own headers say.
    #[default]
    AsUsual,
    /// Never: the server itself is asked.
    Never,
}

impl Request {
    pub(crate) fn get(url: String) -> Self {
        Self {
            method: Method::Get,
            url,
            headers: vec![("accept", "application/json".to_owned())],
            body: None,
            credentials: Credentials::Omit,
            timeout_s: TIMEOUT_S,
            cache: Cache::AsUsual,
        }
    }

    /// The same request, past every cache.
    #[must_use]
    pub fn past_caches(self) -> Self {
        Self {
            cache: Cache::Never,
            ..self
        }
    }

    pub(crate) fn post(url: String, body: Body) -> Self {
        Self {
            method: Method::Post,
            body: Some(body),
            ..Self::get(url)
        }
    }
}

/// Prints the method and the URL up to its query: a query may carry a ticket, the body carries a password.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = self.url.find(['?', '#']).unwrap_or(self.url.len());
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("url", &&self.url[..end])
            .finish_non_exhaustive()
    }
}

/// The body of a request; its kind decides the content type.
#[derive(Clone, PartialEq, Eq)]
pub enum Body {
    /// `application/json`
    Json(String),
    /// `application/x-www-form-urlencoded`
    Form(String),
}

impl Body {
    /// The value of the `Content-Type` header.
    #[must_use]
    pub fn content_type(&self) -> &'static str {
        match self {
            Self::Json(_) => "application/json",
            Self::Form(_) => "application/x-www-form-urlencoded",
        }
    }

    /// The text to send. It may carry secrets.
    #[must_use]
    pub fn expose(&self) -> &str {
        match self {
            Self::Json(text) | Self::Form(text) => text,
        }
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Json(_) => "Json(..)",
            Self::Form(_) => "Form(..)",
        })
    }
}

/// A response as it came, unjudged.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// The header fields the page may read.
    pub headers: Vec<(String, String)>,
    /// The body's bytes.
    pub body: Vec<u8>,
}

impl Response {
    /// The first header field of this name, whatever its case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// Whether the status is 2xx.
    #[must_use]
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// Prints the status alone: bodies carry tokens.
impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}
