//! The page that asks for the code of a second step.

use maud::{Markup, html};

use super::part::{FieldState, Focus, TextField, cancel, heading, submit, text_field};
use super::{Layout, Script, Skin};

/// What the page shows.
#[derive(Debug)]
pub(crate) struct SecondStepPage<'a> {
    /// Names the waiting authorization request.
    pub request: &'a str,
    /// The app that wants it.
    pub client_name: &'a str,
    /// Where the code went.
    pub address: &'a str,
    /// What is wrong with the last try.
    pub code: FieldState<'a>,
}

impl SecondStepPage<'_> {
    /// The whole document.
    #[must_use]
    pub fn render(&self) -> Markup {
        let layout = Layout {
            title: "Confirm that it is you",
            skin: Skin::Own,
            script: Script::Form,
        };
        layout.card(&html! {
            (heading(layout.title, &html! {
                strong { (self.client_name) } " asks for a second proof. A code is on its way to "
                span data-part="address" { (self.address) } "."
            }))
            form method="post" action="/u/second-step" {
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
                (submit("Confirm", "Confirming\u{2026}"))
                button type="submit" data-part="cancel" name="action" value="again" formnovalidate {
                    "Send a new code"
                }
                (cancel())
            }
            p data-part="foot" { a href="/dev/outbox" { "Open the outbox" } }
        })
    }
}
