//! The pages that this server shows: functions from plain data to a whole answer.

mod answer;
mod error;
mod icon;
mod layout;
mod part;
mod rules;

pub(crate) mod account;
pub(crate) mod code;
pub(crate) mod consent;
pub(crate) mod forgot;
pub(crate) mod initiate;
pub(crate) mod link;
pub(crate) mod log_out;
pub(crate) mod login;
pub(crate) mod message;
pub(crate) mod outbox;
pub(crate) mod passwordless;
pub(crate) mod provider;
pub(crate) mod reset;
pub(crate) mod sign_up;

mod assets;

use axum::http::StatusCode;
use axum::response::Response;

pub(crate) use answer::{FormTargets, page};
pub(crate) use assets::routes;
pub(crate) use error::PageError;
pub(crate) use layout::{Layout, Script, Skin};
pub(crate) use part::{CaptchaField, FieldState, Notice};

use message::MessagePage;

/// The page for a person who cannot go on: `message` says why, in one sentence.
pub(crate) fn error(status: StatusCode, message: &str) -> Response {
    let page_of_error = MessagePage {
        title: "This did not work",
        notice: Notice::danger(message),
        link: None,
    };
    page(status, FormTargets::Own, &page_of_error.render())
}

/// The page after a logout that names no place to go to.
pub(crate) fn logged_out() -> Response {
    let done = MessagePage {
        title: "Logged out",
        notice: Notice::success("Your session at this server is over. You can close this page."),
        link: None,
    };
    page(StatusCode::OK, FormTargets::Own, &done.render())
}
