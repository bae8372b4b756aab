//! The login page: it asks for the password itself and sends people on to providers.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};

use super::asked::Asked;
use super::captcha::FormCaptcha;
use super::{page, require_own_form};
use crate::authorize::{self, Authenticated, Waiting};
use crate::captcha::Step;
use crate::config::Connection;
use crate::database::log_in::{Outcome, try_password};
use crate::http::{FormParams, QueryParams, Visit};
use crate::pages::login::{ConnectionButton, LoginPage, PasswordForm};
use crate::pages::{FieldState, Notice, PageError};
use crate::providers;
use crate::secret::Secret;
use crate::state::AppState;

/// `GET /u/login`: the page, or straight on to where the request wants to go.
pub(super) async fn show(
    State(state): State<AppState>,
    visit: Visit,
    QueryParams(query): QueryParams,
) -> Result<Response, PageError> {
    let asked = Asked::load(&state, &visit, &query)?;
    let parameters = &asked.waiting.parameters;
    if let Some(provider) = parameters.get("connection").and_then(|name| asked.provider(name)) {
        return providers::leave(&state, &visit, provider, &asked.waiting);
    }
    // `view` is how a page without script leads here.
    if query.get("view").is_none()
        && let Some(page) = page::of(&state, &visit, &asked)
    {
        return page;
    }
    if asked.passwordless().is_some() {
        return Ok(Redirect::to(&asked.link("/u/passwordless", &[])).into_response());
    }
    // `view` is how the sign-up page leads back here.
    let wants_sign_up = parameters.get("screen_hint") == Some("signup") && query.get("view") != Some("login");
    if wants_sign_up && may_sign_up(asked.database()) {
        return Ok(Redirect::to(&asked.link("/u/signup", &[])).into_response());
    }
    let hint = parameters.get("login_hint").unwrap_or_default();
    let captcha = FormCaptcha::fresh(&state, &visit, Step::Login, Some(&asked.waiting.id))?;
    let field = (hint, FieldState::Fine);
    Ok(login_page(&asked, StatusCode::OK, field, None, &captcha))
}

/// `POST /u/login`.
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
            "The person cancelled the login.",
        ));
    }
    let login = form.get("username").unwrap_or_default();
    if let Some(provider) = asked.enterprise_of(login) {
        return providers::leave(&state, &visit, provider, &asked.waiting);
    }
    let connection = asked
        .password_connection(login)
        .ok_or(PageError::NoSuchConnection)?;
    if let Err(captcha) = FormCaptcha::check(&state, &visit, Step::Login, &form)? {
        let field = (login, FieldState::Fine);
        return Ok(login_page(&asked, StatusCode::BAD_REQUEST, field, None, &captcha));
    }
    let password = Secret::from(form.get("password").unwrap_or_default());
    let rule;
    let (status, sentence) = match try_password(&state, &visit, connection, login, &password).await? {
        Outcome::Person(user) => {
            let person = Authenticated {
                user_id: user.id,
                connection: connection.name.clone(),
                amr: "pwd",
            };
            return Ok(authorize::resume(&state, &visit, id, &person));
        }
        Outcome::Wrong => (
            StatusCode::UNAUTHORIZED,
            "The address or the password is wrong. Check both, or ask for a new password.",
        ),
        Outcome::Blocked => (
            StatusCode::FORBIDDEN,
            "This account is blocked. Ask the people behind the app.",
        ),
        Outcome::Locked(_) => (
            StatusCode::TOO_MANY_REQUESTS,
            "Too many attempts. Wait a while, or open the link in the mail we sent to unlock the account.",
        ),
        Outcome::Refused(refusing) => {
            rule = refusing;
            (StatusCode::FORBIDDEN, rule.sentence())
        }
    };
    let notice = Notice::danger(sentence);
    let captcha = FormCaptcha::fresh(&state, &visit, Step::Login, Some(id))?;
    let field = (login, FieldState::WrongTogether);
    Ok(login_page(&asked, status, field, Some(notice), &captcha))
}

/// `GET /u/login/connection`: a provider's button.
pub(super) async fn leave_for_provider(
    State(state): State<AppState>,
    visit: Visit,
    QueryParams(query): QueryParams,
) -> Result<Response, PageError> {
    let asked = Asked::load(&state, &visit, &query)?;
    leave_for(&state, &visit, asked.waiting, query.get("connection"))
}

/// On to a provider that the client has.
pub(crate) fn leave_for(
    state: &AppState,
    visit: &Visit,
    waiting: Waiting,
    connection: Option<&str>,
) -> Result<Response, PageError> {
    let asked = Asked::of(state, waiting)?;
    let provider = connection.and_then(|name| asked.provider(name));
    let provider = provider.ok_or(PageError::NoSuchConnection)?;
    providers::leave(state, visit, provider, &asked.waiting)
}

fn login_page(
    asked: &Asked<'_>,
    status: StatusCode,
    (username, field): (&str, FieldState<'_>),
    notice: Option<Notice>,
    captcha: &FormCaptcha,
) -> Response {
    let hrefs: Vec<(&Connection, String)> = asked
        .providers()
        .map(|provider| {
            (
                provider,
                asked.link("/u/login/connection", &[("connection", &provider.name)]),
            )
        })
        .collect();
    let buttons: Vec<ConnectionButton<'_>> = hrefs
        .iter()
        .map(|(provider, href)| ConnectionButton {
            name: &provider.name,
            label: &provider.display_name,
            href,
        })
        .collect();
    let forgot = asked.link("/u/forgot-password", &[]);
    let sign_up = may_sign_up(asked.database()).then(|| asked.link("/u/signup", &[]));
    let login_page = LoginPage {
        client_name: &asked.client.name,
        request: &asked.waiting.id,
        connections: &buttons,
        password: asked.password_connection(username).map(|_| PasswordForm {
            username,
            state: field,
            forgot: asked.database().map(|_| forgot.as_str()),
            sign_up: sign_up.as_deref(),
            captcha: captcha.field(),
        }),
        notice,
    };
    asked.page(status, &login_page.render())
}

fn may_sign_up(connection: Option<&Connection>) -> bool {
    connection
        .and_then(Connection::database)
        .is_some_and(|rules| rules.sign_up)
}
