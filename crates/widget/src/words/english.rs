//! The words in English.

#[cfg(feature = "terms")]
use vestibule_flow::Terms;
use vestibule_flow::{
    Action, ConnectionButton, FieldProblem, NoticeKind, Purpose, Remedy, ScreenName, Status, Switch, View,
};
use vestibule_protocol::PasswordRuleKind;
use yew::AttrValue;

#[cfg(feature = "captcha")]
use super::CaptchaWords;
#[cfg(feature = "terms")]
use super::{Phrase, english_terms};
use super::{Words, english_notice, english_problem, english_ways};

/// English.
#[derive(Clone, Copy, Debug)]
pub struct English;

pub(super) const fn text(words: &'static str) -> AttrValue {
    AttrValue::Static(words)
}

impl Words for English {
    fn lang(&self) -> &'static str {
        "en"
    }

    fn title(&self, view: &View) -> AttrValue {
        text(match view.screen {
            ScreenName::Loading => "One moment",
            ScreenName::LogIn => "Log in",
            ScreenName::SignUp => "Create your account",
            ScreenName::ForgotPassword => "Reset your password",
            ScreenName::MailSent | ScreenName::LinkSent => "Check your email",
            ScreenName::Passwordless if asks(view, Purpose::Telephone) => "Log in by text message",
            ScreenName::Passwordless => "Log in by email",
            ScreenName::Code => "Enter your code",
            ScreenName::Corporate => "Log in at your company",
            #[cfg(feature = "hosted")]
            ScreenName::SecondFactor => "Check that it’s you",
            ScreenName::SignedUp => "Account created",
            ScreenName::SignedIn => "You’re logged in",
            ScreenName::Stopped => "Login isn’t available",
        })
    }

    fn context(&self, view: &View) -> Option<AttrValue> {
        let to = view.subject.as_deref();
        let line = match (view.screen, to) {
            (ScreenName::ForgotPassword, _) => text("We’ll email you a link to set a new password."),
            (ScreenName::Passwordless, _) => match view.submit.map(|submit| submit.action) {
                Some(Action::SendLink) => text("We’ll email you a link that logs you in."),
                _ if asks(view, Purpose::Telephone) => text("We’ll text you a code that logs you in."),
                _ => text("We’ll email you a code that logs you in."),
            },
            (ScreenName::MailSent, Some(to)) => {
                format!("If there is an account for {to}, a link to set a new password is on its way.").into()
            }
            (ScreenName::LinkSent, Some(to)) => {
                format!("Open the link we sent to {to} in this browser.").into()
            }
            (ScreenName::Code, Some(to)) => format!("We sent it to {to}.").into(),
            #[cfg(feature = "hosted")]
            (ScreenName::SecondFactor, _) => {
                text("Enter the code that we sent you, or the one from your authenticator app.")
            }
            (ScreenName::SignedUp, _) => text("You can log in with it now."),
            (ScreenName::SignedIn, Some(name)) => format!("Hello, {name}.").into(),
            _ => return None,
        };
        Some(line)
    }

    fn label(&self, purpose: Purpose) -> AttrValue {
        text(match purpose {
            Purpose::LoginEmail | Purpose::Email => "Email address",
            Purpose::LoginAny => "Email address or user name",
            Purpose::NewUsername | Purpose::LoginName => "User name",
            Purpose::Consent => "Terms",
            // It has the app's own.
            Purpose::Extra => "",
            #[cfg(feature = "captcha")]
            Purpose::Captcha => "",
            Purpose::CurrentPassword | Purpose::NewPassword => "Password",
            Purpose::OneTimeCode => "Code",
            Purpose::Telephone => "Phone number",
        })
    }

    fn hint(&self, purpose: Purpose) -> Option<AttrValue> {
        (purpose == Purpose::Telephone).then_some(text("Begin with +, as in +44 7700 900123"))
    }

    fn problem(&self, purpose: Purpose, problem: &FieldProblem) -> AttrValue {
        english_problem::problem(purpose, problem)
    }

    fn policy(&self) -> AttrValue {
        text("Your password needs")
    }

    fn rule(&self, rule: &PasswordRuleKind) -> AttrValue {
        text(match rule {
            PasswordRuleKind::MinLength(least) => return counted("at least ", *least, ""),
            PasswordRuleKind::MaxLength(most) => return counted("at most ", *most, ""),
            PasswordRuleKind::MaxRepeats(most) => {
                return counted("no more than ", *most, " in a row that are the same");
            }
            PasswordRuleKind::AtLeast { count, of } => return kinds(*count, *of),
            PasswordRuleKind::Other(words) => return words.clone().into(),
            PasswordRuleKind::Lower => "a lower-case letter",
            PasswordRuleKind::Upper => "an upper-case letter",
            PasswordRuleKind::Digit => "a number",
            PasswordRuleKind::Special => "a special character, such as - or #",
            PasswordRuleKind::Dictionary => "to be an uncommon one",
            PasswordRuleKind::PersonalData => "nothing of your name or address",
            PasswordRuleKind::History => "to be one you haven’t used here before",
            // The enum may grow; a rule without words of its own is still one to keep.
            _ => "to meet the rules of this service",
        })
    }

    fn rule_kept(&self) -> AttrValue {
        text("done")
    }

    fn action(&self, action: Action) -> AttrValue {
        text(match action {
            Action::LogIn => "Log in",
            Action::SignUp => "Create account",
            Action::SendReset | Action::SendLink => "Send link",
            Action::SendCode => "Send code",
            Action::CheckCode | Action::Continue => "Continue",
        })
    }

    fn action_busy(&self, action: Action) -> AttrValue {
        text(match action {
            Action::LogIn => "Logging in…",
            Action::SignUp => "Creating account…",
            Action::SendReset | Action::SendLink | Action::SendCode => "Sending…",
            Action::CheckCode | Action::Continue => "Checking…",
        })
    }

    fn connection(&self, connection: &ConnectionButton) -> AttrValue {
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
        format!("Continue with {brand}").into()
    }

    fn last_used(&self) -> AttrValue {
        text("Last used")
    }

    fn realm(&self, screen: ScreenName, domain: &str) -> AttrValue {
        match screen {
            ScreenName::Corporate => format!("Use your user name and password at {domain}."),
            _ => format!("You log in at {domain}: no password is needed here."),
        }
        .into()
    }

    #[cfg(feature = "terms")]
    fn terms(&self, terms: &Terms) -> Vec<Phrase> {
        english_terms::terms(terms)
    }

    fn or(&self) -> AttrValue {
        text("or")
    }

    fn switch(&self, from: ScreenName, switch: &Switch) -> (Option<AttrValue>, AttrValue) {
        english_ways::switch(from, switch)
    }

    fn resend(&self, screen: ScreenName) -> AttrValue {
        text(if screen == ScreenName::Code {
            "Send a new code"
        } else {
            "Send a new link"
        })
    }

    fn resend_in(&self, screen: ScreenName, seconds: u32) -> AttrValue {
        let again = self.resend(screen);
        format!("{again} in {seconds} s").into()
    }

    fn notice(&self, kind: &NoticeKind) -> AttrValue {
        english_notice::notice(kind)
    }

    fn remedy(&self, remedy: Remedy) -> AttrValue {
        text(match remedy {
            Remedy::Retry => "Try again",
            Remedy::Redirect => "Continue in this window",
            Remedy::Popup => "Continue in a new window",
            Remedy::ResetPassword => "Reset your password",
        })
    }

    fn status(&self, status: Status) -> AttrValue {
        text(match status {
            Status::Loading => "Loading…",
            Status::LoggingIn => "Logging in…",
            Status::SigningUp => "Creating account…",
            Status::Sending => "Sending…",
            Status::CodeSent => "Code sent.",
            #[cfg(feature = "one-time-code")]
            Status::CodeComplete => "Logging in with this code in 3 seconds…",
            Status::LinkSent | Status::MailSent => "Email sent.",
            Status::WaitingForPopup => "Finish in the window that opened.",
            Status::Leaving => "Taking you to the login page…",
            Status::SignedIn => "You’re logged in.",
            Status::SignedUp => "Account created.",
        })
    }

    fn show_password(&self) -> AttrValue {
        text("Show password")
    }

    #[cfg(feature = "captcha")]
    fn captcha(&self, words: CaptchaWords) -> AttrValue {
        text(match words {
            CaptchaWords::Signs => "Letters and numbers in the picture",
            CaptchaWords::Sum => "Result of the sum in the picture",
            CaptchaWords::Picture => "Picture to check that you’re a person",
            CaptchaWords::Another => "Show another picture",
            CaptchaWords::Riddle => "Check that you’re a person",
        })
    }

    #[cfg(feature = "phone")]
    fn country(&self) -> AttrValue {
        text("Country of your phone number")
    }

    fn cancel(&self) -> AttrValue {
        text("Cancel")
    }

    fn close(&self) -> AttrValue {
        text("Close")
    }
}

fn asks(view: &View, purpose: Purpose) -> bool {
    view.fields.iter().any(|field| field.purpose == purpose)
}

pub(super) fn counted(before: &str, count: u32, after: &str) -> AttrValue {
    let characters = if count == 1 { "character" } else { "characters" };
    format!("{before}{count} {characters}{after}").into()
}

fn kinds(count: u32, of: u32) -> AttrValue {
    let all = [
        "lower-case letters",
        "upper-case letters",
        "numbers",
        "special characters",
    ];
    let named = &all[..all.len().min(of as usize)];
    format!("characters of {count} kinds out of: {}", named.join(", ")).into()
}
