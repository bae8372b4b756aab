//! Everything that can happen to the machine: a person's intents and the world's answers.

use vestibule_protocol::Response;

use crate::ask::Ask;
use crate::captcha::CaptchaIntent;
#[cfg(feature = "live-config")]
use crate::config::Config;
use crate::field::{Field, Form, Typed};
use crate::host::Reply;
use crate::phone::TheCountry;
use crate::view::ScreenName;

/// Something that happened. An event that no phase expects changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The person did something.
    Person(Intent),
    /// The world answered a question.
    Answered(Ask, Answer),
    /// The app has changed its config (cargo feature `live-config`).
    Configured(NewConfig),
    /// The page came back from the browser's back-forward cache: whatever was leaving did not leave.
    Returned,
}

/// A config that takes the place of the one before.
#[cfg(feature = "live-config")]
pub type NewConfig = Box<Config>;

/// No config does: the feature `live-config` is off.
#[cfg(not(feature = "live-config"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewConfig {}

/// What a person can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// Something was typed into a field, which now holds this.
    Typed(Field, Typed),
    /// A field was left, holding this.
    Left(Field, Typed),
    /// Something happened to the captcha (cargo feature `captcha`).
    Captcha(CaptchaIntent),
    /// A country was chosen for the telephone number (cargo feature `phone`).
    Country(TheCountry),
    /// The screen's form was submitted, holding this.
    Submit(Form),
    /// A social or enterprise connection was chosen, by name.
    Choose(String),
    /// Another screen was asked for.
    Go(Switch),
    /// The code or link should be sent once more.
    Resend,
    /// The remedy that the notice offers was taken.
    Remedy,
    /// What is under way (a popup) should be given up.
    Cancel,
    /// The widget was closed.
    Close,
}

/// A way to another screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switch {
    /// The screen.
    pub to: ScreenName,
    /// The passwordless connection, where the screen serves several.
    pub connection: Option<String>,
    /// Whether that connection sends text messages, whatever its name is.
    pub by_phone: bool,
    /// Where it leads instead of a screen: an address that the app has named.
    pub href: Option<String>,
}

impl Switch {
    /// A way to a screen of this widget.
    #[must_use]
    pub fn to(screen: ScreenName) -> Self {
        Self {
            to: screen,
            connection: None,
            by_phone: false,
            href: None,
        }
    }
}

/// What the world answers.
#[derive(Clone, PartialEq)]
pub enum Answer {
    /// To `Random`: 96 bytes from the browser's generator.
    Drawn(Box<[u8; 96]>),
    /// To `Http`.
    Http(Result<Response, NetworkFault>),
    /// To `WebMessage` and `Popup`: the parameters of the authorization response, unjudged.
    Message(Result<Vec<(String, String)>, MessageFault>),
    /// To `Verify`: whether the signature is the key's.
    Verified(bool),
    /// To `Take`.
    Taken(Taken),
    /// To `Look`: what is stored.
    Looked(Option<String>),
    /// To `Leave`, only when the page stays because its storage refused the transaction.
    StorageRefused,
    /// To `Wake` and `Watch`.
    Woke,
    /// To `Consult`.
    Said(Reply),
}

impl std::fmt::Debug for Answer {
    // Entropy and responses are secrets: the name of the answer is all that may be seen.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Drawn(_) => "Drawn(..)",
            Self::Http(Ok(_)) => "Http(Ok(..))",
            Self::Http(Err(_)) => "Http(Err(..))",
            Self::Message(Ok(_)) => "Message(Ok(..))",
            Self::Message(Err(_)) => "Message(Err(..))",
            Self::Verified(true) => "Verified(true)",
            Self::Verified(false) => "Verified(false)",
            Self::Taken(_) => "Taken(..)",
            Self::Looked(_) => "Looked(..)",
            Self::StorageRefused => "StorageRefused",
            Self::Woke => "Woke",
            Self::Said(_) => "Said(..)",
        })
    }
}

/// Why a request has no response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NetworkFault {
    /// No connection, or a refusal by CORS: the browser does not tell which.
    Unreachable,
    /// No answer in time.
    TimedOut,
}

/// Why a frame or popup has no message for us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageFault {
    /// No message in time.
    TimedOut,
    /// The browser refused to open the window.
    Blocked,
    /// The person closed the window.
    Closed,
    /// The window reads as closed from its first moment: a Cross-Origin-Opener-Policy cut the tie. Or this page is
    /// cross-origin isolated, and a frame of the server's would stay empty.
    Unreachable,
}

/// What was found under a transaction's key.
#[derive(Clone, PartialEq, Eq)]
pub enum Taken {
    /// The stored transaction, which is now gone from the storage.
    Found(String),
    /// Nothing of ours, but another widget on this page has it or had it.
    Elsewhere,
    /// Nothing: replayed, expired, or begun in another browser.
    Missing,
}
