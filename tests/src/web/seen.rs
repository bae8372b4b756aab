//! A request as the relay saw it pass.

use bytes::Bytes;
use hyper::{Request, Response};

/// One request to the authority and how it was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// `GET`, `POST`, ….
    pub method: String,
    /// The path without the query.
    pub path: String,
    /// The query as it was sent, without the question mark.
    pub query: String,
    /// The body as text.
    pub body: String,
    /// The `Origin` header.
    pub origin: Option<String>,
    /// The `Location` header of the answer.
    pub location: Option<String>,
    /// The status of the answer; none while it is under way, or when the connection was closed.
    pub status: Option<u16>,
}

impl Seen {
    /// Notes a request.
    pub fn of(request: &Request<Bytes>) -> Self {
        let origin = request
            .headers()
            .get("origin")
            .and_then(|value| value.to_str().ok());
        Self {
            method: request.method().to_string(),
            path: request.uri().path().to_owned(),
            query: request.uri().query().unwrap_or_default().to_owned(),
            body: String::from_utf8_lossy(request.body()).into_owned(),
            origin: origin.map(str::to_owned),
            location: None,
            status: None,
        }
    }

    /// Notes the answer, if there was one.
    pub(super) fn note<B>(&mut self, answer: Option<&Response<B>>) {
        self.status = answer.map(|answer| answer.status().as_u16());
        let location = answer.and_then(|answer| answer.headers().get("location"));
        self.location = location.and_then(|value| value.to_str().ok()).map(str::to_owned);
    }

    /// Method and path: `POST /oauth/token`.
    pub fn line(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// A query parameter, percent-decoded.
    pub fn parameter(&self, name: &str) -> Option<String> {
        let mut pairs = form_urlencoded::parse(self.query.as_bytes());
        pairs
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
    }
}
