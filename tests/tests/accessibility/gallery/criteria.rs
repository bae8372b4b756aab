//! Criteria of WCAG 2.2 that axe-core does not judge, in every state: spacing and size of text, the system's colours, motion, rings of
//! focus, names, pictures.

use vestibule_tests::{Pane, Person, Scene, story};

use super::languages::spills;
use super::{WALK, counts, goes_to, states, walks, with};

const CRITERIA: &str = include_str!("criteria.js");

/// Asks `wrong` of every state, once the page is set up.
fn of_every_state(wrong: &str, more: &str, sets_up: impl Fn(&Person)) {
    story(Scene::of("gallery"), |story| {
        let person = story.visitor();
        let states = states(&person);
        person.looks_through(Pane::ALL[3]);
        sets_up(&person);
        let found = walks(&person, &with(&states, more), &[CRITERIA], wrong);
        assert!(found.is_empty(), "{found:#?}");
        counts(&format!("{wrong} of {} states{more}", states.len()));
    });
}

/// A style sheet of the person's own.
fn reads_with(person: &Person, css: &str) {
    person.runs(&format!(
        "const sheet = new CSSStyleSheet(); sheet.replaceSync({css:?}); document.adoptedStyleSheets.push(sheet)"
    ));
}

/// Every text fits still, on a page so wide, with the person's own sheet.
fn every_text_fits(width: u32, css: &str) {
    story(Scene::of("gallery"), |story| {
        let person = story.visitor();
        let states = states(&person);
        person.makes_it_wide(width);
        reads_with(&person, css);
        let found = spills(&person, &states);
        assert!(found.is_empty(), "{found:#?}");
    });
}

/// 1.4.12, to the letter.
#[test]
fn lines_words_and_letters_may_stand_as_far_apart_as_somebody_needs() {
    every_text_fits(
        320,
        "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
         p { margin-block-end: 2em !important }",
    );
}

/// 1.4.4, by text alone, on the narrowest page that is left of 1280 pixels at 200 %.
#[test]
fn text_may_be_twice_as_large() {
    every_text_fits(640, "html { font-size: 200% }");
}

/// What is drawn in the system's colours: by the usual theme, the one that is made for them, and those that draw fields or buttons
/// otherwise.
const FORCED: [&str; 5] = [
    "",
    "&theme=print",
    "&theme=contrast",
    "&theme=moss",
    "&theme=material",
];

/// 1.4.1, 1.4.11.
#[test]
fn in_the_systems_colours_every_control_has_an_edge_or_a_line() {
    for theme in FORCED {
        of_every_state("edges", theme, |person| {
            person.prefers(&[("forced-colors", "active")]);
        });
    }
}

/// 1.4.3.
#[test]
fn in_the_systems_colours_every_text_can_be_read() {
    for theme in FORCED {
        of_every_state("readable", theme, |person| {
            person.prefers(&[("forced-colors", "active")]);
        });
    }
}

/// 2.4.7, 2.4.11, 2.4.13.
#[test]
fn whatever_has_the_focus_has_a_ring_and_is_covered_by_nothing() {
    for mode in ["light", "dark"] {
        of_every_state("rings", &format!("&mode={mode}"), |_| {});
    }
    for theme in &FORCED[..2] {
        of_every_state("rings", theme, |person| {
            person.prefers(&[("forced-colors", "active")]);
        });
    }
}

/// 2.3.1.
#[test]
fn nothing_flashes() {
    of_every_state("flashing", "", |person| {
        person.prefers(&[("prefers-reduced-motion", "no-preference")]);
    });
}

#[test]
fn with_reduced_motion_nothing_moves() {
    of_every_state("restless", "", |_| {});
}

#[test]
fn a_theme_without_motion_has_none_whatever_the_system_says() {
    for wish in ["no-preference", "reduce"] {
        of_every_state("animated", "&theme=print", |person| {
            person.prefers(&[("prefers-reduced-motion", wish)]);
        });
    }
}

/// 1.4.5, 2.4.4, 2.4.6, 2.5.3.
#[test]
fn headings_links_and_names_say_what_they_are_and_no_text_is_a_picture() {
    of_every_state("sentences", "", |_| {});
    of_every_state("sentences", "&buttons=marks", |_| {});
}

/// 1.3.4, 1.4.13.
#[test]
fn no_rule_asks_how_a_screen_is_held_or_shows_more_under_a_pointer() {
    story(Scene::of("gallery"), |story| {
        let person = story.visitor();
        let states = states(&person);
        let found = walks(&person, &states[..1], &[CRITERIA], "rules");
        assert!(found.is_empty(), "{found:#?}");
    });
}

/// What each judge is there to find, put wrong on purpose.
#[test]
fn each_judge_finds_what_is_wrong() {
    const WRONG: [(&str, &str); 10] = [
        (
            "edges",
            "button, [data-part=control] { border: 0 !important; text-decoration: none !important }",
        ),
        (
            "readable",
            "[data-part=title] { color: #777 !important; background: #888 !important }",
        ),
        ("rings", "* { outline: none !important }"),
        (
            "rings",
            "* { outline-color: transparent !important; outline-color: #ddd !important }",
        ),
        ("rings", "body::after { content: ''; position: fixed; inset: 0 }"),
        (
            "flashing",
            "[data-part=title] { animation: blink .2s infinite !important } @keyframes blink { 50% { opacity: 0 } }",
        ),
        (
            "restless",
            "[data-part=title] { animation: run 9s !important } @keyframes run { to { translate: 90px } }",
        ),
        (
            "animated",
            "[data-part=title] { animation: fade 9s !important } @keyframes fade { to { opacity: .9 } }",
        ),
        ("rules", "@media (orientation: portrait) { a { color: red } }"),
        ("rules", "a:hover b { display: block }"),
    ];
    story(Scene::of("gallery"), |story| {
        let person = story.visitor();
        let states = states(&person);
        person.looks_through(Pane::ALL[3]);
        for (judge, css) in WRONG {
            reads_with(&person, css);
            let found = walks(&person, &states[2..3], &[CRITERIA], judge);
            assert!(!found.is_empty(), "{judge} sees nothing in {css}");
            person.runs("document.adoptedStyleSheets.pop()");
        }
        let spilling = [
            "[data-part=title] { inline-size: 30px !important; overflow-wrap: normal !important }",
            "[data-part=title] { block-size: 3px !important; overflow: hidden }",
            "[data-part=label] { margin-block-end: -30px !important }",
            "[data-part=title] { translate: 900px }",
        ];
        for css in spilling {
            reads_with(&person, css);
            assert!(
                !spills(&person, &states[2..3]).is_empty(),
                "nothing spills by {css}"
            );
            person.runs("document.adoptedStyleSheets.pop()");
        }
        assert!(spills(&person, &states[2..3]).is_empty());

        goes_to(&person, &states[2]);
        for broken in [
            "root().append(document.createElement('img'))",
            "root().append(Object.assign(document.createElement('h2'), { textContent: 'Again' }))",
            "root().append(Object.assign(document.createElement('a'), { href: '/x', textContent: 'here' }))",
            "root().querySelector('button').ariaLabel = 'Another name'",
        ] {
            let more = person.runs(&format!(
                "{WALK}\n{CRITERIA}\nconst before = sentences().length; {broken}; return sentences().length - before"
            ));
            assert_eq!(more, 1, "{broken}");
        }
    });
}
