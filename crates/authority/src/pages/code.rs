//! The page that asks for a code that was sent.

use maud::{Markup, html};

use super::part::{FieldState, Focus, TextField, cancel, heading, submit, text_field};
use super::{Layout, Script, Skin};

/// What the page shows.
#[derive(Debug)]
pub(crate) struct CodePage<'a> {
    /// Names the waiting authorization request.
    pub request: &'a str,
    /// The app that wants it.
    pub client_name: &'a str,
    /// What the code is for.
    pub occasion: Occasion<'a>,
    /// Where the code went.
    pub address: &'a str,
    /// What is wrong with the last try.
    pub code: FieldState<'a>,
}

/// What a code is for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Occasion<'a> {
    /// To log in.
    LogIn {
        /// Where to have it sent to another address, and what that way is called.
        other: (&'a str, &'a str),
    },
    /// As a second proof.
    SecondStep,
}

impl CodePage<'_> {
    /// The whole document.
    #[must_use]
    pub fn render(&self) -> Markup {
        let (title, action, button) = match self.occasion {
            Occasion::LogIn { .. } => ("Enter your code", "/u/code", ("Log in", "Logging in\u{2026}")),
            Occasion::SecondStep => (
                "Confirm that it is you",
                "/u/second-step",
                ("Confirm", "Confirming\u{2026}"),
            ),
        };
        let layout = Layout {
            title,
            skin: Skin::Own,
            script: Script::Form,
        };
        layout.card(&html! {
            (heading(title, &self.context()))
            form method="post" action=(action) {
                input type="hidden" name="state" value=(self.request);
                (text_field(&TextField {
                    name: "code",
                    label: "Code",
                    value: "",
                    input_type: "text",
                    autocomplete: "one-time-code",
                    state: self.code,
                    focus: Focus::First,
                }))
                (submit(button.0, button.1))
                button type="submit" data-part="cancel" name="action" value="again" formnovalidate {
                    "Send a new code"
                }
                (cancel())
            }
            @if let Occasion::LogIn { other: (text, href) } = self.occasion {
                p data-part="foot" { a href=(href) { (text) } }
            }
            p data-part="foot" { a href="/dev/outbox" { "Open the outbox" } }
        })
    }

    fn context(&self) -> Markup {
        html! {
            @match self.occasion {
                Occasion::LogIn { .. } => { "to continue to " strong { (self.client_name) } ". A code is on its way to " }
                Occasion::SecondStep => {
                    strong { (self.client_name) } " asks for a second proof. A code is on its way to "
                }
            }
            span data-part="address" { (self.address) } "."
        }
    }
}
