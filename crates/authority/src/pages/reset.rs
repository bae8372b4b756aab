//! The page behind the link in a reset mail: it sets the new password.

use maud::{Markup, html};

use super::part::{FieldState, Focus, PasswordField, PasswordKind, heading, password_field, submit};
use super::{Layout, Script, Skin};
use crate::password_policy::Rule;
use crate::secret::Secret;

/// What the page shows.
#[derive(Debug)]
pub(crate) struct ResetPage<'a> {
    /// What the link carried.
    pub ticket: &'a Secret,
    /// Whose password it is; password managers read it too.
    pub account: &'a str,
    /// The rules the password has to keep.
    pub rules: &'a [Rule],
    /// What is wrong with the last try.
    pub password: FieldState<'a>,
}

impl ResetPage<'_> {
    /// The whole document.
    #[must_use]
    pub fn render(&self) -> Markup {
        let layout = Layout {
            title: "Choose a new password",
            skin: Skin::Own,
            script: Script::Form,
        };
        layout.card(&html! {
            (heading("Choose a new password", &html! { "It replaces the old one at once and logs out every device." }))
            form method="post" action="/u/reset-password" {
                input type="hidden" name="ticket" value=(self.ticket.expose());
                div data-part="field" {
                    label for="username" { "Account" }
                    input id="username" name="username" type="text" value=(self.account)
                        autocomplete="username" readonly;
                }
                (password_field(&PasswordField {
                    label: "New password",
                    kind: PasswordKind::New(self.rules),
                    state: self.password,
                    focus: Focus::First,
                    beside: None,
                }))
                (submit("Set password", "Setting password\u{2026}"))
            }
        })
    }
}
