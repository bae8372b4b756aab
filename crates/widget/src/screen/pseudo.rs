//! Every screen in a language that nobody speaks: what reads like English there, the words do not know.

use vestibule_flow::View;
use vestibule_theme::Theme;
use yew::Callback;

use super::ScreenProps;
use super::tests::{props_of, render};
use crate::gallery::{self, pseudo};
use crate::login_widget::corner;
use crate::marks;

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

/// The texts that a view itself holds, the longest first: addresses, names, and what the server or the app says.
fn data(view: &View) -> Vec<String> {
    let shown = format!("{view:?}");
    let texts = shown.split('"').skip(1).step_by(2);
    let mut texts: Vec<String> = texts.map(str::to_owned).filter(|text| text.len() > 2).collect();
    let brands = ["Google", "Facebook", "Apple", "Microsoft", "GitHub", "LinkedIn"];
    texts.extend(brands.map(str::to_owned));
    texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
    texts
}

/// A text of the page without what the view itself holds.
fn without(text: &str, data: &[String]) -> String {
    let entities = [
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    let plain = entities
        .iter()
        .fold(text.to_owned(), |text, (entity, sign)| text.replace(entity, sign));
    data.iter().fold(plain, |text, known| text.replace(known, " "))
}

#[tokio::test]
async fn no_english_is_left_on_any_screen_in_another_language() {
    for sample in gallery::samples() {
        let (name, view) = (sample.name(), sample.view);
        let data = data(&view);
        let html = render(ScreenProps {
            words: pseudo(),
            corner: Some(corner(pseudo(), &Callback::noop())),
            ..props_of(view, &Theme::DAWN, marks::DEFAULT)
        })
        .await;
        assert!(html.contains("data-part=\"close\""), "{name}");
        assert!(
            html.contains("lang=\"qps\"") && html.contains("dir=\"rtl\""),
            "{name}"
        );
        for text in read(&html) {
            let rest = without(&text, &data);
            let left: Vec<&str> = words(&rest).collect();
            assert!(left.is_empty(), "{name}: {left:?} in {text:?}");
        }
    }
}
