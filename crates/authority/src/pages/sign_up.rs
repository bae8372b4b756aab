//! The hosted sign-up page.

use maud::{Markup, html};

use super::part::{
    CaptchaField, FieldState, Focus, Notice, PasswordField, PasswordKind, TextField, cancel, captcha_field,
    heading, notice, password_field, submit, text_field,
};
use super::{Layout, Script, Skin};
use crate::password_policy::Rule;

/// What the page shows.
#[derive(Debug)]
pub(crate) struct SignUpPage<'a> {
    /// The app the person signs up for.
    pub client_name: &'a str,
    /// Names the waiting authorization request.
    pub request: &'a str,
    /// What the e-mail field holds already, and what is wrong with it.
    pub email: (&'a str, FieldState<'a>),
    /// The same for the user name, when the connection asks for one.
    pub username: Option<(&'a str, FieldState<'a>)>,
    /// The rules a password has to keep.
    pub rules: &'a [Rule],
    /// What is wrong with the password.
    pub password: FieldState<'a>,
    /// What to solve.
    pub captcha: Option<CaptchaField<'a>>,
    /// What came of the last try.
    pub notice: Option<Notice>,
    /// Where to log in instead.
    pub log_in: &'a str,
}

impl SignUpPage<'_> {
    /// The whole document.
    #[must_use]
    pub fn render(&self) -> Markup {
        let layout = Layout {
            title: "Sign up",
            skin: Skin::Own,
            script: Script::Form,
        };
        let elsewhere = self.password.is_wrong() || self.username.is_some_and(|(_, state)| state.is_wrong());
        layout.card(&html! {
            (heading("Create your account", &html! { "to continue to " strong { (self.client_name) } }))
            (notice(self.notice.as_ref()))
            form method="post" action="/u/signup" {
                input type="hidden" name="state" value=(self.request);
                (text_field(&TextField {
                    name: "email",
                    label: "E-mail address",
                    value: self.email.0,
                    input_type: "email",
                    autocomplete: if self.username.is_some() { "email" } else { "username" },
                    state: self.email.1,
                    focus: if elsewhere { Focus::Later } else { Focus::First },
                }))
                @if let Some((value, state)) = self.username {
                    (text_field(&TextField {
                        name: "username",
                        label: "User name",
                        value,
                        input_type: "text",
                        autocomplete: "username",
                        state,
                        focus: on_fault(state),
                    }))
                }
                (password_field(&PasswordField {
                    label: "Password",
                    kind: PasswordKind::New(self.rules),
                    state: self.password,
                    focus: on_fault(self.password),
                    beside: None,
                }))
                (captcha_field(self.captcha))
                (submit("Create account", "Creating account\u{2026}"))
                (cancel())
            }
            p data-part="foot" {
                "Have an account? " a data-part="switch" data-to="log-in" href=(self.log_in) { "Log in" }
            }
        })
    }
}

/// Sign-up stops at the first fault, so at most one field is wrong.
fn on_fault(state: FieldState<'_>) -> Focus {
    if state.is_wrong() {
        Focus::First
    } else {
        Focus::Later
    }
}
