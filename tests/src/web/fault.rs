//! What can go wrong between an app and its authority.

use bytes::Bytes;
use hyper::{Response, header::HeaderValue};

use super::server::{Answer, HangUp, full};

/// Played by the relay in place of the authority's answer.
#[derive(Debug, Clone)]
pub enum Fault {
    /// This answer, readable by the app's origin.
    Answer {
        /// The HTTP status.
        status: u16,
        /// Further headers, `content-type` among them.
        headers: Vec<(&'static str, String)>,
        /// The body.
        body: String,
    },
    /// The authority's own answer with its second half missing.
    Truncated,
    /// The connection is closed before the authority hears of it.
    HangUp,
    /// No answer ever comes, while the browser waits.
    Silence,
    /// The authority's own answer, kept back until the faults are mended.
    Late,
}

impl Fault {
    /// A JSON answer with this status.
    pub fn json(status: u16, body: &str) -> Self {
        let headers = vec![("content-type", "application/json".to_owned())];
        Self::Answer {
            status,
            headers,
            body: body.to_owned(),
        }
    }

    /// A page where JSON was expected, as captive portals and gateways send it.
    pub fn html(status: u16) -> Self {
        let headers = vec![("content-type", "text/html".to_owned())];
        Self::Answer {
            status,
            headers,
            body: "<!doctype html><title>Welcome</title><p>Please accept our terms.".to_owned(),
        }
    }

    /// Too many requests, with the seconds to wait when the server says them.
    pub fn too_many(retry_after: Option<u32>) -> Self {
        let mut headers = vec![("content-type", "application/json".to_owned())];
        headers.extend(retry_after.map(|seconds| ("retry-after", seconds.to_string())));
        let body = r#"{"error":"too_many_requests","error_description":"Global limit has been reached"}"#;
        Self::Answer {
            status: 429,
            headers,
            body: body.to_owned(),
        }
    }

    /// Plays an answer of its own for a request of this origin.
    pub(super) fn play(
        status: u16,
        headers: &[(&'static str, String)],
        body: &str,
        origin: Option<&str>,
    ) -> Answer {
        let mut answer = Response::builder().status(status);
        for (name, value) in headers {
            answer = answer.header(*name, value);
        }
        if let Some(origin) = origin.and_then(|origin| HeaderValue::from_str(origin).ok()) {
            answer = answer
                .header("access-control-allow-origin", origin)
                .header("access-control-allow-credentials", "true")
                .header("access-control-expose-headers", "Retry-After, X-RateLimit-Reset");
        }
        answer
            .body(full(Bytes::from(body.to_owned())))
            .map_err(|_| HangUp)
    }
}
