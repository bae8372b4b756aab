//! A language that nobody speaks: every letter wide, every text longer and in brackets. Whatever reads like English on a screen that is drawn in
//! it, the words do not know.

use vestibule_flow::View;
use vestibule_theme::Theme;

use super::samples;
use super::tests::drawn;
use crate::marks;
use crate::words::{English, Key, Language, Words};

struct Pseudo;

impl Words for Pseudo {
    fn lang(&self) -> &'static str {
        "qps"
    }

    fn is_right_to_left(&self) -> bool {
        true
    }

    fn message(&self, key: Key, count: Option<u32>) -> &'static str {
        let mut inside = false;
        let wide = English.message(key, count).chars().map(|letter| {
            inside = (inside || letter == '{') && letter != '}';
            match letter {
                'a'..='z' | 'A'..='Z' if !inside => {
                    char::from_u32(u32::from(letter) + 0xFEE0).unwrap_or(letter)
                }
                letter => letter,
            }
        });
        let wide: String = wide.collect();
        // As much as German or Greek may add.
        Box::leak(format!("⟦{wide} ······⟧").into_boxed_str())
    }
}

static PSEUDO: Pseudo = Pseudo;

/// What is read or heard of a page: its texts, and the attributes that are said.
fn read(html: &str) -> Vec<String> {
    let mut texts = Vec::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        texts.push(text.to_owned());
        for name in [
            "aria-label",
            "alt",
            "title",
            "placeholder",
            "aria-roledescription",
        ] {
            let attribute = tag.split_once(&format!(" {name}=\""));
            texts.extend(attribute.and_then(|(_, rest)| Some(rest.split_once('"')?.0.to_owned())));
        }
    }
    texts
}

/// The words of a text that are written as English is.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric())
        // A mark without a picture is a letter; countries are named by the platform, and by their codes without one.
        .filter(|word| word.len() > 2 && word.bytes().any(|byte| byte.is_ascii_alphabetic()))
}

/// The texts that a view itself holds: addresses, names, and what the server or the app says.
fn data(view: &View) -> String {
    let shown = format!("{view:?}");
    shown.split('"').skip(1).step_by(2).collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn no_english_is_left_on_any_screen_in_another_language() {
    for (name, view) in samples::all() {
        let data = format!(
            "{} Google Facebook Apple Microsoft GitHub LinkedIn quot amp",
            data(&view)
        );
        let html = drawn(view, (&Theme::DAWN, Language::new(&PSEUDO)), marks::DEFAULT, None).await;
        assert!(
            html.contains("lang=\"qps\"") && html.contains("dir=\"rtl\""),
            "{name}"
        );
        for text in read(&html) {
            let left: Vec<&str> = words(&text).filter(|word| !data.contains(word)).collect();
            assert!(left.is_empty(), "{name}: {left:?} in {text:?}");
        }
    }
}
