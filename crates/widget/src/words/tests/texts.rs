//! All words of a language, each with what it is for.

use vestibule_flow::{
    Accept, Action, FieldProblem, Purpose, Remedy, Resend, ScreenName, Status, Submit, Switch, Terms, View,
};
use vestibule_protocol::PasswordRuleKind;

use crate::words::{Key, Language, Phrase};

const SCREENS: [ScreenName; 13] = [
    ScreenName::SecondFactor,
    ScreenName::Corporate,
    ScreenName::SignedUp,
    ScreenName::Loading,
    ScreenName::LogIn,
    ScreenName::SignUp,
    ScreenName::ForgotPassword,
    ScreenName::MailSent,
    ScreenName::Passwordless,
    ScreenName::Code,
    ScreenName::LinkSent,
    ScreenName::SignedIn,
    ScreenName::Stopped,
];
pub(super) const PURPOSES: [Purpose; 10] = [
    Purpose::LoginName,
    Purpose::Consent,
    Purpose::LoginEmail,
    Purpose::LoginAny,
    Purpose::Email,
    Purpose::NewUsername,
    Purpose::CurrentPassword,
    Purpose::NewPassword,
    Purpose::OneTimeCode,
    Purpose::Telephone,
];
pub(super) const PROBLEMS: [FieldProblem; 13] = [
    FieldProblem::NotAccepted,
    FieldProblem::UnknownCompany,
    FieldProblem::CompanyAddress,
    FieldProblem::Missing,
    FieldProblem::NotAnEmail,
    FieldProblem::NotAPhone,
    FieldProblem::NotACode,
    FieldProblem::TooShort(1),
    FieldProblem::TooLong(64),
    FieldProblem::PasswordTooWeak,
    FieldProblem::PasswordLeaked,
    FieldProblem::Taken,
    FieldProblem::WrongCode,
];
const ACTIONS: [Action; 7] = [
    Action::Continue,
    Action::LogIn,
    Action::SignUp,
    Action::SendReset,
    Action::SendCode,
    Action::SendLink,
    Action::CheckCode,
];

fn texts_of_fields(words: Language, note: &mut impl FnMut(String, &str)) {
    for purpose in PURPOSES {
        note(format!("label {purpose:?}"), &words.label(purpose));
        for problem in PROBLEMS {
            note(
                format!("{purpose:?} {problem:?}"),
                &words.problem(purpose, &problem),
            );
        }
    }
}

fn texts_of_companies_and_terms(words: Language, note: &mut impl FnMut(String, &str)) {
    note("last used".to_owned(), &words.text(Key::LastUsed));
    for screen in [ScreenName::LogIn, ScreenName::Corporate] {
        note(
            format!("realm {screen:?}"),
            &words.realm(
                &View {
                    screen,
                    ..View::loading()
                },
                "acme.test",
            ),
        );
    }
    for accept in [
        Accept::Silently,
        Accept::ByTick {
            initial: false,
            problem: None,
        },
    ] {
        let terms = Terms {
            terms_of_service: Some("/terms".into()),
            privacy_policy: Some("/privacy".into()),
            accept,
        };
        for phrase in words.terms(&terms) {
            let (Phrase::Text(text) | Phrase::TermsOfService(text) | Phrase::PrivacyPolicy(text)) = phrase;
            note("terms".to_owned(), &text);
        }
    }
}

/// All words of a language, each with what it is for.
pub(super) fn every_text(words: Language) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    let mut note = |what: String, text: &str| texts.push((what, text.to_owned()));
    for screen in SCREENS {
        for subject in [None, Some("ada@example.com".to_owned())] {
            let view = View {
                screen,
                subject,
                submit: Some(Submit {
                    action: Action::SendCode,
                    busy: false,
                }),
                resend: Some(Resend::Ready),
                ..View::loading()
            };
            note(format!("title {screen:?}"), &words.title(&view));
            if let Some(context) = words.context(&view) {
                note(format!("context {screen:?}"), &context);
            }
        }
        for to in SCREENS {
            for connection in [None, Some("email".to_owned()), Some("sms".to_owned())] {
                let (lead, way) = words.switch(
                    screen,
                    &Switch {
                        connection,
                        ..Switch::to(to)
                    },
                );
                note(format!("switch {screen:?} {to:?}"), &way);
                if let Some(lead) = lead {
                    note(format!("lead {screen:?} {to:?}"), &lead);
                }
            }
        }
        note(format!("resend {screen:?}"), &words.resend(screen));
        note(format!("resend in {screen:?}"), &words.resend_in(screen, 27));
    }
    texts_of_fields(words, &mut note);
    for action in ACTIONS {
        note(format!("{action:?}"), &words.action(action));
        note(format!("{action:?} busy"), &words.action_busy(action));
    }
    texts_of_companies_and_terms(words, &mut note);
    for (name, kind, _, view) in crate::gallery::notices() {
        note(name.to_owned(), &words.notice(&view, &kind));
    }
    for remedy in [
        Remedy::Retry,
        Remedy::Redirect,
        Remedy::Popup,
        Remedy::ResetPassword,
    ] {
        note(format!("{remedy:?}"), &words.remedy(&remedy));
    }
    for status in [
        Status::Loading,
        Status::LoggingIn,
        Status::SigningUp,
        Status::Sending,
        Status::CodeSent,
        Status::CodeComplete,
        Status::LinkSent,
        Status::MailSent,
        Status::WaitingForPopup,
        Status::Leaving,
        Status::SignedIn,
    ] {
        note(format!("{status:?}"), &words.status(status));
    }
    for rule in [
        PasswordRuleKind::MinLength(8),
        PasswordRuleKind::MaxBytes(72),
        PasswordRuleKind::MaxSequence(2),
        PasswordRuleKind::Lower,
        PasswordRuleKind::Upper,
        PasswordRuleKind::Digit,
        PasswordRuleKind::Special,
        PasswordRuleKind::AtLeast { count: 3, of: 4 },
        PasswordRuleKind::MaxRepeats(2),
        PasswordRuleKind::Dictionary,
        PasswordRuleKind::PersonalData,
        PasswordRuleKind::History,
    ] {
        note(format!("{rule:?}"), &words.rule(&rule));
    }
    for text in [
        words.text(Key::Policy),
        words.text(Key::RuleKept),
        words.text(Key::Or),
        words.text(Key::ShowPassword),
        words.text(Key::Cancel),
        words.text(Key::Close),
    ] {
        note("a word".into(), &text);
    }
    texts
}
