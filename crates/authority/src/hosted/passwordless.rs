//! The page of a request for a connection with codes: it asks for the address or number and sends one there.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use url::Url;

use super::asked::Asked;
use super::captcha::FormCaptcha;
use super::require_own_form;
use crate::authorize;
use crate::captcha::Step;
use crate::config::{Connection, ConnectionKind};
use crate::http::{FormParams, QueryParams, Visit};
use crate::pages::passwordless::{PasswordlessPage, Wire};
use crate::pages::{FieldState, PageError};
use crate::passwordless::code::{NewCode, Recipient, may_send};
use crate::rules::NotSent;
use crate::state::AppState;
use crate::store::StoreError;

/// `GET /u/passwordless`. It sends nothing by itself: whoever is led here has asked for no message yet.
pub(super) async fn show(
    State(state): State<AppState>,
    visit: Visit,
    QueryParams(query): QueryParams,
) -> Result<Response, PageError> {
    let asked = Asked::load(&state, &visit, &query)?;
    let connection = asked.passwordless().ok_or(PageError::NoSuchConnection)?;
    let hint = asked.waiting.parameters.get("login_hint");
    let address = asked.waiting.recipient.as_deref().or(hint).unwrap_or_default();
    let captcha = FormCaptcha::fresh(&state, &visit, Step::Passwordless, Some(&asked.waiting.id))?;
    let field = (address, FieldState::Fine);
    Ok(answer(&asked, connection, StatusCode::OK, field, &captcha))
}

/// `POST /u/passwordless`. The answer is the same for known and unknown addresses.
pub(super) async fn submit(
    State(state): State<AppState>,
    visit: Visit,
    FormParams(form): FormParams,
) -> Result<Response, PageError> {
    require_own_form(&visit)?;
    let asked = Asked::load(&state, &visit, &form)?;
    let id = &asked.waiting.id;
    if form.get("action") == Some("cancel") {
        let text = "The person cancelled the login.";
        return Ok(authorize::refuse(&state, &visit, id, "access_denied", text));
    }
    let connection = asked.passwordless().ok_or(PageError::NoSuchConnection)?;
    let typed = form.get(wire(connection).field()).unwrap_or_default();
    let Some(to) = Recipient::read_as_written(connection, typed) else {
        let fault = FieldState::Wrong(match wire(connection) {
            Wire::Email => "Enter a mail address, such as ada@example.com.",
            Wire::Sms => "Enter the number with its country code, such as +44 20 7946 0958.",
        });
        let captcha = FormCaptcha::fresh(&state, &visit, Step::Passwordless, Some(id))?;
        let field = (typed, fault);
        return Ok(answer(
            &asked,
            connection,
            StatusCode::BAD_REQUEST,
            field,
            &captcha,
        ));
    };
    if let Err(captcha) = FormCaptcha::check(&state, &visit, Step::Passwordless, &form)? {
        let field = (typed, FieldState::Fine);
        return Ok(answer(
            &asked,
            connection,
            StatusCode::BAD_REQUEST,
            field,
            &captcha,
        ));
    }
    if let Err(reason) = send(&state, &visit, &asked, connection, &to)? {
        let fault = FieldState::Wrong(reason.sentence("Too many codes were sent. Wait a while."));
        let captcha = FormCaptcha::fresh(&state, &visit, Step::Passwordless, Some(id))?;
        let field = (typed, fault);
        return Ok(answer(
            &asked,
            connection,
            StatusCode::TOO_MANY_REQUESTS,
            field,
            &captcha,
        ));
    }
    state.store.address_request(id, to.as_str())?;
    // Loading the next page anew must not send another one.
    Ok(Redirect::to(&asked.link("/u/code", &[])).into_response())
}

/// Sends a fresh code, unless too many went out or a rule refuses.
pub(super) fn send(
    state: &AppState,
    visit: &Visit,
    asked: &Asked<'_>,
    connection: &Connection,
    to: &Recipient,
) -> Result<Result<(), NotSent>, StoreError> {
    if let Err(reason) = may_send(state, visit, connection, to)? {
        return Ok(Err(reason));
    }
    // The code is typed on a page of this server.
    let base = Url::parse(&visit.base).ok();
    let code = NewCode {
        client: asked.client,
        connection,
        to,
        domain: base.as_ref().and_then(Url::host_str).unwrap_or("localhost"),
    };
    code.send(state).map(Ok)
}

/// How the codes of a connection go out.
pub(super) fn wire(connection: &Connection) -> Wire {
    match connection.kind {
        ConnectionKind::Sms => Wire::Sms,
        _ => Wire::Email,
    }
}

fn answer(
    asked: &Asked<'_>,
    connection: &Connection,
    status: StatusCode,
    address: (&str, FieldState<'_>),
    captcha: &FormCaptcha,
) -> Response {
    let page = PasswordlessPage {
        request: &asked.waiting.id,
        client_name: &asked.client.name,
        wire: wire(connection),
        address,
        captcha: captcha.field(),
    };
    asked.page(status, &page.render())
}
