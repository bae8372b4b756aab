//! The page of a played provider: the person picks an account, names another or cancels.

use maud::{Markup, html};

use super::part::{FieldState, Focus, TextField, cancel, text_field};
use super::{Layout, Script, Skin};

/// What the page shows.
#[derive(Debug)]
pub(crate) struct ProviderPage<'a> {
    /// How it looks.
    pub skin: Skin,
    /// What people call the provider.
    pub name: &'a str,
    /// Where the choice is posted.
    pub action: &'a str,
    /// The parameters of the authorization request, which the form carries on.
    pub carried: &'a [(&'a str, &'a str)],
    /// Accounts to pick from: name and address.
    pub accounts: &'a [(&'a str, &'a str)],
    /// Address of another account, and what is wrong with it.
    pub other: (&'a str, FieldState<'a>),
}

impl ProviderPage<'_> {
    /// The whole document.
    #[must_use]
    pub fn render(&self) -> Markup {
        let title = format!("Choose an account \u{2013} {}", self.name);
        let layout = Layout {
            title: &title,
            skin: self.skin,
            script: Script::Form,
        };
        layout.card(&html! {
            p data-part="wordmark" { (self.name) }
            div data-part="heading" {
                h1 { "Choose an account" }
                p { "to continue to " strong { "Vestibule" } }
            }
            form method="post" action=(self.action) {
                (self.carried_fields())
                ul data-part="accounts" {
                    @for (name, email) in self.accounts {
                        li {
                            button type="submit" data-part="account" name="account" value=(email) {
                                span data-part="avatar" aria-hidden="true" { (initial(name)) }
                                span data-part="who" { span { (name) } span { (email) } }
                            }
                        }
                    }
                }
            }
            form method="post" action=(self.action) {
                (self.carried_fields())
                (text_field(&TextField {
                    name: "account",
                    label: "Another account",
                    value: self.other.0,
                    input_type: "email",
                    autocomplete: "email",
                    state: self.other.1,
                    focus: Focus::Later,
                }))
                button type="submit" data-part="submit" data-busy="Continuing\u{2026}" { "Continue" }
                (cancel())
            }
        })
    }

    fn carried_fields(&self) -> Markup {
        html! {
            @for (name, value) in self.carried { input type="hidden" name=(name) value=(value); }
        }
    }
}

fn initial(name: &str) -> String {
    name.chars().take(1).flat_map(char::to_uppercase).collect()
}
