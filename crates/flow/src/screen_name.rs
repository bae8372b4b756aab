//! The names of the screens, which hosts and scripts rely on.

/// A screen, by the name that the root's `data-screen` carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScreenName {
    /// `loading`: the server's settings are on their way.
    Loading,
    /// `log-in`.
    LogIn,
    /// `sign-up`.
    SignUp,
    /// `forgot-password`.
    ForgotPassword,
    /// `mail-sent`: the mail that resets the password is on its way.
    MailSent,
    /// `passwordless`: the address or number to send a code or link to.
    Passwordless,
    /// `code`: the code that was sent.
    Code,
    /// `link-sent`.
    LinkSent,
    /// `corporate`: user name and password at a company's directory.
    Corporate,
    /// `signed-up`: an account was created, and is not logged in.
    SignedUp,
    /// `second-factor`: the code of a second factor, at the server's own page (cargo feature `hosted`).
    #[cfg(feature = "hosted")]
    SecondFactor,
    /// `signed-in`.
    SignedIn,
    /// `stopped`: nothing can go on until the developer or the server mends something.
    Stopped,
}

impl ScreenName {
    /// The name in `data-screen` and `data-to`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Loading => "loading",
            Self::LogIn => "log-in",
            Self::SignUp => "sign-up",
            Self::ForgotPassword => "forgot-password",
            Self::MailSent => "mail-sent",
            Self::Passwordless => "passwordless",
            Self::Code => "code",
            Self::LinkSent => "link-sent",
            Self::Corporate => "corporate",
            Self::SignedUp => "signed-up",
            #[cfg(feature = "hosted")]
            Self::SecondFactor => "second-factor",
            Self::SignedIn => "signed-in",
            Self::Stopped => "stopped",
        }
    }
}
