//! A page that only says something: mail sent, password changed, logged out, an error.

use maud::{Markup, html};

use super::part::{Notice, notice};
use super::{Layout, Script, Skin};

/// What the page shows.
#[derive(Debug)]
pub(crate) struct MessagePage<'a> {
    /// The heading.
    pub title: &'a str,
    /// What happened, and what to do next.
    pub notice: Notice,
    /// A way on: its text and address.
    pub link: Option<(&'a str, &'a str)>,
}

impl MessagePage<'_> {
    /// The whole document.
    #[must_use]
    pub fn render(&self) -> Markup {
        let layout = Layout {
            title: self.title,
            skin: Skin::Own,
            script: Script::Absent,
        };
        layout.card(&html! {
            div data-part="heading" { h1 { (self.title) } }
            (notice(Some(&self.notice)))
            @if let Some((text, href)) = self.link { p data-part="foot" { a href=(href) { (text) } } }
        })
    }
}
