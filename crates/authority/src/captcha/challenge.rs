//! The endpoints that say whether a step wants a captcha, and hand out the challenge.

use axum::Json;
use axum::extract::State;
use serde_json::{Map, Value, json};

use super::question::Question;
use super::{Step, is_wanted, picture, session};
use crate::config::{CaptchaImage, CaptchaProvider};
use crate::http::{JsonObject, Refusal, Visit};
use crate::state::AppState;
use crate::store::{Purpose, StoreError};

/// `POST /usernamepassword/challenge`.
pub(super) async fn login(state: State<AppState>, visit: Visit, body: JsonObject) -> Answer {
    answer(&state, &visit, Step::Login, &body.0)
}

/// `POST /dbconnections/signup/challenge`.
pub(super) async fn sign_up(state: State<AppState>, visit: Visit, body: JsonObject) -> Answer {
    answer(&state, &visit, Step::SignUp, &body.0)
}

/// `POST /dbconnections/change_password/challenge`.
pub(super) async fn change_password(state: State<AppState>, visit: Visit, body: JsonObject) -> Answer {
    answer(&state, &visit, Step::ChangePassword, &body.0)
}

/// `POST /passwordless/challenge`.
pub(super) async fn passwordless(state: State<AppState>, visit: Visit, body: JsonObject) -> Answer {
    answer(&state, &visit, Step::Passwordless, &body.0)
}

type Answer = Result<Json<Value>, Refusal>;

/// `state` names the session; a page of an app has none and leaves it out.
fn answer(state: &AppState, visit: &Visit, step: Step, body: &Map<String, Value>) -> Answer {
    if !is_wanted(state, visit, step)? {
        return Ok(Json(json!({ "required": false })));
    }
    let captcha = &state.config.captcha;
    let mut answer = json!({ "required": true, "provider": captcha.provider.as_str() });
    if captcha.provider == CaptchaProvider::Auth0 {
        let named = body
            .get("state")
            .and_then(Value::as_str)
            .filter(|name| !name.is_empty());
        let picture = Picture::make(state, visit, step, named)?;
        answer["image"] = json!(picture.image);
        answer["type"] = json!(match captcha.image {
            CaptchaImage::Code => "code",
            CaptchaImage::Arithmetic => "arithmetic",
        });
    } else {
        answer["siteKey"] = json!(captcha.site_key);
        if captcha.provider == CaptchaProvider::Arkose {
            answer["clientSubdomain"] = json!(captcha.client_subdomain);
        }
    }
    Ok(Json(answer))
}

/// A picture that waits for its answer.
#[derive(Debug)]
pub struct Picture {
    /// A data URL.
    pub image: String,
}

impl Picture {
    /// Makes one for a step of a session; the one before it counts no more.
    pub fn make(
        state: &AppState,
        visit: &Visit,
        step: Step,
        named: Option<&str>,
    ) -> Result<Self, StoreError> {
        let captcha = &state.config.captcha;
        let question = Question::ask(&state.chance, captcha.image);
        state.store.replace_once(
            Purpose::CaptchaPicture,
            &session(visit, step, named),
            &question.answer,
            state.now() + captcha.seconds,
        )?;
        Ok(Self {
            image: picture::draw(&state.chance, &question.shown),
        })
    }

    /// Makes one when the step wants it.
    pub fn if_wanted(
        state: &AppState,
        visit: &Visit,
        step: Step,
        named: Option<&str>,
    ) -> Result<Option<Self>, StoreError> {
        if is_wanted(state, visit, step)? {
            Self::make(state, visit, step, named).map(Some)
        } else {
            Ok(None)
        }
    }
}
