//! What the ways between the screens say, and sending once more.

use vestibule_flow::{ScreenName, Switch};
use yew::AttrValue;

use super::{Key, Language};

impl Language {
    /// The way from a screen to another: a sentence that leads to it, where there is one, and the way itself.
    pub(crate) fn switch(self, from: ScreenName, switch: &Switch) -> (Option<AttrValue>, AttrValue) {
        let is_sent = matches!(from, ScreenName::Code | ScreenName::LinkSent);
        let (lead, way) = match (from, switch.to) {
            (_, ScreenName::SignUp) => (Some(Key::WaySignUpLead), Key::WaySignUp),
            (ScreenName::SignUp, ScreenName::LogIn) => (Some(Key::WayLogInLead), Key::WayLogIn),
            (ScreenName::SignedUp, ScreenName::LogIn) => (None, Key::WayLogIn),
            (_, ScreenName::LogIn) => (None, Key::WayBack),
            (ScreenName::MailSent, ScreenName::ForgotPassword) => (None, Key::WayAnotherAddress),
            (_, ScreenName::ForgotPassword) => (None, Key::WayForgotPassword),
            (_, ScreenName::Passwordless) if is_sent && switch.by_phone => (None, Key::WayAnotherNumber),
            (_, ScreenName::Passwordless) if is_sent => (None, Key::WayAnotherAddress),
            (_, ScreenName::Passwordless) if switch.by_phone => (None, Key::WayBySms),
            (_, ScreenName::Passwordless) => (None, Key::WayByEmail),
            // No screen offers other ways today; a way is never without words.
            _ => (None, Key::ActionContinue),
        };
        (lead.map(|key| self.text(key)), self.text(way))
    }

    /// Sending once more, now.
    pub(crate) fn resend(self, screen: ScreenName) -> AttrValue {
        self.text(if screen == ScreenName::Code {
            Key::ResendCode
        } else {
            Key::ResendLink
        })
    }

    /// Sending once more, in so many seconds.
    pub(crate) fn resend_in(self, screen: ScreenName, seconds: u32) -> AttrValue {
        let key = if screen == ScreenName::Code {
            Key::ResendCodeIn
        } else {
            Key::ResendLinkIn
        };
        self.counted(key, seconds)
    }
}
