//! The page that says what a client wants to do, and asks whether it may.

use maud::{Markup, html};

use super::part::heading;
use super::{Layout, Script, Skin};

/// What the page shows.
#[derive(Debug)]
pub(crate) struct ConsentPage<'a> {
    /// Names the waiting authorization request.
    pub request: &'a str,
    /// The app that wants it.
    pub client_name: &'a str,
    /// Whose account it is.
    pub account: &'a str,
    /// The words of the scope.
    pub scope: &'a [&'a str],
    /// The API, or nothing.
    pub audience: &'a str,
}

impl ConsentPage<'_> {
    /// The whole document.
    #[must_use]
    pub fn render(&self) -> Markup {
        let layout = Layout {
            title: "Allow access",
            skin: Skin::Own,
            script: Script::Form,
        };
        layout.card(&html! {
            (heading("Allow access?", &html! {
                strong { (self.client_name) } " wants to do this with the account "
                span data-part="address" { (self.account) } "."
            }))
            ul data-part="scope" {
                @for word in self.scope {
                    li data-scope=(word) { (self.phrase(word)) }
                }
            }
            form method="post" action="/u/consent" {
                input type="hidden" name="state" value=(self.request);
                button type="submit" data-part="submit" data-busy="Allowing\u{2026}" name="action" value="allow" {
                    "Allow"
                }
                button type="submit" data-part="cancel" name="action" value="deny" { "Do not allow" }
            }
        })
    }

    /// What a word of the scope means to a person.
    fn phrase(&self, word: &str) -> Markup {
        html! {
            @match word {
                "openid" => "Know who you are",
                "profile" => "See your name and profile",
                "email" => "See your mail address",
                "phone" => "See your telephone number",
                "offline_access" => "Stay connected while you are away",
                other => { "Use " code { (other) } " at " span data-part="address" { (self.audience) } },
            }
        }
    }
}
