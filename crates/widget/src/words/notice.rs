//! What the message of a form says: what happened, and what to do next.

use vestibule_flow::{NoticeKind, Purpose, ScreenName, View};
use yew::AttrValue;

use super::choose::asks;
use super::{Key, Language};

/// Whether the message stands beside a way out, and a log-in is a step away.
fn offers_more(view: &View) -> bool {
    let offers = view.notice.as_ref().is_some_and(|notice| notice.remedy.is_some());
    offers && view.switches.iter().any(|switch| switch.to == ScreenName::LogIn)
}

impl Language {
    /// The message of the form on this screen.
    pub(crate) fn notice(self, view: &View, kind: &NoticeKind) -> AttrValue {
        self.text(match kind {
            NoticeKind::Said(words) => return words.clone().into(),
            NoticeKind::TooManyRequests(Some(seconds)) => return self.wait(*seconds),
            NoticeKind::WrongCredentials if asks(view, Purpose::LoginEmail) => Key::NoticeWrongCredentials,
            NoticeKind::WrongCredentials => Key::NoticeWrongUsername,
            NoticeKind::WrongCode => Key::NoticeWrongCode,
            NoticeKind::TooManyAttempts => Key::NoticeTooManyAttempts,
            NoticeKind::TooManyRequests(None) => Key::NoticeTooManyRequests,
            NoticeKind::Blocked => Key::NoticeBlocked,
            NoticeKind::PasswordLeaked => Key::NoticePasswordLeaked,
            NoticeKind::PasswordChangeRequired => Key::NoticePasswordChangeRequired,
            NoticeKind::PasswordUnusable => Key::NoticePasswordUnusable,
            NoticeKind::SignUpRefused if !offers_more(view) => Key::NoticeSignUpRefusedAlone,
            NoticeKind::SignUpRefused => Key::NoticeSignUpRefused,
            NoticeKind::AddressTaken => Key::NoticeAddressTaken,
            NoticeKind::UsernameTaken => Key::NoticeUsernameTaken,
            NoticeKind::PasswordTooWeak => Key::NoticePasswordTooWeak,
            NoticeKind::SmsNotSent => Key::NoticeSmsNotSent,
            #[cfg(feature = "captcha")]
            NoticeKind::CaptchaWrong => Key::NoticeCaptchaWrong,
            #[cfg(feature = "captcha")]
            NoticeKind::CaptchaFailed => Key::NoticeCaptchaFailed,
            #[cfg(feature = "captcha")]
            NoticeKind::CaptchaUnsolvable => Key::NoticeCaptchaUnsolvable,
            #[cfg(feature = "hosted")]
            NoticeKind::NoSecondFactor => Key::NoticeNoSecondFactor,
            #[cfg(feature = "hosted")]
            NoticeKind::RequestGone => Key::NoticeRequestGone,
            #[cfg(feature = "hooks")]
            NoticeKind::RefusedAs(_) => Key::NoticeRefused,
            NoticeKind::Refused => Key::NoticeRefused,
            NoticeKind::AccessDenied => Key::NoticeAccessDenied,
            NoticeKind::ServerFault => Key::NoticeServerFault,
            NoticeKind::Unreachable => Key::NoticeUnreachable,
            NoticeKind::TimedOut => Key::NoticeTimedOut,
            NoticeKind::BrokenResponse => Key::NoticeBrokenResponse,
            NoticeKind::PopupBlocked => Key::NoticePopupBlocked,
            NoticeKind::PopupClosed => Key::NoticePopupClosed,
            NoticeKind::PopupUnreachable => Key::NoticePopupUnreachable,
            NoticeKind::UnknownTransaction => Key::NoticeUnknownTransaction,
            NoticeKind::LinkFromElsewhere => Key::NoticeLinkFromElsewhere,
            NoticeKind::LinkOpenedElsewhere => Key::NoticeLinkOpenedElsewhere,
            NoticeKind::StorageRefused => Key::NoticeStorageRefused,
            NoticeKind::ContinueElsewhere => Key::NoticeContinueElsewhere,
            NoticeKind::FieldsWrong => Key::NoticeFieldsWrong,
            NoticeKind::Misconfigured => Key::NoticeMisconfigured,
        })
    }

    fn wait(self, seconds: u32) -> AttrValue {
        match seconds {
            0..=90 => self.counted(Key::NoticeWaitSeconds, seconds.max(1)),
            _ => self.counted(Key::NoticeWaitMinutes, seconds.div_ceil(60)),
        }
    }
}
