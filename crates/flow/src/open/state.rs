//! What a person is at: the screen, what was typed, and what is known of them.

use super::hosted::SecondFactor;
use crate::ask::Ask;
use crate::field::Field;
use crate::offer::Wire;

/// The screens of this stage, each with its own data.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Screen {
    /// A redirect came back: its login is being finished, and no form is shown meanwhile.
    Arriving,
    LogIn,
    SignUp,
    ForgotPassword,
    MailSent {
        /// The database whose password it is.
        connection: String,
        sent: Sent,
    },
    Passwordless(Wire),
    Code(Sent),
    LinkSent(Sent),
    /// At a company's directory, by its connection's name.
    Corporate {
        connection: String,
        domain: Option<String>,
    },
    SignedUp,
    #[cfg_attr(not(feature = "hosted"), expect(dead_code, reason = "nothing asks for one"))]
    SecondFactor(SecondFactor),
    /// The request for which somebody logs in at the server's own page is gone: nothing here can go on.
    #[cfg(feature = "hosted")]
    Gone,
}

/// What was sent, where to, and when it can be sent again.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sent {
    pub(super) wire: Wire,
    pub(super) to: String,
    pub(super) again_at_s: f64,
    /// The time at which the countdown was last looked at.
    pub(super) seen_at_s: f64,
    pub(super) wake: Option<Ask>,
}

/// What was typed that may be kept: carried from screen to screen, so that nobody types it twice (WCAG 2.2, 3.3.7).
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Memory {
    pub(super) username: String,
    pub(super) email: String,
    pub(super) phone: String,
    /// The user name at a company's directory.
    pub(super) corporate: String,
    /// Whether the terms are accepted.
    pub(super) accepted: bool,
    /// The address that has an account already.
    pub(super) taken: String,
    /// A user name that was made up for an account to come.
    pub(super) generated: String,
    /// Which was typed last of user name and address.
    pub(super) last: Option<Field>,
}

/// What this visit knows of the person's account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Account {
    Unknown,
    /// It was created here, and the login that follows is under way.
    JustCreated,
}

/// Whether login inside the page works here, as far as is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Embedded {
    Untried,
    Impossible,
}
