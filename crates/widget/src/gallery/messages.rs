//! Every message on the screen on which it comes.

use vestibule_flow::{NoticeKind, Purpose, Remedy, ScreenName, View};

use super::optional;
use super::parts::{blank, wrong};
use super::screens::{code, corporate, link_sent, log_in, log_in_by_name, passwordless, send_link, sign_up};

/// A message: the name of its state, what it says, what it offers, and where it comes.
type Message = (&'static str, NoticeKind, Option<Remedy>, View);

macro_rules! notices {
    ($($pattern:pat => [$($name:literal $kind:expr, $remedy:expr, $view:expr);+])*) => {
        /// Every kind of message; one that is missing does not compile.
        pub(crate) fn notices() -> Vec<Message> {
            let _complete = |kind: &NoticeKind| match kind {
                $($pattern => (),)*
            };
            vec![$($(($name, $kind, $remedy, $view)),+),*]
        }
    };
}

notices! {
    NoticeKind::WrongCredentials => [
        "wrong" NoticeKind::WrongCredentials, None, log_in();
        "wrong-name" NoticeKind::WrongCredentials, None, log_in_by_name();
        "wrong" NoticeKind::WrongCredentials, None, corporate()
    ]
    NoticeKind::WrongCode => ["wrong" NoticeKind::WrongCode, None, code()]
    NoticeKind::TooManyAttempts => ["locked" NoticeKind::TooManyAttempts, Some(Remedy::ResetPassword), log_in()]
    NoticeKind::TooManyRequests(_) => [
        "too-many-tries" NoticeKind::TooManyRequests(None), None, log_in();
        "too-many-tries-second" NoticeKind::TooManyRequests(Some(1)), None, log_in();
        "too-many-tries-hour" NoticeKind::TooManyRequests(Some(3600)), None, log_in()
    ]
    NoticeKind::NoSecondFactor => ["no-second-factor" NoticeKind::NoSecondFactor, None, log_in()]
    NoticeKind::RequestGone => ["request-gone" NoticeKind::RequestGone, None, blank(ScreenName::Stopped)]
    NoticeKind::Blocked => ["account-blocked" NoticeKind::Blocked, None, log_in()]
    NoticeKind::PasswordChangeRequired => [
        "password-change" NoticeKind::PasswordChangeRequired, Some(Remedy::ResetPassword), log_in();
        "password-change-link" NoticeKind::PasswordChangeRequired, Some(Remedy::ResetPasswordAt("/forgot".into())), log_in()
    ]
    NoticeKind::PasswordLeaked => ["password-leaked" NoticeKind::PasswordLeaked, Some(Remedy::ResetPassword), log_in()]
    NoticeKind::PasswordUnusable => ["password-unusable" NoticeKind::PasswordUnusable, None, log_in()]
    NoticeKind::SignUpRefused => [
        "refused" NoticeKind::SignUpRefused, Some(Remedy::ResetPassword), sign_up("typed");
        "refused-alone" NoticeKind::SignUpRefused, None, sign_up("typed")
    ]
    NoticeKind::AddressTaken => [
        "address-taken" NoticeKind::AddressTaken, Some(Remedy::LogIn), sign_up("typed")
    ]
    NoticeKind::UsernameTaken => ["username-taken" NoticeKind::UsernameTaken, None, sign_up("typed")]
    NoticeKind::PasswordTooWeak => ["password-weak" NoticeKind::PasswordTooWeak, None, sign_up("typed")]
    NoticeKind::SmsNotSent => ["not-sent" NoticeKind::SmsNotSent, None, passwordless(Purpose::Telephone)]
    NoticeKind::Said(_) => ["said" NoticeKind::Said("Closed for this week. <b>Ask</b> the front desk.".into()), None, log_in()]
    NoticeKind::Refused | NoticeKind::RefusedAs(_) => ["refused" NoticeKind::Refused, None, log_in()]
    NoticeKind::AccessDenied => ["given-up" NoticeKind::AccessDenied, None, log_in()]
    NoticeKind::ServerFault => ["server-fault" NoticeKind::ServerFault, None, log_in()]
    NoticeKind::Unreachable => ["unreachable" NoticeKind::Unreachable, None, log_in()]
    NoticeKind::TimedOut => ["timed-out" NoticeKind::TimedOut, None, log_in()]
    NoticeKind::BrokenResponse => ["broken-response" NoticeKind::BrokenResponse, None, log_in()]
    NoticeKind::PopupBlocked => ["popup-blocked" NoticeKind::PopupBlocked, Some(Remedy::Redirect), log_in()]
    NoticeKind::PopupClosed => ["popup-closed" NoticeKind::PopupClosed, None, log_in()]
    NoticeKind::PopupUnreachable => ["popup-unreachable" NoticeKind::PopupUnreachable, Some(Remedy::Redirect), log_in()]
    NoticeKind::UnknownTransaction => ["begun-elsewhere" NoticeKind::UnknownTransaction, None, log_in()]
    NoticeKind::LinkFromElsewhere => ["link-elsewhere" NoticeKind::LinkFromElsewhere, None, send_link()]
    NoticeKind::LinkOpenedElsewhere => ["opened-elsewhere" NoticeKind::LinkOpenedElsewhere, Some(Remedy::Redirect), link_sent()]
    NoticeKind::StorageRefused => ["no-storage" NoticeKind::StorageRefused, None, log_in()]
    NoticeKind::ContinueElsewhere => ["elsewhere" NoticeKind::ContinueElsewhere, Some(Remedy::Popup), log_in()]
    NoticeKind::CaptchaWrong => ["captcha-wrong" NoticeKind::CaptchaWrong, None, asks("picture-wrong")]
    NoticeKind::CaptchaFailed => ["captcha-failed" NoticeKind::CaptchaFailed, Some(Remedy::Retry), asks("riddle")]
    // Without one: the app has no part for what the server asks.
    NoticeKind::CaptchaUnsolvable => ["captcha-unsolvable" NoticeKind::CaptchaUnsolvable, None, log_in()]
    NoticeKind::FieldsWrong => ["fields-wrong" NoticeKind::FieldsWrong, None, log_in()]
    NoticeKind::Misconfigured => ["misconfigured" NoticeKind::Misconfigured, None, log_in()]
}

/// The log-in with a captcha, as it is in this state of its own.
fn asks(state: &str) -> View {
    let mut states = optional::all().into_iter();
    let found = states.find(|(name, _)| *name == state);
    found.expect("a captcha has this state").1
}

/// Each with the name of its state.
pub(super) fn all() -> Vec<(&'static str, View)> {
    notices()
        .into_iter()
        .map(|(name, kind, remedy, view)| (name, wrong(view, kind, remedy)))
        .collect()
}

#[cfg(test)]
mod tests {
    use vestibule_flow::NoticeKind;
    use vestibule_protocol::captcha::CaptchaProvider;

    use super::notices;

    #[test]
    fn what_is_wrong_with_a_captcha_is_said_above_one() {
        let asked = |wanted: &NoticeKind| {
            let mut found = notices().into_iter().filter(|(_, kind, ..)| kind == wanted);
            let (.., view) = found.next().expect("it is in the list");
            view.captcha.map(|captcha| captcha.challenge.provider)
        };
        assert_eq!(asked(&NoticeKind::CaptchaWrong), Some(CaptchaProvider::Picture));
        // A picture of the server's comes with the challenge: only a provider's script can stay away.
        assert_eq!(
            asked(&NoticeKind::CaptchaFailed),
            Some(CaptchaProvider::Turnstile)
        );
        assert_eq!(asked(&NoticeKind::CaptchaUnsolvable), None);
    }
}
