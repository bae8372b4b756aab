//! The page that asks for an address and sends a reset link there; `/.well-known/change-password` leads to it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::asked::Asked;
use super::captcha::FormCaptcha;
use super::require_own_form;
use crate::address;
use crate::captcha::Step;
use crate::config::Connection;
use crate::database::send_reset_mail;
use crate::http::{FormParams, Params, QueryParams, Visit};
use crate::pages::forgot::ForgotPage;
use crate::pages::message::MessagePage;
use crate::pages::{FieldState, FormTargets, Notice, PageError, page};
use crate::state::AppState;

/// `GET /u/forgot-password`.
pub(super) async fn show(
    State(state): State<AppState>,
    visit: Visit,
    QueryParams(query): QueryParams,
) -> Result<Response, PageError> {
    let place = Place::of(&state, &visit, &query)?;
    let hint = place
        .asked
        .as_ref()
        .and_then(|asked| asked.waiting.parameters.get("login_hint"));
    let email = (hint.unwrap_or_default(), FieldState::Fine);
    let captcha = FormCaptcha::fresh(&state, &visit, Step::ChangePassword, query.get("state"))?;
    Ok(place.form(StatusCode::OK, email, &captcha))
}

/// `POST /u/forgot-password`. The answer is the same for known and unknown addresses.
pub(super) async fn submit(
    State(state): State<AppState>,
    visit: Visit,
    FormParams(form): FormParams,
) -> Result<Response, PageError> {
    require_own_form(&visit)?;
    let place = Place::of(&state, &visit, &form)?;
    let typed = form.get("email").unwrap_or_default();
    let Some(email) = address::email(typed) else {
        let fault = FieldState::Wrong("Enter a mail address, such as ada@example.com.");
        let captcha = FormCaptcha::fresh(&state, &visit, Step::ChangePassword, form.get("state"))?;
        return Ok(place.form(StatusCode::BAD_REQUEST, (typed, fault), &captcha));
    };
    if let Err(captcha) = FormCaptcha::check(&state, &visit, Step::ChangePassword, &form)? {
        let field = (typed, FieldState::Fine);
        return Ok(place.form(StatusCode::BAD_REQUEST, field, &captcha));
    }
    if let Err(reason) = send_reset_mail(&state, &visit, place.connection, &email)? {
        let too_many = "Too many mails went to this address. Wait ten minutes.";
        let fault = FieldState::Wrong(reason.sentence(too_many));
        let captcha = FormCaptcha::fresh(&state, &visit, Step::ChangePassword, form.get("state"))?;
        return Ok(place.form(StatusCode::TOO_MANY_REQUESTS, (typed, fault), &captcha));
    }
    let sent = MessagePage {
        title: "Check your mail",
        notice: Notice::info(format!(
            "If there is an account under {email}, a link to choose a new password is on its way."
        )),
        link: Some(("Open the outbox", "/dev/outbox")),
    };
    Ok(page(StatusCode::OK, FormTargets::Own, &sent.render()))
}

/// Where the person comes from: a waiting login, or nowhere.
struct Place<'a> {
    asked: Option<Asked<'a>>,
    connection: &'a Connection,
}

impl<'a> Place<'a> {
    fn of(state: &'a AppState, visit: &Visit, params: &Params) -> Result<Self, PageError> {
        let asked = match params.get("state") {
            Some(_) => Some(Asked::load(state, visit, params)?),
            None => None,
        };
        let first = || {
            state
                .config
                .connections
                .iter()
                .find(|connection| connection.database().is_some())
        };
        let connection = match &asked {
            Some(asked) => asked.database(),
            None => first(),
        };
        Ok(Self {
            asked,
            connection: connection.ok_or(PageError::NoSuchConnection)?,
        })
    }

    fn form(&self, status: StatusCode, email: (&str, FieldState<'_>), captcha: &FormCaptcha) -> Response {
        let back = self.asked.as_ref().map(|asked| asked.link("/u/login", &[]));
        let forgot_page = ForgotPage {
            request: self.asked.as_ref().map(|asked| asked.waiting.id.as_str()),
            email,
            captcha: captcha.field(),
            back: back.as_deref(),
        };
        page(status, FormTargets::Own, &forgot_page.render())
    }
}
