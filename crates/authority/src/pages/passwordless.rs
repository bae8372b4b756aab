//! The page that asks for the address or number to which a code goes.

use maud::{Markup, html};

use super::part::{
    CaptchaField, FieldState, Focus, TextField, cancel, captcha_field, heading, submit, text_field,
};
use super::{Layout, Script, Skin};

/// What the page shows.
#[derive(Debug)]
pub(crate) struct PasswordlessPage<'a> {
    /// Names the waiting authorization request.
    pub request: &'a str,
    /// The app the person logs in to.
    pub client_name: &'a str,
    /// How the code goes out.
    pub wire: Wire,
    /// What the field holds already, and what is wrong with it.
    pub address: (&'a str, FieldState<'a>),
    /// What to solve.
    pub captcha: Option<CaptchaField<'a>>,
}

/// How a code goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wire {
    /// By mail.
    Email,
    /// By text message.
    Sms,
}

impl Wire {
    /// The name of the field for the address or number.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "phone",
        }
    }
}

impl PasswordlessPage<'_> {
    /// The whole document.
    #[must_use]
    pub fn render(&self) -> Markup {
        let layout = Layout {
            title: "Log in with a code",
            skin: Skin::Own,
            script: Script::Form,
        };
        let (label, input_type) = match self.wire {
            Wire::Email => ("E-mail address", "email"),
            Wire::Sms => ("Phone number", "tel"),
        };
        layout.card(&html! {
            (heading(layout.title, &html! { "to continue to " strong { (self.client_name) } }))
            form method="post" action="/u/passwordless" {
                input type="hidden" name="state" value=(self.request);
                (text_field(&TextField {
                    name: self.wire.field(),
                    label,
                    value: self.address.0,
                    input_type,
                    // The type of the input and the token of the autofill have the same name.
                    autocomplete: input_type,
                    state: self.address.1,
                    focus: Focus::First,
                }))
                (captcha_field(self.captcha))
                (submit("Send code", "Sending\u{2026}"))
                (cancel())
            }
        })
    }
}
