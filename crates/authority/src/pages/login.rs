//! The hosted login page: connections as buttons, then e-mail address or user name with password.

use maud::{Markup, html};

use super::part::{
    CaptchaField, FieldState, Focus, Notice, PasswordField, PasswordKind, TextField, cancel, captcha_field,
    heading, notice, password_field, submit, text_field,
};
use super::{Layout, Script, Skin};

/// What the page shows.
#[derive(Debug)]
pub(crate) struct LoginPage<'a> {
    /// The app the person logs in to.
    pub client_name: &'a str,
    /// Names the waiting authorization request.
    pub request: &'a str,
    /// Providers to go to instead.
    pub connections: &'a [ConnectionButton<'a>],
    /// The password form, when the client has a database connection.
    pub password: Option<PasswordForm<'a>>,
    /// What came of the last try.
    pub notice: Option<Notice>,
}

/// A way to a provider.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ConnectionButton<'a> {
    /// The connection's name.
    pub name: &'a str,
    /// What people call it.
    pub label: &'a str,
    /// Where the button leads.
    pub href: &'a str,
}

/// The form for address and password.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PasswordForm<'a> {
    /// What the field holds already.
    pub username: &'a str,
    /// What is wrong with the field.
    pub state: FieldState<'a>,
    /// Where to ask for a new password; a directory gives none.
    pub forgot: Option<&'a str>,
    /// Where to sign up, when people may.
    pub sign_up: Option<&'a str>,
    /// What to solve.
    pub captcha: Option<CaptchaField<'a>>,
}

impl LoginPage<'_> {
    /// The whole document.
    #[must_use]
    pub fn render(&self) -> Markup {
        let layout = Layout {
            title: "Log in",
            skin: Skin::Own,
            script: Script::Form,
        };
        layout.card(&html! {
            (heading("Log in", &html! { "to continue to " strong { (self.client_name) } }))
            (notice(self.notice.as_ref()))
            (connections(self.connections))
            @if let Some(form) = &self.password {
                @if !self.connections.is_empty() { div data-part="or" { "or" } }
                (self.password_form(form))
            } @else {
                form method="post" action="/u/login" {
                    input type="hidden" name="state" value=(self.request);
                    (cancel())
                }
            }
        })
    }

    fn password_form(&self, form: &PasswordForm<'_>) -> Markup {
        let username = TextField {
            name: "username",
            label: "E-mail address or user name",
            value: form.username,
            input_type: "text",
            autocomplete: "username",
            state: form.state,
            focus: if form.username.is_empty() {
                Focus::First
            } else {
                Focus::Later
            },
        };
        let password = PasswordField {
            label: "Password",
            kind: PasswordKind::Current,
            state: form.state,
            focus: if form.username.is_empty() {
                Focus::Later
            } else {
                Focus::First
            },
            beside: form.forgot.map(|forgot| ("Forgot password?", forgot)),
        };
        html! {
            form method="post" action="/u/login" {
                input type="hidden" name="state" value=(self.request);
                (text_field(&username))
                (password_field(&password))
                (captcha_field(form.captcha))
                (submit("Log in", "Logging in\u{2026}"))
                (cancel())
            }
            @if let Some(href) = form.sign_up {
                p data-part="foot" { "No account yet? " a data-part="switch" data-to="sign-up" href=(href) { "Sign up" } }
            }
        }
    }
}

/// The providers as buttons, which are links since each leads to a page.
pub(super) fn connections(buttons: &[ConnectionButton<'_>]) -> Markup {
    html! {
        @if !buttons.is_empty() {
            div data-part="stack" {
                @for button in buttons {
                    a data-part="connection" data-connection=(button.name) href=(button.href) {
                        span data-part="monogram" aria-hidden="true" { (monogram(button.label)) }
                        span { "Continue with " (button.label) }
                    }
                }
            }
        }
    }
}

fn monogram(label: &str) -> String {
    label.chars().take(1).flat_map(char::to_uppercase).collect()
}
