//! How a refusal looks on the wire: Auth0's envelopes, one constructor each.

use axum::Json;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::keys::KeyError;
use crate::password::PasswordError;
use crate::store::StoreError;

/// A refusal, ready to be sent.
#[derive(Debug)]
pub struct Refusal {
    status: StatusCode,
    body: Body,
    headers: Vec<(HeaderName, HeaderValue)>,
}

#[derive(Debug)]
enum Body {
    Json(Value),
    Text(String),
}

impl Refusal {
    /// `{"error", "error_description"}`: RFC 6749 section 5.2, and most of Auth0.
    #[must_use]
    pub fn oauth(status: StatusCode, error: &str, description: &str) -> Self {
        Self::json(
            status,
            json!({ "error": error, "error_description": description }),
        )
    }

    /// `{"code", "description", "name", "statusCode"}`: database connections.
    #[must_use]
    pub fn coded(status: StatusCode, name: &str, code: &str, description: &str) -> Self {
        let code_and_more =
            json!({ "name": name, "code": code, "description": description, "statusCode": status.as_u16() });
        Self::json(status, code_and_more)
    }

    /// `{"error", "message", "statusCode"}`: a request that did not reach the endpoint's own rules.
    #[must_use]
    pub fn framework(status: StatusCode, message: &str) -> Self {
        let error = status.canonical_reason().unwrap_or("Error");
        Self::json(
            status,
            json!({ "statusCode": status.as_u16(), "error": error, "message": message }),
        )
    }

    /// Plain text, as Auth0 answers a page whose origin it does not know.
    #[must_use]
    pub fn text(status: StatusCode, text: impl Into<String>) -> Self {
        Self {
            status,
            body: Body::Text(text.into()),
            headers: Vec::new(),
        }
    }

    /// Any other JSON.
    #[must_use]
    pub fn json(status: StatusCode, body: Value) -> Self {
        Self {
            status,
            body: Body::Json(body),
            headers: Vec::new(),
        }
    }

    /// 500: the cause goes to the terminal of the developer, not to the client.
    #[must_use]
    pub fn internal(cause: &dyn std::fmt::Debug) -> Self {
        eprintln!("internal error: {cause:?}");
        Self::oauth(
            StatusCode::INTERNAL_SERVER_ERROR,
            "server_error",
            "The server could not do its work.",
        )
    }

    /// Adds `Retry-After` and `X-RateLimit-Reset`; `now` and `until` in Unix seconds.
    #[must_use]
    pub fn retry_at(self, now: i64, until: i64) -> Self {
        self.with_number(header::RETRY_AFTER, (until - now).max(1))
            .with_number(HeaderName::from_static("x-ratelimit-remaining"), 0)
            .with_number(HeaderName::from_static("x-ratelimit-reset"), until)
    }

    /// Adds a `WWW-Authenticate` challenge (RFC 6750 section 3).
    #[must_use]
    pub fn challenge(mut self, challenge: &str) -> Self {
        // A scope with odd characters could not be carried; then the bare scheme says enough.
        let value = HeaderValue::from_str(challenge).unwrap_or(HeaderValue::from_static("Bearer"));
        self.headers.push((header::WWW_AUTHENTICATE, value));
        self
    }

    /// Adds the nonce that the next DPoP proof has to carry (RFC 9449 section 8).
    #[must_use]
    pub fn nonce(mut self, nonce: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(nonce) {
            self.headers.push((HeaderName::from_static("dpop-nonce"), value));
        }
        self
    }

    fn with_number(mut self, name: HeaderName, value: i64) -> Self {
        self.headers.push((name, HeaderValue::from(value)));
        self
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = match self.body {
            Body::Json(value) => (self.status, Json(value)).into_response(),
            Body::Text(text) => (self.status, text).into_response(),
        };
        for (name, value) in self.headers {
            response.headers_mut().append(name, value);
        }
        response
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::internal(&error)
    }
}

impl From<KeyError> for Refusal {
    fn from(error: KeyError) -> Self {
        Self::internal(&error)
    }
}

impl From<PasswordError> for Refusal {
    fn from(error: PasswordError) -> Self {
        Self::internal(&error)
    }
}
