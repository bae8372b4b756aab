//! Every value that has words has good ones: something is said, politely but without begging, and nothing is shouted.

mod texts;

use vestibule_flow::{ConnectionButton, FieldProblem, NoticeKind, Purpose, View};

use super::{English, Key, Language, Words};
use texts::{PROBLEMS, PURPOSES, every_text};

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
        "begin", "change", "check", "choose", "complete", "enter", "fill", "log", "send", "tick", "try",
        "use",
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
