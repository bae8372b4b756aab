//! Stand-ins for the scripts of captcha providers: the same global names, a button in the place of the puzzle, and
//! tokens that this server issues and takes back.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::config::CaptchaProvider;
use crate::http::{JsonObject, Refusal};
use crate::state::AppState;
use crate::store::Purpose;

/// What a token stands for.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Issued {
    pub(super) provider: String,
    pub(super) site_key: String,
}

/// `GET /dev/captcha/KIND.js`.
pub(super) async fn script(Path(file): Path<String>) -> Result<Response, Refusal> {
    let provider = file.strip_suffix(".js").and_then(named).ok_or_else(unknown)?;
    let own = match provider {
        CaptchaProvider::Auth0V2 => include_str!("scripts/turnstile.js"),
        CaptchaProvider::RecaptchaV2 => include_str!("scripts/recaptcha.js"),
        CaptchaProvider::RecaptchaEnterprise => include_str!("scripts/recaptcha_enterprise.js"),
        CaptchaProvider::Hcaptcha => include_str!("scripts/hcaptcha.js"),
        CaptchaProvider::FriendlyCaptcha => include_str!("scripts/friendly.js"),
        CaptchaProvider::Arkose | CaptchaProvider::Auth0 => include_str!("scripts/arkose.js"),
    };
    // In a function of its own, so that nothing but the provider's names reaches the page.
    let script = format!("(() => {{\n{}\n{own}}})();\n", include_str!("scripts/box.js"));
    let kind = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")];
    Ok((kind, script).into_response())
}

/// `POST /dev/captcha/KIND/token`: what the button of a stand-in asks for.
pub(super) async fn token(
    State(state): State<AppState>,
    Path(kind): Path<String>,
    JsonObject(body): JsonObject,
) -> Result<Json<Value>, Refusal> {
    let provider = named(&kind).ok_or_else(unknown)?;
    let site_key = body.get("sitekey").and_then(Value::as_str).unwrap_or_default();
    let token = state.chance.secret();
    let issued = Issued {
        provider: provider.as_str().to_owned(),
        site_key: site_key.to_owned(),
    };
    let until = state.now() + state.config.captcha.seconds;
    state
        .store
        .put_once(Purpose::CaptchaToken, &token, &issued, until)?;
    Ok(Json(json!({ "token": token.expose() })))
}

fn named(name: &str) -> Option<CaptchaProvider> {
    CaptchaProvider::ELSEWHERE
        .into_iter()
        .find(|provider| provider.as_str() == name)
}

fn unknown() -> Refusal {
    Refusal::framework(StatusCode::NOT_FOUND, "There is no such captcha.")
}
