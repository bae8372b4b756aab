//! What this server can do, for machines: OpenID Provider metadata and the JWK set.

use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::authorize;
use crate::config::ResponseType;
use crate::dpop;
use crate::http::Visit;
use crate::state::AppState;

/// How long metadata and keys may be kept: short, since a development server changes under one's hands.
const CACHE: &str = "public, max-age=15";

/// Routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/.well-known/openid-configuration", get(metadata))
        .route("/.well-known/oauth-authorization-server", get(metadata))
        .route("/.well-known/jwks.json", get(jwks))
}

/// OpenID Connect Discovery section 3, RFC 8414 section 2, and what RFC 9126, 9207 and 9449 (each in section 5 or 3)
/// add to it.
async fn metadata(State(state): State<AppState>, visit: Visit) -> impl IntoResponse {
    (
        [(header::CACHE_CONTROL, CACHE)],
        Json(document(&state, &visit.issuer)),
    )
}

async fn jwks(State(state): State<AppState>) -> impl IntoResponse {
    (
        [(header::CACHE_CONTROL, CACHE)],
        Json(json!({ "keys": state.keys.published() })),
    )
}

fn document(state: &AppState, issuer: &str) -> Value {
    let at = |path: &str| format!("{issuer}{path}");
    let response_types: Vec<String> = ResponseType::ALL.iter().map(ToString::to_string).collect();
    json!({
        "issuer": issuer,
        "authorization_endpoint": at("authorize"),
        "token_endpoint": at("oauth/token"),
        "userinfo_endpoint": at("userinfo"),
        "jwks_uri": at(".well-known/jwks.json"),
        "end_session_endpoint": at("oidc/logout"),
        "pushed_authorization_request_endpoint": at("oauth/par"),
        "require_pushed_authorization_requests": false,
        "revocation_endpoint": at("oauth/revoke"),
        "revocation_endpoint_auth_methods_supported": ["none"],
        "response_types_supported": response_types,
        "response_modes_supported": ["query", "fragment", "form_post", "web_message"],
        "grant_types_supported": ["authorization_code", "implicit", "refresh_token"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": [state.config.key_algorithm.as_str()],
        "token_endpoint_auth_methods_supported": ["none"],
        "dpop_signing_alg_values_supported": dpop::ALGORITHMS,
        "acr_values_supported": authorize::CLASSES,
        "code_challenge_methods_supported": ["S256"],
        "scopes_supported": ["openid", "profile", "email", "phone", "offline_access"],
        "claims_supported": [
            "iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "sid", "acr", "amr", "at_hash", "c_hash", "s_hash",
            "name", "given_name", "family_name", "nickname", "picture", "preferred_username", "updated_at",
            "email", "email_verified", "phone_number", "phone_number_verified", "org_id", "org_name",
        ],
        "prompt_values_supported": ["none", "login", "consent", "select_account"],
        "authorization_response_iss_parameter_supported": true,
        "claims_parameter_supported": false,
        "request_parameter_supported": false,
        "request_uri_parameter_supported": false,
    })
}
