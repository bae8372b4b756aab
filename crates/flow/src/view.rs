//! What stands before the person, as plain data: screens draw it and decide nothing.

use vestibule_protocol::PasswordRule;

use crate::captcha::CaptchaView;
use crate::event::Switch;
use crate::extra::ExtraViews;
use crate::field::{Field, FieldProblem};
use crate::host::Avatar;
use crate::notice::Notice;
use crate::phone::PhoneView;
pub use crate::screen_name::ScreenName;

/// The whole widget, ready to be drawn from top to bottom.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Which screen stands.
    pub screen: ScreenName,
    /// From which side it came.
    pub direction: Direction,
    /// What the title's line of context speaks of: the address a code went to, the name of who is logged in.
    pub subject: Option<String>,
    /// The social and enterprise connections, in order.
    pub connections: Vec<ConnectionButton>,
    /// The form's fields, in order. Empty means that there is no form.
    pub fields: Vec<FieldView>,
    /// The user name that belongs to this form without being asked again, for password managers.
    pub kept_username: Option<String>,
    /// The domain of a company whose own login takes over: of the address that is typed, or of this screen's directory.
    pub realm: Option<String>,
    /// Whether that login asks for its user name and password in this widget: at a directory.
    pub realm_has_form: bool,
    /// The picture and name of who is typed above, where the app knows them.
    pub avatar: Option<Avatar>,
    /// The captcha that the form asks for.
    pub captcha: Option<CaptchaView>,
    /// The country of a telephone number, where it can be chosen.
    pub phone: Option<PhoneView>,
    /// The app's own fields, below the others.
    pub extras: ExtraViews,
    /// The terms of the app, where an account may come of the form.
    pub terms: Option<Terms>,
    /// The rules that a new password must keep, with how they stand for what is typed.
    pub policy: Option<Policy>,
    /// The main button.
    pub submit: Option<Submit>,
    /// Sending once more.
    pub resend: Option<Resend>,
    /// The ways to other screens.
    pub switches: Vec<Switch>,
    /// The message of the form, for an assertive live region.
    pub notice: Option<Notice>,
    /// What is under way or was just done, for a polite live region.
    pub status: Option<Status>,
    /// What is under way and holds the controls still.
    pub activity: Activity,
    /// Whether what the message is about is being tried again: it only keeps its room until there is news, so that nothing jumps.
    pub answered: bool,
    /// Whether nothing has been said or sent yet: a message of the app's own may stand above the form.
    pub fresh: bool,
    /// Where the focus belongs. It is to be moved each time `turn` changes, and only then.
    pub focus: Focus,
}

/// The direction of the flow that led to a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Onwards.
    Forward,
    /// Back to a screen before.
    Back,
}

/// A connection to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConnectionButton {
    /// Its name, for `data-connection`.
    pub name: String,
    /// Its strategy, which decides the icon: `google-oauth2`, `facebook`, `samlp`.
    pub strategy: String,
    /// What the settings call it, if they do.
    pub display_name: Option<String>,
    /// Whether it is a company's own, and not a public provider's.
    pub company: bool,
    /// The first of the mail domains that a company's connection serves.
    pub domain: Option<String>,
    /// Whether it was the last one that somebody logged in by in this browser.
    pub last_used: bool,
    /// Whether it is the one under way.
    pub busy: bool,
}

/// A field to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldView {
    /// Which.
    pub field: Field,
    /// What it is for, which decides label, type and autocomplete token.
    pub purpose: Purpose,
    /// What to put in when it is first drawn. Never a secret.
    pub initial: String,
    /// What is wrong with it, once that may be said.
    pub problem: Option<FieldProblem>,
    /// Whether it is put out of the way, since what it asks for is not needed: it stays in the page, where a password manager
    /// has found it.
    pub hidden: bool,
    /// A password's rules, as Apple's `passwordrules` attribute has them.
    pub password_rules: Option<String>,
}

/// What a field is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The address that identifies an account.
    LoginEmail,
    /// An address or a user name.
    LoginAny,
    /// A user name.
    LoginName,
    /// An address for an account to come, or to send something to.
    Email,
    /// A user name for an account to come.
    NewUsername,
    /// The password of an account.
    CurrentPassword,
    /// A password to come.
    NewPassword,
    /// A one-time code.
    OneTimeCode,
    /// A telephone number.
    Telephone,
    /// A tick that accepts the terms.
    Consent,
    /// A field of the app's own, whose label is the app's.
    Extra,
    /// The answer to a captcha (cargo feature `captcha`).
    #[cfg(feature = "captcha")]
    Captcha,
}

/// What somebody who creates an account agrees to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Where the terms of service are.
    pub terms_of_service: Option<String>,
    /// Where the privacy policy is.
    pub privacy_policy: Option<String>,
    /// Whether a tick is asked for, and if so, what is wrong with it.
    pub accept: Accept,
}

/// How the terms are agreed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Accept {
    /// By creating the account.
    Silently,
    /// By a tick, which is still to be set where a problem says so.
    ByTick {
        /// Whether it is set when it is first drawn.
        initial: bool,
        /// What is wrong with it.
        problem: Option<FieldProblem>,
    },
}

/// The rules for a new password.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// Each rule with how it stands.
    pub rules: Vec<PasswordRule>,
    /// Whether anything is typed yet: before that no rule is broken.
    pub typed: bool,
}

/// The main button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Submit {
    /// What it does.
    pub action: Action,
    /// Whether that is being done.
    pub busy: bool,
}

/// What a main button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Log in.
    LogIn,
    /// Create the account.
    SignUp,
    /// Send the mail that resets the password.
    SendReset,
    /// Send a code.
    SendCode,
    /// Send a link.
    SendLink,
    /// Check the code.
    CheckCode,
    /// Go on to a company's own login.
    Continue,
}

/// Sending once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resend {
    /// Possible in so many seconds.
    Wait(u32),
    /// Possible now.
    Ready,
}

/// What holds the controls still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activity {
    /// Nothing.
    Idle,
    /// A request.
    Working,
    /// A popup, which the person finishes or closes.
    InPopup,
    /// The page is leaving.
    Leaving,
}

/// What is under way or was just done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The settings are on their way.
    Loading,
    /// Logging in.
    LoggingIn,
    /// Creating the account.
    SigningUp,
    /// Sending a mail or a message.
    Sending,
    /// A code was sent.
    CodeSent,
    /// The code is complete, and goes off in a moment unless it is held back by [`Intent::Cancel`](crate::Intent::Cancel) (cargo feature
    /// `one-time-code`).
    #[cfg(feature = "one-time-code")]
    CodeComplete,
    /// A link was sent.
    LinkSent,
    /// The mail that resets the password was sent.
    MailSent,
    /// Waiting for the popup.
    WaitingForPopup,
    /// Leaving for the authorization server.
    Leaving,
    /// Logged in.
    SignedIn,
    /// The account is created.
    SignedUp,
}

/// Where the focus belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus {
    /// The place.
    pub place: FocusPlace,
    /// Counts the occasions; 0 is the first drawing, at which the widget's own `autofocus` decides.
    pub turn: u32,
}

/// A place for the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusPlace {
    /// The heading of the screen.
    Heading,
    /// A field.
    Field(Field),
}
