//! Every state in every language, on a narrow page: nothing is cut off, stands out of its card or lies over something else.

use vestibule_tests::{Person, Scene, languages, story};

use super::{counts, goes_to, states, walks, with};

const SPILLING: &str = include_str!("spilling.js");
/// CSS pixels: what a page of 1280 is left with at 400 % (WCAG 2.2, 1.4.10).
const NARROW: u32 = 320;

fn in_these(tags: impl Fn() -> Vec<String>) {
    story(Scene::of("gallery"), |story| {
        let person = story.visitor();
        let states = states(&person);
        person.makes_it_wide(NARROW);
        let mut spilling = Vec::new();
        let tags = tags();
        for tag in &tags {
            let more = Some(format!("&lang={tag}")).filter(|_| tag != "en");
            spilling.extend(spills(&person, &with(&states, &more.unwrap_or_default())));
        }
        assert!(spilling.is_empty(), "{spilling:#?}");
        counts(&format!(
            "{} states in {} languages at {NARROW} pixels",
            states.len(),
            tags.len()
        ));
    });
}

/// What of the texts of these states spills.
pub(super) fn spills(person: &Person, queries: &[String]) -> Vec<String> {
    walks(person, queries, &[SPILLING], "spilling")
}

/// Every second language, so that two browsers share them.
fn half(from: usize) -> Vec<String> {
    languages().into_iter().skip(from).step_by(2).collect()
}

#[test]
fn no_text_of_half_the_languages_is_cut_off_or_lies_over_another_at_320_pixels() {
    in_these(|| half(0));
}

#[test]
fn no_text_of_the_other_half_of_the_languages_is_cut_off_or_lies_over_another_at_320_pixels() {
    in_these(|| half(1));
}

#[test]
fn no_text_of_english_and_of_a_language_longer_than_it_is_cut_off_at_320_pixels() {
    in_these(|| vec!["en".to_owned(), "qps".to_owned()]);
}

/// The longest of them and one from right to left, in themes whose letters, edges and distances are least like the first's, packed
/// closely and in a dialog.
#[test]
fn no_text_of_the_longest_languages_is_cut_off_in_other_themes_and_arrangements() {
    story(Scene::of("gallery"), |story| {
        let person = story.visitor();
        let states = states(&person);
        person.makes_it_wide(NARROW);
        let mut spilling = Vec::new();
        // Around the language, as the gallery writes its addresses.
        let looks = [
            ("&theme=poster", ""),
            ("&theme=terminal", ""),
            ("&theme=harbor", ""),
            ("&theme=print", ""),
            ("", "&density=compact"),
            ("", "&layout=modal"),
        ];
        for (before, after) in looks {
            for tag in ["de", "el", "ar"] {
                let more = format!("{before}&lang={tag}{after}");
                spilling.extend(spills(&person, &with(&states, &more)));
            }
        }
        assert!(spilling.is_empty(), "{spilling:#?}");
        counts(&format!(
            "{} states in 3 languages and {} looks",
            states.len(),
            looks.len()
        ));
    });
}

#[test]
fn an_arrow_back_points_to_where_the_words_begin() {
    story(Scene::of("gallery"), |story| {
        let person = story.visitor();
        for (more, points) in [("", "none"), ("&lang=ar", "matrix(-1, 0, 0, 1, 0, 0)")] {
            goes_to(&person, &format!("?screen=code&state=idle{more}"));
            if !more.is_empty() {
                person.sees("[data-part=root][lang=ar]");
            }
            let drawn =
                person.runs("return getComputedStyle(document.querySelector('[data-icon=back]')).transform");
            assert_eq!(drawn, points, "{more}");
        }
    });
}
