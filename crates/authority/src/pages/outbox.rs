//! The outbox: the mails and text messages that a real server would have sent, newest first.

use maud::{Markup, html};

use super::part::heading;
use super::{Layout, Script, Skin};
use crate::store::{Message, MessageKind};

/// The whole document. `now` is in Unix seconds, and ages are told against it.
#[must_use]
pub(crate) fn render(messages: &[Message], now: i64) -> Markup {
    let layout = Layout {
        title: "Outbox",
        skin: Skin::Own,
        script: Script::Outbox,
    };
    layout.wide(&html! {
        (heading("Outbox", &html! {
            "Mails and text messages, newest first. " a href="/dev/outbox.json" { "The same as data" }
        }))
        @if messages.is_empty() {
            p data-part="empty" { "Nothing was sent yet. A reset, a code or a link will show up here by itself." }
        }
        ol data-part="messages" data-newest=[messages.first().map(|newest| newest.id)] {
            @for message in messages { (article(message, now)) }
        }
    })
}

fn article(message: &Message, now: i64) -> Markup {
    let (kind, title) = match message.kind {
        MessageKind::Email => ("Mail", message.subject.as_deref().unwrap_or("Mail")),
        MessageKind::Sms => ("Text message", "Text message"),
    };
    html! {
        li data-part="message" data-kind=(message.kind.as_str()) {
            div data-part="envelope" {
                div {
                    h2 { (title) }
                    p data-part="meta" { (kind) " to " span data-part="address" { (message.to) } }
                }
                p data-part="meta" { time data-at=(message.at) { (age(now - message.at)) } }
            }
            @if let Some(code) = &message.code { p data-part="message-code" { (code) } }
            p data-part="text" { (message.text) }
            @if !message.links.is_empty() {
                ul data-part="links" {
                    @for link in &message.links { li { a href=(link) { (link) } } }
                }
            }
        }
    }
}

/// How long ago, in words; the script turns it into a clock time.
fn age(seconds: i64) -> String {
    match seconds {
        ..60 => "just now".to_owned(),
        60..120 => "1 minute ago".to_owned(),
        120..7200 => format!("{} minutes ago", seconds / 60),
        _ => format!("{} hours ago", seconds / 3600),
    }
}
