//! The ways between the screens, in English.

use vestibule_flow::{ScreenName, Switch};
use yew::AttrValue;

use super::english::text;

pub(super) fn switch(from: ScreenName, switch: &Switch) -> (Option<AttrValue>, AttrValue) {
    let by_phone = switch.connection.as_deref() == Some("sms");
    let (lead, way) = match (from, switch.to) {
        (_, ScreenName::SignUp) => (Some("No account yet?"), "Create one"),
        (ScreenName::SignUp, ScreenName::LogIn) => (Some("Already have an account?"), "Log in"),
        (ScreenName::SignedUp, ScreenName::LogIn) => (None, "Log in"),
        (_, ScreenName::LogIn) => (None, "Back to log in"),
        (_, ScreenName::ForgotPassword) => (None, "Forgot your password?"),
        (ScreenName::Code | ScreenName::LinkSent, ScreenName::Passwordless) if by_phone => {
            (None, "Use another number")
        }
        (ScreenName::Code | ScreenName::LinkSent, ScreenName::Passwordless) => (None, "Use another address"),
        (_, ScreenName::Passwordless) if by_phone => (None, "Continue by SMS"),
        (_, ScreenName::Passwordless) => (None, "Continue by email"),
        #[cfg(feature = "hosted")]
        (_, ScreenName::SecondFactor) => (None, "Continue"),
        // No screen offers these ways today; a way is never without words.
        (
            _,
            ScreenName::Loading
            | ScreenName::MailSent
            | ScreenName::Code
            | ScreenName::LinkSent
            | ScreenName::Corporate
            | ScreenName::SignedUp
            | ScreenName::SignedIn
            | ScreenName::Stopped,
        ) => (None, "Continue"),
    };
    (lead.map(text), text(way))
}
