//! Which text stands where: headings, labels, buttons, what is under way.

use vestibule_flow::{Action, ConnectionButton, Purpose, Remedy, ScreenName, Status, View};
use yew::AttrValue;

use super::{Key, Language};

impl Language {
    /// The heading of a screen.
    pub(crate) fn title(self, view: &View) -> AttrValue {
        self.text(match view.screen {
            ScreenName::Loading => Key::TitleLoading,
            ScreenName::LogIn => Key::TitleLogIn,
            ScreenName::SignUp => Key::TitleSignUp,
            ScreenName::ForgotPassword => Key::TitleForgotPassword,
            ScreenName::MailSent | ScreenName::LinkSent => Key::TitleCheckEmail,
            ScreenName::Passwordless if asks(view, Purpose::Telephone) => Key::TitleByPhone,
            ScreenName::Passwordless => Key::TitleByEmail,
            ScreenName::Code => Key::TitleCode,
            ScreenName::Corporate => Key::TitleCorporate,
            #[cfg(feature = "hosted")]
            ScreenName::SecondFactor => Key::TitleSecondFactor,
            ScreenName::SignedUp => Key::TitleSignedUp,
            ScreenName::SignedIn => Key::TitleSignedIn,
            ScreenName::Stopped => Key::TitleStopped,
        })
    }

    /// The line of context under the heading, where there is one.
    pub(crate) fn context(self, view: &View) -> Option<AttrValue> {
        let to = view.subject.as_deref();
        let (key, value) = match (view.screen, to) {
            (ScreenName::ForgotPassword, _) => (Key::ContextForgotPassword, ""),
            (ScreenName::Passwordless, _) => match view.submit.map(|submit| submit.action) {
                Some(Action::SendLink) => (Key::ContextSendLink, ""),
                _ if asks(view, Purpose::Telephone) => (Key::ContextTextCode, ""),
                _ => (Key::ContextEmailCode, ""),
            },
            (ScreenName::MailSent, Some(to)) => (Key::ContextMailSent, to),
            (ScreenName::LinkSent, Some(to)) => (Key::ContextLinkSent, to),
            (ScreenName::Code, Some(to)) => (Key::ContextCode, to),
            #[cfg(feature = "hosted")]
            (ScreenName::SecondFactor, _) => (Key::ContextSecondFactor, ""),
            (ScreenName::SignedUp, _) => (Key::ContextSignedUp, ""),
            (ScreenName::SignedIn, Some(name)) => (Key::ContextSignedIn, name),
            _ => return None,
        };
        Some(self.with(key, value))
    }

    /// A field's label; the app's own fields have the app's.
    pub(crate) fn label(self, purpose: Purpose) -> AttrValue {
        self.text(match purpose {
            Purpose::LoginEmail | Purpose::Email => Key::LabelEmail,
            Purpose::LoginAny => Key::LabelEmailOrUsername,
            Purpose::NewUsername | Purpose::LoginName => Key::LabelUsername,
            Purpose::Consent => Key::LabelTerms,
            Purpose::CurrentPassword | Purpose::NewPassword => Key::LabelPassword,
            Purpose::OneTimeCode => Key::LabelCode,
            Purpose::Telephone => Key::LabelPhone,
            // It has the app's own.
            Purpose::Extra => return AttrValue::default(),
            // It says what is asked.
            #[cfg(feature = "captcha")]
            Purpose::Captcha => return AttrValue::default(),
        })
    }

    /// What to know before typing into a field, where its label does not say it.
    pub(crate) fn hint(self, purpose: Purpose) -> Option<AttrValue> {
        (purpose == Purpose::Telephone).then(|| self.text(Key::HintPhone))
    }

    /// The main button.
    pub(crate) fn action(self, action: Action) -> AttrValue {
        self.text(match action {
            Action::LogIn => Key::ActionLogIn,
            Action::SignUp => Key::ActionSignUp,
            Action::SendReset | Action::SendLink => Key::ActionSendLink,
            Action::SendCode => Key::ActionSendCode,
            Action::CheckCode | Action::Continue => Key::ActionContinue,
        })
    }

    /// The main button while its action is under way.
    pub(crate) fn action_busy(self, action: Action) -> AttrValue {
        self.text(match action {
            Action::LogIn => Key::BusyLogIn,
            Action::SignUp => Key::BusySignUp,
            Action::SendReset | Action::SendLink | Action::SendCode => Key::BusySend,
            Action::CheckCode | Action::Continue => Key::BusyCheck,
        })
    }

    /// The button of a social or enterprise connection.
    pub(crate) fn connection(self, connection: &ConnectionButton) -> AttrValue {
        let brand = match (&connection.display_name, connection.strategy.as_str()) {
            (Some(name), _) => name,
            (None, "google-oauth2") => "Google",
            (None, "facebook") => "Facebook",
            (None, "apple") => "Apple",
            (None, "github") => "GitHub",
            (None, "windowslive" | "waad") => "Microsoft",
            (None, "twitter") => "X",
            (None, "linkedin") => "LinkedIn",
            (None, _) => connection.domain.as_ref().unwrap_or(&connection.name),
        };
        self.with(Key::ContinueWith, brand)
    }

    /// That a company's own login takes over, for addresses of this domain.
    pub(crate) fn realm(self, view: &View, domain: &str) -> AttrValue {
        let key = if view.realm_has_form {
            Key::RealmCorporate
        } else {
            Key::Realm
        };
        self.with(key, domain)
    }

    /// The button beside a message.
    pub(crate) fn remedy(self, remedy: &Remedy) -> AttrValue {
        self.text(match remedy {
            Remedy::Retry => Key::RemedyRetry,
            Remedy::Redirect => Key::RemedyRedirect,
            Remedy::Popup => Key::RemedyPopup,
            Remedy::ResetPassword => Key::RemedyResetPassword,
            #[cfg(feature = "sign-up")]
            Remedy::LogIn => Key::WayLogIn,
            #[cfg(feature = "sign-up")]
            Remedy::ResetPasswordAt(_) => Key::RemedyResetPassword,
        })
    }

    /// What is under way or was just done.
    pub(crate) fn status(self, status: Status) -> AttrValue {
        self.text(match status {
            Status::Loading => Key::StatusLoading,
            Status::LoggingIn => Key::StatusLoggingIn,
            Status::SigningUp => Key::StatusSigningUp,
            Status::Sending => Key::StatusSending,
            Status::CodeSent => Key::StatusCodeSent,
            #[cfg(feature = "one-time-code")]
            Status::CodeComplete => Key::StatusCodeComplete,
            Status::LinkSent | Status::MailSent => Key::StatusMailSent,
            Status::WaitingForPopup => Key::StatusWaitingForPopup,
            Status::Leaving => Key::StatusLeaving,
            Status::SignedIn => Key::StatusSignedIn,
            Status::SignedUp => Key::StatusSignedUp,
        })
    }
}

pub(super) fn asks(view: &View, purpose: Purpose) -> bool {
    view.fields.iter().any(|field| field.purpose == purpose)
}
