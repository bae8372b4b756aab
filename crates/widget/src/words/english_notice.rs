//! What a notice says in English: what happened, and what to do next.

use vestibule_flow::NoticeKind;
use yew::AttrValue;

pub(super) fn notice(kind: &NoticeKind) -> AttrValue {
    AttrValue::Static(match kind {
        NoticeKind::WrongCredentials => "That email or password isn’t right. Check both and try again.",
        NoticeKind::WrongCode => "That code isn’t right, or it’s too old. Check it, or send a new one.",
        NoticeKind::TooManyAttempts => {
            "Too many wrong tries, so this account is locked for now. Use the unlock link we emailed, or wait and try again."
        }
        NoticeKind::TooManyRequests(Some(seconds)) => return wait(*seconds),
        NoticeKind::TooManyRequests(None) => "Too many tries in a short time. Wait a minute, then try again.",
        NoticeKind::Blocked => "This account is blocked. Contact the support of this service.",
        NoticeKind::PasswordLeaked => {
            "This password appeared in a data leak elsewhere. Reset it to keep your account safe."
        }
        NoticeKind::SignUpRefused => {
            "We couldn’t create this account. If you may already have one, log in or reset your password."
        }
        NoticeKind::AddressTaken => "There is already an account for this address. Log in instead.",
        NoticeKind::PasswordChangeRequired => {
            "This password has to be changed before you can log in with it."
        }
        NoticeKind::UsernameTaken => "This user name is taken. Choose another.",
        NoticeKind::PasswordTooWeak => "This password doesn’t meet every point yet. Choose one that does.",
        NoticeKind::SmsNotSent => "We couldn’t text this number. Check it, or choose another way to log in.",
        #[cfg(feature = "captcha")]
        NoticeKind::CaptchaWrong => "The check that you’re a person went wrong. Try the new one.",
        #[cfg(feature = "captcha")]
        NoticeKind::CaptchaFailed => {
            "The check that you’re a person couldn’t be loaded. Switch blockers off for this page, or check your connection, and try again."
        }
        #[cfg(feature = "captcha")]
        NoticeKind::CaptchaUnsolvable => {
            "This page can’t show the check that the login server asks for. Its developer can fix it."
        }
        #[cfg(feature = "hosted")]
        NoticeKind::NoSecondFactor => {
            "This account needs a second factor, and has none yet. Ask the people behind the app to set one up."
        }
        #[cfg(feature = "hosted")]
        NoticeKind::RequestGone => {
            "This login took too long, or was begun in another browser. Go back to the app and begin again."
        }
        NoticeKind::Said(words) => return words.clone().into(),
        NoticeKind::Refused => "The login was refused. Try again, or choose another way to log in.",
        NoticeKind::AccessDenied => {
            "The login was stopped before it was finished. Try again when you’re ready."
        }
        NoticeKind::ServerFault => "Something is wrong at our end. Try again in a moment.",
        NoticeKind::Unreachable => "We can’t reach the login server. Check your connection and try again.",
        NoticeKind::TimedOut => "The login server took too long to answer. Try again.",
        NoticeKind::BrokenResponse => {
            "The login server’s answer couldn’t be used, so you’re not logged in. Try again."
        }
        NoticeKind::PopupBlocked => {
            "Your browser blocked the login window. Allow it, or continue in this window."
        }
        NoticeKind::PopupClosed => {
            "The login window was closed before you finished. Try again when you’re ready."
        }
        NoticeKind::PopupUnreachable => {
            "The login window can’t reach this page. Continue in this window instead."
        }
        NoticeKind::UnknownTransaction => "That login is no longer valid. Start again here.",
        NoticeKind::StorageRefused => {
            "Your browser doesn’t let this page remember the login. Allow site data, then try again."
        }
        NoticeKind::ContinueElsewhere => "Your browser needs a separate window for this login.",
        NoticeKind::FieldsWrong => "Check what’s marked below.",
        NoticeKind::Misconfigured => "This app’s login isn’t set up correctly. Its developer can fix it.",
    })
}

fn wait(seconds: u32) -> AttrValue {
    let (count, unit) = match seconds {
        0..=1 => (1, "second"),
        2..=90 => (seconds, "seconds"),
        _ => (seconds.div_ceil(60), "minutes"),
    };
    format!("Too many tries in a short time. Try again in {count} {unit}.").into()
}
