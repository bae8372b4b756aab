//! The page that asks for the address to which a reset link goes.

use maud::{Markup, html};

use super::part::{CaptchaField, FieldState, Focus, TextField, captcha_field, heading, submit, text_field};
use super::{Layout, Script, Skin};

/// What the page shows.
#[derive(Debug)]
pub(crate) struct ForgotPage<'a> {
    /// The waiting authorization request, when the person comes from one.
    pub request: Option<&'a str>,
    /// What the field holds already, and what is wrong with it.
    pub email: (&'a str, FieldState<'a>),
    /// What to solve.
    pub captcha: Option<CaptchaField<'a>>,
    /// Where to go back to, when the person comes from a login.
    pub back: Option<&'a str>,
}

impl ForgotPage<'_> {
    /// The whole document.
    #[must_use]
    pub fn render(&self) -> Markup {
        let layout = Layout {
            title: "Reset your password",
            skin: Skin::Own,
            script: Script::Form,
        };
        layout.card(&html! {
            (heading("Reset your password", &html! { "A link to set a new one goes to your address." }))
            form method="post" action="/u/forgot-password" {
                @if let Some(request) = self.request { input type="hidden" name="state" value=(request); }
                (text_field(&TextField {
                    name: "email",
                    label: "E-mail address",
                    value: self.email.0,
                    input_type: "email",
                    autocomplete: "username",
                    state: self.email.1,
                    focus: Focus::First,
                }))
                (captcha_field(self.captcha))
                (submit("Send link", "Sending\u{2026}"))
            }
            @if let Some(href) = self.back { p data-part="foot" { a href=(href) { "Back to log in" } } }
        })
    }
}
