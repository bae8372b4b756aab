//! What is under way: at most one thing at a time, each with the number of its question and what it needs later.

use vestibule_protocol::{Otp, Password, Transaction};

use super::extras::Naming;
use super::hooks::Consulting;
use super::hosted::Hosting;
use crate::ask::Ask;
use crate::config::Away;
use crate::finish::Finish;
use crate::login_event::TokenSet;
use crate::offer::Wire;
use crate::view::Activity;

/// What is under way.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Job {
    /// Nothing.
    Idle,
    /// Entropy for a transaction is being drawn.
    Drawing { ask: Ask, then: Then },
    /// The credentials are at the server, and no longer here.
    CoAuthenticating {
        ask: Ask,
        elsewhere: Elsewhere,
        transaction: Box<Transaction>,
    },
    /// The ticket is in the hidden frame.
    Framing {
        ask: Ask,
        elsewhere: Elsewhere,
        transaction: Box<Transaction>,
    },
    /// The server did not answer where it should have: is it there at all?
    Probing {
        ask: Ask,
        elsewhere: Elsewhere,
        doubt: Doubt,
    },
    /// A popup is open.
    Popup {
        ask: Ask,
        connection: Option<String>,
        transaction: Box<Transaction>,
    },
    /// The code is being turned into checked tokens.
    Finishing(Finish),
    /// An account is being created.
    SigningUp {
        ask: Ask,
        connection: String,
        login: Login,
    },
    /// The mail that resets the password is being sent.
    Resetting {
        ask: Ask,
        connection: String,
        email: String,
    },
    /// A code or link is being sent.
    Sending { ask: Ask, wire: Wire, to: String },
    /// A mail's link was opened in another tab, and the server is asked who it was.
    Following { ask: Ask, transaction: Box<Transaction> },
    /// The page is leaving.
    Leaving { ask: Ask, wake: Ask },
    /// The app was asked, and has not answered yet.
    #[cfg_attr(not(feature = "hooks"), expect(dead_code, reason = "no app is asked"))]
    Consulting(Consulting),
    /// The server's own page waits for the server's judgement.
    #[cfg_attr(not(feature = "hosted"), expect(dead_code, reason = "it is not that page"))]
    Hosting(Hosting),
    /// A user name is being made up.
    #[cfg_attr(not(feature = "fields"), expect(dead_code, reason = "no name is made up"))]
    Naming(Naming),
}

/// What was done at the server, which the app may have a word about before it counts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Told {
    LoggedIn(Box<TokenSet>),
    SignedUp(String, Login),
    ResetSent(String, String),
    CodeSent(Wire, String),
}

/// What the app's choice of a connection comes to.
pub(crate) enum Named {
    /// It has made none.
    None,
    /// The password goes to this connection.
    #[cfg_attr(not(feature = "hooks"), expect(dead_code, reason = "no app is asked"))]
    Realm(String),
    /// The page goes to the connection's own.
    #[cfg_attr(not(feature = "hooks"), expect(dead_code, reason = "no app is asked"))]
    Away,
}

/// What the entropy is for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Then {
    /// Log in inside the page.
    Embedded(Login),
    /// Log in at the server's own pages.
    Away(Away, Elsewhere),
    /// Log in by the session that a mail's link began in another tab.
    Follow,
    /// Send a link that comes back to this page.
    SendLink { to: String },
}

/// Credentials that are about to be sent. `Debug` shows none of them.
#[derive(Clone, PartialEq)]
pub(crate) struct Login {
    pub(crate) username: String,
    pub(crate) proof: Proof,
}

/// What proves who it is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Proof {
    Password { realm: String, password: Password },
    Otp { connection: String, otp: Otp },
}

impl std::fmt::Debug for Login {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Login")
            .field("proof", &self.proof)
            .finish_non_exhaustive()
    }
}

impl Login {
    /// The same login at the server's own pages; the secret stays behind.
    pub(crate) fn elsewhere(&self) -> Elsewhere {
        let connection = match &self.proof {
            Proof::Password { realm, .. } => realm,
            Proof::Otp { connection, .. } => connection,
        };
        Elsewhere {
            connection: Some(connection.clone()),
            login_hint: Some(self.username.clone()),
        }
    }
}

/// What a login at the server's own pages starts from.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Elsewhere {
    pub(crate) connection: Option<String>,
    pub(crate) login_hint: Option<String>,
}

/// What a silence may mean, if the server proves to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// No response to the credentials: this origin is not allowed.
    Origin,
    /// No message from the frame: this web origin is not allowed.
    WebOrigin,
}

impl Job {
    /// The question under way, if there is one whose answer would come.
    pub(crate) fn ask(&self) -> Option<Ask> {
        match self {
            Self::Idle => None,
            Self::Finishing(finish) => finish.ask(),
            Self::Consulting(consulting) => Some(consulting.ask()),
            Self::Naming(naming) => Some(naming.ask()),
            Self::Hosting(hosting) => Some(hosting.ask()),
            Self::Drawing { ask, .. }
            | Self::CoAuthenticating { ask, .. }
            | Self::Framing { ask, .. }
            | Self::Probing { ask, .. }
            | Self::Popup { ask, .. }
            | Self::SigningUp { ask, .. }
            | Self::Resetting { ask, .. }
            | Self::Sending { ask, .. }
            | Self::Following { ask, .. }
            | Self::Leaving { ask, .. } => Some(*ask),
        }
    }

    pub(crate) fn activity(&self) -> Activity {
        match self {
            Self::Idle => Activity::Idle,
            Self::Popup { .. } => Activity::InPopup,
            Self::Leaving { .. } => Activity::Leaving,
            _ => Activity::Working,
        }
    }
}
