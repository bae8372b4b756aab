//! The page from which a login begins that no app asked for (OpenID Connect Core section 4).

use maud::{Markup, html};

use super::part::heading;
use super::{Layout, Script, Skin};

/// An app that can be asked to begin a login.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Target<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its `initiate_login_uri`.
    pub uri: &'a str,
}

/// The whole document. `issuer` is what the app is told as `iss`.
#[must_use]
pub(crate) fn render(issuer: &str, targets: &[Target<'_>]) -> Markup {
    let layout = Layout {
        title: "Begin a login elsewhere",
        skin: Skin::Own,
        script: Script::Absent,
    };
    layout.wide(&html! {
        (heading(layout.title, &html! { "Ask an app to log somebody in, as a portal would." }))
        @if targets.is_empty() {
            p data-part="empty" { "No client has an initiate_login_uri." }
        }
        ul data-part="messages" {
            @for (index, target) in targets.iter().enumerate() {
                @for method in ["get", "post"] {
                    li data-part="message" { (form(issuer, *target, method, index)) }
                }
            }
        }
    })
}

fn form(issuer: &str, target: Target<'_>, method: &str, index: usize) -> Markup {
    let hint = format!("login_hint-{index}-{method}");
    let link = format!("target_link_uri-{index}-{method}");
    html! {
        form method=(method) action=(target.uri) data-method=(method) {
            h2 { (target.name) }
            input type="hidden" name="iss" value=(issuer);
            div data-part="field" {
                label for=(hint) { "login_hint" }
                input id=(hint) name="login_hint" type="text" value="ada@example.com";
            }
            div data-part="field" {
                label for=(link) { "target_link_uri" }
                input id=(link) name="target_link_uri" type="text" value="";
            }
            button type="submit" data-part="submit" { "Ask by " (method.to_uppercase()) }
        }
    }
}
