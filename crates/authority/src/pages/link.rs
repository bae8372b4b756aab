//! The page behind a link in a mail: it asks for a click, so that a mail scanner that opens links uses nothing up.

use maud::{Markup, html};

use super::part::{heading, submit};
use super::{Layout, Script, Skin};
use crate::secret::Secret;

/// What the page shows.
#[derive(Debug)]
pub(crate) struct LinkPage<'a> {
    /// Where the click is posted.
    pub action: &'a str,
    /// What the link carried.
    pub ticket: &'a Secret,
    /// The heading.
    pub title: &'a str,
    /// What will happen, up to the address.
    pub context: &'a str,
    /// For whom.
    pub address: &'a str,
    /// What the button says, before and after the click.
    pub button: (&'a str, &'a str),
}

impl LinkPage<'_> {
    /// The whole document.
    #[must_use]
    pub fn render(&self) -> Markup {
        let layout = Layout {
            title: self.title,
            skin: Skin::Own,
            script: Script::Form,
        };
        layout.card(&html! {
            (heading(self.title, &html! {
                (self.context) " " span data-part="address" { (self.address) } "."
            }))
            form method="post" action=(self.action) {
                input type="hidden" name="ticket" value=(self.ticket.expose());
                (submit(self.button.0, self.button.1))
            }
        })
    }
}
