//! Every value that has words has good ones: something is said, politely but without begging, and nothing is shouted.

use vestibule_flow::{
    Accept, Action, ConnectionButton, FieldProblem, NoticeKind, Purpose, Remedy, Resend, ScreenName, Status,
    Submit, Switch, Terms, View,
};
use vestibule_protocol::PasswordRuleKind;

use super::{English, Key, Language, Phrase, Words};

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
const PURPOSES: [Purpose; 10] = [
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
const PROBLEMS: [FieldProblem; 13] = [
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
fn every_text(words: Language) -> Vec<(String, String)> {
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

#[test]
fn every_value_has_words_that_neither_beg_nor_shout() {
    for (what, text) in every_text(Language::default()) {
        assert!(!text.trim().is_empty(), "{what}");
        let small = text.to_lowercase();
        for unwanted in ["please", "oops", "sorry", "!", "invalid", "click here"] {
            assert!(!small.contains(unwanted), "{what}: {text}");
        }
    }
}

/// WCAG 2.2, 3.3.3: what is said of a field is what mends it.
#[test]
fn every_problem_of_a_field_says_what_to_do() {
    let done = [
        "begin", "change", "check", "choose", "enter", "fill", "log", "send", "set", "solve", "use",
    ];
    let words = Language::default();
    for purpose in PURPOSES {
        for problem in PROBLEMS
            .iter()
            .filter(|problem| !matches!(problem, FieldProblem::Said(_)))
        {
            let text = words.problem(purpose, problem).to_lowercase();
            // A sentence, or what stands behind a colon, begins with it.
            let mut begins = text
                .split(['.', ':'])
                .filter_map(|part| part.split_whitespace().next());
            assert!(
                begins.any(|word| done.contains(&word)),
                "{purpose:?} {problem:?}: {text}"
            );
        }
    }
}

#[test]
fn every_message_says_what_to_do_next_or_has_a_button_that_does() {
    let done = [
        "ask", "check", "choose", "contact", "go", "log", "reset", "start", "switch", "try", "use", "wait",
        "allow", "open", "send", "set",
    ];
    for (name, kind, remedy, view) in crate::gallery::notices() {
        // What a server or an app says is its own.
        if remedy.is_some() || matches!(kind, NoticeKind::Said(_)) {
            continue;
        }
        let text = Language::default().notice(&view, &kind).to_lowercase();
        let mut words = text.split(|letter: char| !letter.is_alphabetic());
        assert!(words.any(|word| done.contains(&word)), "{name}: {text}");
    }
}

/// WCAG 2.2, 1.3.3: nothing is named by its place, its shape or its colour alone.
#[test]
fn no_text_needs_eyes_to_be_followed() {
    for (what, text) in every_text(Language::default()) {
        // Below is what is read later, and above what was read before, with eyes or without.
        let words = text.to_lowercase();
        for unwanted in [
            "the left",
            "the right",
            "the top",
            "the bottom",
            "corner",
            "round",
        ] {
            assert!(!words.contains(unwanted), "{what}: {text}");
        }
        let mut words = words.split(|letter: char| !letter.is_alphabetic());
        let colour = words.find(|word| ["red", "green", "blue", "grey", "gray", "orange"].contains(word));
        assert_eq!(colour, None, "{what}: {text}");
    }
}

/// English as if it were written from right to left.
struct Turned;

impl Words for Turned {
    fn lang(&self) -> &'static str {
        "qps"
    }

    fn is_right_to_left(&self) -> bool {
        true
    }

    fn message(&self, key: Key, count: Option<u32>) -> &'static str {
        English.message(key, count)
    }
}

#[test]
fn what_is_put_in_between_words_from_right_to_left_keeps_its_own_direction() {
    let said = |words: Language| words.with(Key::ContextCode, "+44 20");
    assert_eq!(said(Language::default()), "We sent it to +44 20.");
    assert_eq!(
        said(Language::new(&Turned)),
        "We sent it to \u{2068}+44 20\u{2069}."
    );
}

#[test]
fn buttons_and_titles_are_in_sentence_case() {
    for (what, text) in every_text(Language::default()) {
        let known = ["SMS", "Google"];
        let capitals = text.split_whitespace().skip(1).filter(|word| {
            word.starts_with(char::is_uppercase)
                && !known.contains(word)
                && !text.contains(&format!(". {word}"))
        });
        assert_eq!(capitals.count(), 0, "{what}: {text}");
    }
}

#[test]
fn counts_agree_with_their_nouns() {
    assert_eq!(
        Language::default().problem(Purpose::NewUsername, &FieldProblem::TooShort(1)),
        "Use at least 1 character"
    );
    assert_eq!(
        Language::default().problem(Purpose::NewUsername, &FieldProblem::TooShort(3)),
        "Use at least 3 characters"
    );
    assert!(
        Language::default()
            .notice(&View::loading(), &NoticeKind::TooManyRequests(Some(1)))
            .ends_with("in 1 second.")
    );
    assert!(
        Language::default()
            .notice(&View::loading(), &NoticeKind::TooManyRequests(Some(90)))
            .ends_with("in 90 seconds.")
    );
    assert!(
        Language::default()
            .notice(&View::loading(), &NoticeKind::TooManyRequests(Some(3600)))
            .ends_with("in 60 minutes.")
    );
}

#[test]
fn a_connection_is_called_what_the_server_calls_it_or_else_by_its_brand() {
    let button = |strategy: &str, display_name: Option<&str>| ConnectionButton {
        name: "the-name".into(),
        strategy: strategy.into(),
        display_name: display_name.map(str::to_owned),
        company: false,
        domain: None,
        last_used: false,
        busy: false,
    };
    assert_eq!(
        Language::default().connection(&button("google-oauth2", None)),
        "Continue with Google"
    );
    assert_eq!(
        Language::default().connection(&button("google-oauth2", Some("Acme"))),
        "Continue with Acme"
    );
    assert_eq!(
        Language::default().connection(&button("oidc", None)),
        "Continue with the-name"
    );
}
