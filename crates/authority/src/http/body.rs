//! What was sent, read with a cap and without duplicates.

use axum::body::{Bytes, to_bytes};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use serde_json::{Map, Value};

use super::params::DuplicateParameter;
use super::{Params, Refusal, strict_json};

/// The largest body that is read, in bytes.
const CAP: usize = 64 * 1024;

/// The parameters of the query.
pub struct QueryParams(pub Params);

/// The parameters of a form or of a flat JSON object: `/oauth/token` takes either.
pub struct BodyParams(pub Params);

/// The fields of a form, and of nothing else: for pages.
pub struct FormParams(pub Params);

/// A JSON object.
pub struct JsonObject(pub Map<String, Value>);

impl<S: Sync> FromRequestParts<S> for QueryParams {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        Ok(Self(Params::from_form(
            parts.uri.query().unwrap_or_default().as_bytes(),
        )?))
    }
}

impl<S: Sync> FromRequest<S> for BodyParams {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        match Kind::of(&request)? {
            Kind::Form => Ok(Self(Params::from_form(&read(request).await?)?)),
            Kind::Json => flat(object(&read(request).await?)?).map(Self),
        }
    }
}

impl<S: Sync> FromRequest<S> for FormParams {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        match Kind::of(&request)? {
            Kind::Form => Ok(Self(Params::from_form(&read(request).await?)?)),
            Kind::Json => Err(unsupported()),
        }
    }
}

impl<S: Sync> FromRequest<S> for JsonObject {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        match Kind::of(&request)? {
            Kind::Json => object(&read(request).await?).map(Self),
            Kind::Form => Err(unsupported()),
        }
    }
}

impl From<DuplicateParameter> for Refusal {
    fn from(DuplicateParameter(name): DuplicateParameter) -> Self {
        invalid(&format!("The parameter {name} must be given once."))
    }
}

enum Kind {
    Form,
    Json,
}

impl Kind {
    fn of(request: &Request) -> Result<Self, Refusal> {
        let given = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok());
        let essence = given
            .and_then(|value| value.split(';').next())
            .unwrap_or_default()
            .trim();
        match essence.to_ascii_lowercase().as_str() {
            "application/json" => Ok(Self::Json),
            "application/x-www-form-urlencoded" => Ok(Self::Form),
            _ => Err(unsupported()),
        }
    }
}

async fn read(request: Request) -> Result<Bytes, Refusal> {
    let too_large = || {
        Refusal::framework(
            StatusCode::PAYLOAD_TOO_LARGE,
            &format!("The body is broken or larger than {CAP} bytes."),
        )
    };
    to_bytes(request.into_body(), CAP).await.map_err(|_| too_large())
}

fn object(body: &[u8]) -> Result<Map<String, Value>, Refusal> {
    match strict_json::read(body) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err(invalid("The body must be a JSON object.")),
        Err(error) => Err(invalid(&format!("The body is not JSON: {error}."))),
    }
}

fn flat(object: Map<String, Value>) -> Result<Params, Refusal> {
    let mut params = Params::default();
    for (name, value) in object {
        let text = match value {
            Value::String(text) => text,
            Value::Null => continue,
            Value::Bool(_) | Value::Number(_) => value.to_string(),
            Value::Array(_) | Value::Object(_) => {
                return Err(invalid(&format!("The parameter {name} must be a string.")));
            }
        };
        params.add(name, text)?;
    }
    Ok(params)
}

fn invalid(description: &str) -> Refusal {
    Refusal::oauth(StatusCode::BAD_REQUEST, "invalid_request", description)
}

fn unsupported() -> Refusal {
    Refusal::framework(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "This endpoint does not read that content type.",
    )
}
