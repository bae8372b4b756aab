//! The frame that all pages share.

use maud::{DOCTYPE, Markup, html};

use crate::config::{Connection, ConnectionKind};

/// What a page is, apart from its content.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout<'a> {
    /// Title of the document.
    pub title: &'a str,
    /// Whose page it seems to be.
    pub skin: Skin,
    /// What runs on it.
    pub script: Script,
}

/// Whose page it seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Skin {
    /// The authority's own.
    Own,
    /// The stand-in for Google.
    GoogleLike,
    /// The stand-in for Facebook.
    FacebookLike,
    /// The stand-in for any other provider where people have accounts of their own.
    Social,
    /// The stand-in for an organisation's own provider.
    Enterprise,
}

/// The script of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// None.
    Absent,
    /// Show-password buttons, one request for two clicks.
    Form,
    /// Looking for new messages.
    Outbox,
}

impl Layout<'_> {
    /// A narrow page with one card.
    #[must_use]
    pub fn card(&self, content: &Markup) -> Markup {
        self.document(&html! {
            main { div data-part="card" { (content) } }
        })
    }

    /// A wide page.
    #[must_use]
    pub fn wide(&self, content: &Markup) -> Markup {
        self.document(&html! {
            main data-width="wide" { (content) }
        })
    }

    fn document(&self, main: &Markup) -> Markup {
        html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.title) }
                    link rel="icon" href="data:,";
                    link rel="stylesheet" href="/dev/style.css";
                    @match self.script {
                        Script::Absent => {}
                        Script::Form => { script src="/dev/form.js" defer {} }
                        Script::Outbox => { script src="/dev/outbox.js" type="module" {} }
                    }
                }
                body data-skin=(self.skin.as_str()) {
                    header data-part="banner" { (self.skin.banner()) }
                    (main)
                }
            }
        }
    }
}

impl Skin {
    /// The skin of a connection's provider.
    #[must_use]
    pub fn of_provider(connection: &Connection) -> Self {
        match (connection.strategy.as_str(), &connection.kind) {
            ("google-oauth2", _) => Self::GoogleLike,
            ("facebook", _) => Self::FacebookLike,
            (_, ConnectionKind::Social) => Self::Social,
            _ => Self::Enterprise,
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::GoogleLike => "google-like",
            Self::FacebookLike => "facebook-like",
            Self::Social => "social",
            Self::Enterprise => "enterprise",
        }
    }

    /// Nobody may take these pages for the real ones.
    fn banner(self) -> &'static str {
        match self {
            Self::Own => "Development server. No mail or message leaves this machine.",
            Self::GoogleLike => "A stand-in for Google on your development server.",
            Self::FacebookLike => "A stand-in for Facebook on your development server.",
            Self::Social => "A stand-in for a provider of accounts on your development server.",
            Self::Enterprise => "A stand-in for a company\u{2019}s own login on your development server.",
        }
    }
}
