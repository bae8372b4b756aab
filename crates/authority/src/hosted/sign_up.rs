//! The sign-up page: it makes the account and logs the person in with it.

use std::borrow::Cow;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::Map;

use super::asked::Asked;
use super::captcha::FormCaptcha;
use super::require_own_form;
use crate::authorize::{self, Authenticated};
use crate::captcha::Step;
use crate::config::DatabaseRules;
use crate::database::sign_up::{NewPerson, SignUpError, sign_up};
use crate::http::{FormParams, QueryParams, Visit};
use crate::pages::sign_up::SignUpPage;
use crate::pages::{FieldState, Notice, PageError};
use crate::password_policy;
use crate::secret::Secret;
use crate::state::AppState;

/// `GET /u/signup`.
pub(super) async fn show(
    State(state): State<AppState>,
    visit: Visit,
    QueryParams(query): QueryParams,
) -> Result<Response, PageError> {
    let asked = Asked::load(&state, &visit, &query)?;
    let connection = asked.database().ok_or(PageError::NoSuchConnection)?;
    let rules = connection
        .database()
        .filter(|rules| rules.sign_up)
        .ok_or(PageError::NoSuchConnection)?;
    let typed = Typed {
        email: asked.waiting.parameters.get("login_hint").unwrap_or_default(),
        ..Typed::default()
    };
    let faults = Faults {
        captcha: Some(FormCaptcha::fresh(
            &state,
            &visit,
            Step::SignUp,
            Some(&asked.waiting.id),
        )?),
        ..Faults::default()
    };
    Ok(sign_up_page(&asked, rules, StatusCode::OK, &typed, &faults))
}

/// `POST /u/signup`.
pub(super) async fn submit(
    State(state): State<AppState>,
    visit: Visit,
    FormParams(form): FormParams,
) -> Result<Response, PageError> {
    require_own_form(&visit)?;
    let asked = Asked::load(&state, &visit, &form)?;
    let id = &asked.waiting.id;
    if form.get("action") == Some("cancel") {
        return Ok(authorize::refuse(
            &state,
            &visit,
            id,
            "access_denied",
            "The person cancelled the sign-up.",
        ));
    }
    let connection = asked.database().ok_or(PageError::NoSuchConnection)?;
    let rules = connection.database().ok_or(PageError::NoSuchConnection)?;
    let typed = Typed {
        email: form.get("email").unwrap_or_default(),
        username: form.get("username").unwrap_or_default(),
        password: form.get("password").unwrap_or_default(),
    };
    if let Err(captcha) = FormCaptcha::check(&state, &visit, Step::SignUp, &form)? {
        let faults = Faults {
            captcha: Some(captcha),
            ..Faults::default()
        };
        return Ok(sign_up_page(
            &asked,
            rules,
            StatusCode::BAD_REQUEST,
            &typed,
            &faults,
        ));
    }
    let person = NewPerson {
        email: typed.email,
        username: form.get("username"),
        password: Secret::from(typed.password),
        profile: Map::new(),
        user_metadata: Map::new(),
    };
    let faults = match sign_up(&state, connection, person).await {
        Ok(user) => {
            let person = Authenticated {
                user_id: user.id,
                connection: connection.name.clone(),
                amr: "pwd",
            };
            return Ok(authorize::resume(&state, &visit, id, &person));
        }
        Err(error) => Faults {
            captcha: Some(FormCaptcha::fresh(&state, &visit, Step::SignUp, Some(id))?),
            ..Faults::of(error, state.config.reveal_user_exists)?
        },
    };
    Ok(sign_up_page(
        &asked,
        rules,
        StatusCode::BAD_REQUEST,
        &typed,
        &faults,
    ))
}

/// What is said of a taken address where it is nobody's business which ones are.
const NOT_CREATED: &str = "No account was created. Try another address, or log in if you have an account.";

/// What the fields held; the password is only judged again, never sent back.
#[derive(Default)]
struct Typed<'a> {
    email: &'a str,
    username: &'a str,
    password: &'a str,
}

/// What to say, and where.
#[derive(Default)]
struct Faults {
    email: Option<&'static str>,
    username: Option<Cow<'static, str>>,
    password: Option<&'static str>,
    form: Option<Cow<'static, str>>,
    captcha: Option<FormCaptcha>,
}

impl Faults {
    fn of(error: SignUpError, reveals: bool) -> Result<Self, PageError> {
        let mut faults = Self::default();
        match error {
            SignUpError::Closed => return Err(PageError::NoSuchConnection),
            SignUpError::Internal(refusal) => return Err(refusal.into()),
            SignUpError::Email => faults.email = Some("Enter a mail address, such as ada@example.com."),
            SignUpError::Username((least, most)) => {
                let text = format!("Use {least} to {most} letters, digits or signs such as - and _.");
                faults.username = Some(text.into());
            }
            SignUpError::Password(refusal) => faults.password = Some(refusal.sentence()),
            SignUpError::EmailTaken if reveals => {
                faults.email = Some("This address has an account. Log in with it.");
            }
            SignUpError::UsernameTaken if reveals => {
                faults.username = Some("This name is taken. Choose another.".into());
            }
            SignUpError::EmailTaken
            | SignUpError::UsernameTaken
            | SignUpError::Profile(..)
            | SignUpError::Metadata => {
                faults.form = Some(NOT_CREATED.into());
            }
            SignUpError::Refused(rule) => faults.form = Some(rule.sentence().to_owned().into()),
        }
        Ok(faults)
    }
}

fn sign_up_page(
    asked: &Asked<'_>,
    rules: &DatabaseRules,
    status: StatusCode,
    typed: &Typed<'_>,
    faults: &Faults,
) -> Response {
    let field = |fault| match fault {
        Some(text) => FieldState::Wrong(text),
        None => FieldState::Fine,
    };
    let page = SignUpPage {
        client_name: &asked.client.name,
        request: &asked.waiting.id,
        email: (typed.email, field(faults.email)),
        username: rules
            .requires_username
            .then(|| (typed.username, field(faults.username.as_deref()))),
        rules: &password_policy::rules(rules, typed.password),
        password: field(faults.password),
        captcha: faults.captcha.as_ref().and_then(FormCaptcha::field),
        notice: faults.form.as_deref().map(Notice::danger),
        log_in: &asked.link("/u/login", &[("view", "login")]),
    };
    asked.page(status, &page.render())
}
