//! A language that nobody speaks: every letter wide, every text longer and in brackets, from right to left.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::words::{English, Key, Language, Words};

struct Pseudo;

thread_local! {
    /// The texts so far, by key and by whether they count more than one: a language's texts live as long as the page.
    static SAID: RefCell<HashMap<(Key, bool), &'static str>> = RefCell::new(HashMap::new());
}

impl Words for Pseudo {
    fn lang(&self) -> &'static str {
        "qps"
    }

    fn is_right_to_left(&self) -> bool {
        true
    }

    fn message(&self, key: Key, count: Option<u32>) -> &'static str {
        SAID.with_borrow_mut(|said| {
            let widened = || &*Box::leak(widened(English.message(key, count)).into_boxed_str());
            *said.entry((key, count != Some(1))).or_insert_with(widened)
        })
    }
}

/// Wide letters, but for the places that something else is put into; as much longer as German or Greek may be.
fn widened(english: &str) -> String {
    let mut inside = false;
    let wide: String = english
        .chars()
        .map(|letter| {
            inside = (inside || letter == '{') && letter != '}';
            match letter {
                'a'..='z' | 'A'..='Z' if !inside => {
                    char::from_u32(u32::from(letter) + 0xFEE0).unwrap_or(letter)
                }
                letter => letter,
            }
        })
        .collect();
    format!("⟦{wide} ······⟧")
}

/// The language. Whatever reads like English on a screen that is drawn in it, the words do not know.
#[must_use]
pub fn pseudo() -> Language {
    Language::new(&Pseudo)
}
