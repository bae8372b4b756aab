//! Everything the machine can ask of the world, on one page.

use vestibule_protocol::{Request, SignatureQuestion};

use crate::ask::Ask;
use crate::host::Question;
use crate::hosted::Visit;
use crate::login_event::LoginEvent;

/// A thing to do. Those with an [`Ask`] are answered by an [`Event::Answered`](crate::Event::Answered) with that
/// number, once; the others are not answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Draw 96 random bytes, at once.
    Random {
        /// The question's number.
        ask: Ask,
    },
    /// Send a request; its own `timeout_s` applies.
    Http {
        /// The question's number.
        ask: Ask,
        /// What to send.
        request: Request,
    },
    /// Load a URL in a hidden frame and wait for its authorization response by `web_message`.
    WebMessage {
        /// The question's number.
        ask: Ask,
        /// The authorization request.
        url: Secret,
        /// The only origin whose message counts.
        origin: String,
        /// How long to wait, in seconds.
        timeout_s: u32,
    },
    /// Open a URL in a popup, at once (the person's gesture is still being handled), and wait likewise.
    Popup {
        /// The question's number.
        ask: Ask,
        /// The authorization request.
        url: Secret,
        /// The only origin whose message counts.
        origin: String,
        /// Width and height, in pixels.
        size: (u32, u32),
    },
    /// Give up what was asked under this number: abort the request, remove the frame, close the window.
    Forget {
        /// The number of the question that nobody waits for any more.
        ask: Ask,
    },
    /// Ask WebCrypto whether a signature is valid.
    Verify {
        /// The question's number.
        ask: Ask,
        /// Key, input and signature.
        question: SignatureQuestion,
    },
    /// Store a transaction, then let the page go to a URL. Answered only when the storage refuses.
    Leave {
        /// The question's number.
        ask: Ask,
        /// What to store.
        keep: Keep,
        /// Where to go.
        url: Secret,
    },
    /// Go where a login at the server's own page ends (cargo feature `hosted`).
    Visit(Visit),
    /// Store something for a later visit: a transaction that a mail's link will come back to, the connection of a login.
    Keep(Keep),
    /// Take a stored transaction: read and remove it in one go.
    Take {
        /// The question's number.
        ask: Ask,
        /// Its key, which ends in the state.
        key: Secret,
    },
    /// Read what is stored in the whole browser's storage under a key, and leave it there.
    Look {
        /// The question's number.
        ask: Ask,
        /// The key.
        key: String,
    },
    /// Answer, as to `Wake`, when another tab of this browser takes the transaction that is stored under this key.
    Watch {
        /// The question's number.
        ask: Ask,
        /// The key.
        key: String,
    },
    /// Put another URL of the same page into the address bar and the history, in place of the present one.
    CleanUrl(String),
    /// Answer after so many seconds.
    Wake {
        /// The question's number.
        ask: Ask,
        /// After how long, in seconds.
        after_s: u32,
    },
    /// Ask the app, which answers by [`Answer::Said`](crate::Answer::Said) when it likes (cargo feature `hooks`).
    Consult {
        /// The question's number.
        ask: Ask,
        /// What is asked.
        question: Question,
    },
    /// Tell the app.
    Emit(LoginEvent),
    /// Tell the developer, on the console, in one sentence.
    Advise(Advice),
}

/// A URL or a key that carries a ticket, a state or a challenge. `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub(crate) String);

impl Secret {
    /// The text itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(..)")
    }
}

/// Something to store, most often a transaction. `Debug` shows nothing of its value.
#[derive(Clone, PartialEq, Eq)]
pub struct Keep {
    /// Where.
    pub area: Area,
    /// Under which key.
    pub key: String,
    /// What.
    pub value: String,
    /// When, in seconds since 1970 by the clock that the machine goes by: the transactions of links whose time is over by then may go.
    pub at_s: u64,
}

impl std::fmt::Debug for Keep {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keep")
            .field("area", &self.area)
            .finish_non_exhaustive()
    }
}

/// Which of the browser's storages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// This tab's own (`sessionStorage`): for redirects, which come back to the tab that left.
    Tab,
    /// The whole browser's (`localStorage`): for mail links, which open in a tab of their own.
    Browser,
}

/// What a developer should know; `Display` is the sentence for the console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// The ticket was accepted, but the frame saw no session: third-party cookies are blocked.
    ThirdPartyCookies {
        /// The authorization server's origin.
        server: String,
        /// This page's origin.
        page: String,
    },
    /// No message came from the frame: the page's origin is not among the client's allowed web origins, or the redirect
    /// address not among its callbacks.
    NoMessage {
        /// This page's origin.
        page: String,
    },
    /// The server refuses cross-origin authentication for this client or this origin.
    EmbeddedRefused {
        /// This page's origin.
        page: String,
    },
    /// A response broke a rule; what exactly, without secrets.
    BrokenResponse(String),
    /// The server refused at its authorization endpoint: the code, and its own words.
    Refused(String),
    /// The server refused a form for how the client or the app is set up: the code, and its own words.
    Form(String),
    /// The server asked for something that only its own pages can do.
    Interaction(String),
    /// The config cannot work.
    Config(String),
    /// The server asks for a captcha of this provider, which the app has no part for.
    #[cfg(feature = "captcha")]
    Captcha(String),
}

impl Advice {
    /// Whether it is told at all (cargo feature `advice`). Where it is not, nothing puts it in words.
    pub const IS_BUILT_IN: bool = cfg!(feature = "advice");
}

impl std::fmt::Display for Advice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::ThirdPartyCookies { server, page } => write!(
                f,
                "Vestibule: embedded login is impossible here because the browser blocks third-party cookies between {page} and {server}; give the authorization server a custom domain under the app's own registrable domain. Going on by redirect or popup."
            ),
            Self::NoMessage { page } => write!(
                f,
                "Vestibule: the authorization server sent no message to {page}; add this origin to the client's allowed web origins, and the `redirect_uri` (by default the page's own address) to its callbacks. Going on by redirect or popup."
            ),
            Self::EmbeddedRefused { page } => write!(
                f,
                "Vestibule: the authorization server refuses cross-origin authentication from {page}; switch it on for this client and add the origin to its allowed origins (CORS). Going on by redirect or popup."
            ),
            Self::BrokenResponse(what) => write!(
                f,
                "Vestibule: a response of the authorization server was refused: {what}"
            ),
            Self::Refused(what) => write!(f, "Vestibule: at /authorize {what}"),
            Self::Form(what) => write!(
                f,
                "Vestibule: {what}. Nothing that a person types mends this: look at the client and its connections there, and, for a captcha, at the cargo feature `captcha` and `Config::captcha`."
            ),
            Self::Interaction(code) => write!(
                f,
                "Vestibule: the authorization server asks for a step that only its own pages have (`{code}`). Going on by redirect or popup."
            ),
            Self::Config(sentence) => write!(f, "Vestibule: {sentence}"),
            #[cfg(feature = "captcha")]
            Self::Captcha(name) => write!(
                f,
                "Vestibule: the authorization server asks for a captcha of `{name}`, which this app cannot show: name its kind in the widget's `captchas`."
            ),
        }
    }
}
