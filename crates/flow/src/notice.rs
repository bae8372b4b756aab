//! The message of a form: what is wrong, and the remedy that stands beside it.

use vestibule_protocol::RefusalCode;

use crate::event::NetworkFault;
use crate::login_event::LoginError;

/// The message of the form: what is wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it says.
    pub kind: NoticeKind,
    /// The remedy that stands beside it.
    pub remedy: Option<Remedy>,
    /// Whether a field says it already, where the focus is: to be heard and not to be seen, since it would only push the form down.
    pub at_field: bool,
}

/// What a notice says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// User name or password wrong; which one is not said.
    WrongCredentials,
    /// The code is wrong, old or used.
    WrongCode,
    /// Too many wrong tries: the account is locked for a while.
    TooManyAttempts,
    /// Too many requests; in so many seconds again, if the server says.
    TooManyRequests(Option<u32>),
    /// The account needs a second factor, and has none.
    #[cfg(feature = "hosted")]
    NoSecondFactor,
    /// The request for which somebody logs in is over.
    #[cfg(feature = "hosted")]
    RequestGone,
    /// The account is blocked.
    Blocked,
    /// The password has to be changed before somebody can log in with it: beside it stands how.
    PasswordChangeRequired,
    /// The password stands in a known leak: beside it stands how to change it.
    PasswordLeaked,
    /// The password has to be changed, or stands in a known leak, and nothing here resets it.
    PasswordUnusable,
    /// The account could not be created with what was given; the address may be taken.
    SignUpRefused,
    /// The address is taken.
    AddressTaken,
    /// The user name is taken.
    UsernameTaken,
    /// The password breaks the policy.
    PasswordTooWeak,
    /// The text message could not be sent.
    SmsNotSent,
    /// The server or the app refused in words of its own, which are shown as text.
    Said(String),
    /// The server refused, and has no words for whoever logs in.
    Refused,
    /// The server refused with this code of the tenant's own. An app can put words of its own in its place
    /// ([`Hooks::transform`](https://docs.rs/vestibule/latest/vestibule/hooks/trait.Hooks.html#method.transform)).
    #[cfg(feature = "hooks")]
    RefusedAs(String),
    /// The login was refused at the provider or given up there.
    AccessDenied,
    /// The server has a fault of its own.
    ServerFault,
    /// The server cannot be reached.
    Unreachable,
    /// The server did not answer in time.
    TimedOut,
    /// The server's answer could not be used.
    BrokenResponse,
    /// The browser blocked the popup.
    PopupBlocked,
    /// The popup was closed before the login was finished.
    PopupClosed,
    /// The popup cannot speak with this page.
    PopupUnreachable,
    /// The response belongs to no login that this page began.
    UnknownTransaction,
    /// A mail's link was opened in a browser that did not ask for it, or once more.
    LinkFromElsewhere,
    /// A mail's link was opened in another tab, and this one cannot follow by itself.
    LinkOpenedElsewhere,
    /// The browser's storage refused.
    StorageRefused,
    /// Embedded login is impossible: the login goes on in the server's own window.
    ContinueElsewhere,
    /// The answer to the captcha was wrong: here is another.
    #[cfg(feature = "captcha")]
    CaptchaWrong,
    /// The captcha's script did not come.
    #[cfg(feature = "captcha")]
    CaptchaFailed,
    /// The server asks for a captcha that this app has no part for.
    #[cfg(feature = "captcha")]
    CaptchaUnsolvable,
    /// Some fields need another look.
    FieldsWrong,
    /// The app is not set up right, which only its developer can mend.
    Misconfigured,
}

impl NoticeKind {
    /// What a code comes to that has no text here.
    pub(crate) fn by_code(code: &RefusalCode) -> Self {
        match code {
            #[cfg(feature = "hooks")]
            RefusalCode::Other(code) => Self::RefusedAs(code.clone()),
            _ => Self::Refused,
        }
    }

    /// What a failure comes to for the person, where no screen knows better.
    pub(crate) fn of(error: &LoginError) -> Self {
        match error {
            LoginError::Network(NetworkFault::Unreachable) => Self::Unreachable,
            LoginError::Network(NetworkFault::TimedOut) | LoginError::TimedOut => Self::TimedOut,
            LoginError::PopupBlocked => Self::PopupBlocked,
            LoginError::PopupUnreachable => Self::PopupUnreachable,
            LoginError::UnknownTransaction => Self::UnknownTransaction,
            LoginError::LinkFromElsewhere => Self::LinkFromElsewhere,
            LoginError::StorageRefused => Self::StorageRefused,
            LoginError::Broken(_) => Self::BrokenResponse,
            LoginError::Config(_) => Self::Misconfigured,
            LoginError::Refused(RefusalCode::ServerError | RefusalCode::TemporarilyUnavailable) => {
                Self::ServerFault
            }
            LoginError::RateLimited { retry_after_s } => Self::TooManyRequests(*retry_after_s),
            LoginError::Refused(_) | LoginError::RefusedByApp => Self::Refused,
        }
    }
}

/// A remedy that a button offers, or a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Try the same again.
    Retry,
    /// Go on by redirect in this window.
    Redirect,
    /// Open the popup, now from a gesture of its own.
    Popup,
    /// Log in to the account that is there already.
    #[cfg(feature = "sign-up")]
    LogIn,
    /// Reset the password.
    ResetPassword,
    /// Reset the password at this address of the app's.
    #[cfg(feature = "sign-up")]
    ResetPasswordAt(String),
}
