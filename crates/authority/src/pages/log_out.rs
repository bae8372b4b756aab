//! The page that asks whether to end the session, when nobody has shown that the person wants it.

use maud::{Markup, html};

use super::part::{heading, submit};
use super::{Layout, Script, Skin};

/// What the page shows.
#[derive(Debug)]
pub(crate) struct LogOutPage<'a> {
    /// The app that asks, when it is known.
    pub client_name: Option<&'a str>,
    /// The parameters of the request, which the form carries on.
    pub carried: &'a [(&'a str, &'a str)],
}

impl LogOutPage<'_> {
    /// The whole document.
    #[must_use]
    pub fn render(&self) -> Markup {
        let layout = Layout {
            title: "Log out",
            skin: Skin::Own,
            script: Script::Form,
        };
        layout.card(&html! {
            (heading("Log out?", &html! {
                @match self.client_name {
                    Some(name) => { strong { (name) } " asks to end your session at this server." }
                    None => "An app asks to end your session at this server.",
                }
            }))
            form method="post" action="/oidc/logout/confirm" {
                @for (name, value) in self.carried { input type="hidden" name=(name) value=(value); }
                (submit("Log out", "Logging out\u{2026}"))
                button type="submit" data-part="cancel" name="action" value="stay" { "Stay logged in" }
            }
        })
    }
}
