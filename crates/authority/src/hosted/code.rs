//! The page that takes the code with which a person logs in.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};

use super::asked::Asked;
use super::passwordless::{send, wire};
use super::require_own_form;
use crate::authorize::{self, Authenticated};
use crate::captcha::{self, Step};
use crate::config::Connection;
use crate::database::log_in::Outcome;
use crate::http::{FormParams, Params, QueryParams, Visit};
use crate::pages::code::{CodePage, Occasion};
use crate::pages::passwordless::Wire;
use crate::pages::{FieldState, PageError};
use crate::passwordless::code::{Recipient, try_code};
use crate::secret::Secret;
use crate::state::AppState;

/// `GET /u/code`; before a code was sent it is the page that sends one.
pub(super) async fn show(
    State(state): State<AppState>,
    visit: Visit,
    QueryParams(query): QueryParams,
) -> Result<Response, PageError> {
    let asked = Asked::load(&state, &visit, &query)?;
    Ok(match Sent::of(&asked)? {
        Some(sent) => sent.page(&asked, StatusCode::OK, FieldState::Fine),
        None => Redirect::to(&asked.link("/u/passwordless", &[])).into_response(),
    })
}

/// `POST /u/code`.
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
    let Some(sent) = Sent::of(&asked)? else {
        return Ok(Redirect::to(&asked.link("/u/passwordless", &[])).into_response());
    };
    if form.get("action") == Some("again") {
        // Another code wants another captcha, which that page shows.
        if captcha::is_wanted(&state, &visit, Step::Passwordless)? {
            return Ok(Redirect::to(&asked.link("/u/passwordless", &[])).into_response());
        }
        return Ok(match send(&state, &visit, &asked, sent.connection, &sent.to)? {
            // Loading the page anew must not send another one.
            Ok(()) => Redirect::to(&asked.link("/u/code", &[("sent", "again")])).into_response(),
            Err(reason) => sent.page(
                &asked,
                StatusCode::TOO_MANY_REQUESTS,
                FieldState::Wrong(reason.sentence("Too many codes were sent. Wait a while.")),
            ),
        });
    }
    let rule;
    let (status, sentence) = match try_code(&state, &visit, sent.connection, sent.to.as_str(), &typed(&form))?
    {
        Outcome::Person(user) => {
            let person = Authenticated {
                user_id: user.id,
                connection: sent.connection.name.clone(),
                amr: "otp",
            };
            return Ok(authorize::resume(&state, &visit, id, &person));
        }
        Outcome::Wrong => (
            StatusCode::UNAUTHORIZED,
            "This code is wrong or too old. Check it, or ask for a new one.",
        ),
        Outcome::Blocked => (
            StatusCode::FORBIDDEN,
            "This account is blocked. Ask the people behind the app.",
        ),
        Outcome::Locked(_) => (StatusCode::TOO_MANY_REQUESTS, "Too many attempts. Wait a while."),
        Outcome::Refused(refusing) => {
            rule = refusing;
            (StatusCode::FORBIDDEN, rule.sentence())
        }
    };
    Ok(sent.page(&asked, status, FieldState::Wrong(sentence)))
}

/// People copy codes with the spaces that a mail program puts into them.
fn typed(form: &Params) -> Secret {
    Secret::new(form.get("code").unwrap_or_default().split_whitespace().collect())
}

/// The way of a code that went out.
struct Sent<'a> {
    connection: &'a Connection,
    to: Recipient,
}

impl<'a> Sent<'a> {
    /// `Ok(None)` when none was sent for the request.
    fn of(asked: &Asked<'a>) -> Result<Option<Self>, PageError> {
        let connection = asked.passwordless().ok_or(PageError::NoSuchConnection)?;
        let recipient = asked.waiting.recipient.as_deref();
        let to = recipient.and_then(|recipient| Recipient::read(connection, recipient));
        Ok(to.map(|to| Self { connection, to }))
    }

    fn page(&self, asked: &Asked<'_>, status: StatusCode, code: FieldState<'_>) -> Response {
        let other = match wire(self.connection) {
            Wire::Email => "Use another address",
            Wire::Sms => "Use another number",
        };
        let page = CodePage {
            request: &asked.waiting.id,
            client_name: &asked.client.name,
            occasion: Occasion::LogIn {
                other: (other, &asked.link("/u/passwordless", &[])),
            },
            address: self.to.as_str(),
            code,
        };
        asked.page(status, &page.render())
    }
}
