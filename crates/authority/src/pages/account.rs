//! The page that offers to go on with the account that is logged in.

use maud::{Markup, html};

use super::part::heading;
use super::{Layout, Script, Skin};

/// What the page shows.
#[derive(Debug)]
pub(crate) struct AccountPage<'a> {
    /// Names the waiting authorization request.
    pub request: &'a str,
    /// The app the person logs in to.
    pub client_name: &'a str,
    /// The person.
    pub name: &'a str,
    /// What tells the account from others.
    pub address: &'a str,
    /// Where to log in with another account.
    pub other: &'a str,
}

impl AccountPage<'_> {
    /// The whole document.
    #[must_use]
    pub fn render(&self) -> Markup {
        let layout = Layout {
            title: "Choose an account",
            skin: Skin::Own,
            script: Script::Form,
        };
        layout.card(&html! {
            (heading(layout.title, &html! { "to continue to " strong { (self.client_name) } }))
            form method="post" action="/u/account" {
                input type="hidden" name="state" value=(self.request);
                ul data-part="accounts" {
                    li {
                        button type="submit" data-part="account" {
                            span data-part="avatar" aria-hidden="true" { (initial(self.name)) }
                            span data-part="who" { span { (self.name) } span { (self.address) } }
                        }
                    }
                }
            }
            p data-part="foot" { a href=(self.other) { "Use another account" } }
        })
    }
}

fn initial(name: &str) -> String {
    name.chars().take(1).flat_map(char::to_uppercase).collect()
}
