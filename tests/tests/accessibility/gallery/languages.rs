//! Every state in every language, on a narrow page: nothing is cut off, stands out of its card or lies over something else.

use vestibule_tests::{Person, Scene, languages, story};

use super::{counts, states, walks, with};

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
