//! What the machine asks of the app while somebody logs in, and what the app may answer (cargo feature `hooks`).
//!
//! An app that wants to be asked says so by `Config::hooks`. Each question is an [`Effect::Consult`](crate::Effect::Consult)
//! with a number, and waits for its [`Answer::Said`](crate::Answer::Said): the app may take its time, and the form stands
//! still meanwhile. Questions about fields hold nothing up.

/// A step of a login that the app may stop, before it is taken and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Log in, by password or by a connection's button.
    LogIn,
    /// Create an account.
    SignUp,
    /// Send the mail that resets a password.
    ResetPassword,
    /// Send a code or a link.
    SendCode,
    /// Check a code; what follows is a log-in.
    CheckCode,
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
}

impl Choice {
    /// A choice.
    #[must_use]
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
        }
    }
}

#[cfg(not(feature = "hooks"))]
pub use off::{Avatar, OwnWords, Question, Reply};
#[cfg(feature = "hooks")]
pub use on::{Avatar, No, OwnWords, Question, Reply};

#[cfg(feature = "hooks")]
mod on {
    use super::{Choice, Step};
    use crate::field::{Field, Typed};
    use crate::login_event::TokenSet;

    /// Whose picture and name may stand above the form.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Avatar {
        /// The picture's address, `https:` or `data:image/`; another is not shown.
        pub image: String,
        /// What to call the person, as the app knows it.
        pub name: String,
    }

    /// A question to the app.
    #[derive(Clone, Debug, PartialEq)]
    pub enum Question {
        /// May this step be taken? Every check of the form has passed, and nothing has gone out.
        Before {
            /// The step.
            step: Step,
            /// The connection whose button was pressed.
            connection: Option<String>,
            /// What stands in the form, passwords and codes left out.
            values: Vec<(Field, Typed)>,
        },
        /// May it count? It is done at the server; the app has not heard of it yet.
        After {
            /// The step.
            step: Step,
            /// What the login gave, where it was one.
            tokens: Option<Box<TokenSet>>,
        },
        /// What may a field be filled in with beforehand?
        Prefill(&'static str),
        /// What can be chosen in a field?
        Choices(&'static str),
        /// Who is this, as far as the app knows? Asked when an address or user name was typed and left.
        Avatar(Typed),
    }

    /// The app's answer. One of another kind than was asked for counts as [`GoOn`](Self::GoOn).
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub enum Reply {
        /// Go on.
        #[default]
        GoOn,
        /// To `Before` a log-in: go on with this connection, by its name: a database, a directory, or one with pages of its own.
        Use(String),
        /// To `Before` and `After`: no.
        Refuse(No),
        /// To `Prefill`.
        Prefill(String),
        /// To `Choices`.
        Choices(Vec<Choice>),
        /// To `Avatar`.
        Avatar(Avatar),
    }

    /// Words of the app's own for a person, which are shown as text.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct OwnWords(pub String);

    impl OwnWords {
        /// The words.
        #[must_use]
        pub fn as_str(&self) -> &str {
            &self.0
        }
    }

    /// Why not, in the app's words, which are shown as text.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct No {
        /// For the whole form.
        pub message: Option<String>,
        /// For single fields.
        pub fields: Vec<(Field, String)>,
    }

    impl No {
        /// A refusal with a message for the whole form.
        #[must_use]
        pub fn saying(message: impl Into<String>) -> Self {
            Self {
                message: Some(message.into()),
                fields: Vec::new(),
            }
        }

        /// A refusal that points at a field.
        #[must_use]
        pub fn of(field: Field, message: impl Into<String>) -> Self {
            Self {
                message: None,
                fields: vec![(field, message.into())],
            }
        }
    }
}

#[cfg(not(feature = "hooks"))]
mod off {
    /// Nobody is known by a picture.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Avatar {}

    /// No question is ever asked: the feature `hooks` is off.
    #[derive(Clone, Debug, PartialEq)]
    pub enum Question {}

    /// Nor answered.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Reply {}

    /// Nor does an app say anything.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum OwnWords {}

    impl OwnWords {
        /// The words.
        #[must_use]
        pub fn as_str(&self) -> &str {
            match *self {}
        }
    }
}
