//! Every language of the project: complete, with the places and the plural forms that it needs, and nothing left in English.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use serde_json::Value;
use unic_langid::LanguageIdentifier;

use super::table::{Category, Table};
use crate::words::{Key, Words as _};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../languages");

/// Keys of texts that stand in the place of another one where a cargo feature is off.
const WITHOUT_FEATURES: [(&str, &str); 1] = [("not-a-phone", "Begin with + and the country code")];

/// Texts that may be as they are in English: names, and what is the same word in many languages.
const SAME: [&str; 5] = ["label.code", "or", "label.email", "status.loading", "way.by-sms"];

struct File {
    lang: String,
    text: String,
    members: BTreeMap<String, Value>,
}

fn files() -> Vec<File> {
    let entries = fs::read_dir(FOLDER).expect("the languages stand at the root");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    paths.sort();
    let file = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("it can be read");
        let lang = path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
        let members = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{lang}: {error}"));
        File {
            lang: lang.to_owned(),
            text,
            members,
        }
    };
    paths.into_iter().map(file).collect()
}

/// The English texts by key, those without features too.
fn english() -> BTreeMap<&'static str, &'static str> {
    let built_in = Key::ALL.iter().map(|key| (key.name(), key.english()));
    built_in.chain(WITHOUT_FEATURES).collect()
}

fn rules(lang: &str) -> PluralRules {
    let language: LanguageIdentifier = lang.parse().unwrap_or_else(|error| panic!("{lang}: {error}"));
    // Rules are those of the language alone, unless its region has some of its own.
    let alone = LanguageIdentifier::from_parts(language.language, None, None, &[]);
    PluralRules::create(language, PluralRuleType::CARDINAL)
        .or_else(|_| PluralRules::create(alone, PluralRuleType::CARDINAL))
        .unwrap_or_else(|error| panic!("{lang}: {error}"))
}

fn category(rules: &PluralRules, count: u32) -> Category {
    match rules.select(count).expect("a count has a category") {
        PluralCategory::ZERO => Category::Zero,
        PluralCategory::ONE => Category::One,
        PluralCategory::TWO => Category::Two,
        PluralCategory::FEW => Category::Few,
        PluralCategory::MANY => Category::Many,
        PluralCategory::OTHER => Category::Other,
    }
}

/// The categories that counts of this widget can have.
fn categories(lang: &str) -> BTreeSet<&'static str> {
    let rules = rules(lang);
    let counts = 0..1000;
    counts.map(|count| category(&rules, count).name()).collect()
}

/// The categories that stand for a single count, so that a form may say it in a word.
fn of_one_count(lang: &str) -> BTreeSet<&'static str> {
    let rules = rules(lang);
    let counts: Vec<&str> = (0..1000).map(|count| category(&rules, count).name()).collect();
    let times = |name: &str| counts.iter().filter(|other| **other == name).count();
    counts.iter().copied().filter(|name| times(name) == 1).collect()
}

/// The `{…}` of a text.
fn places(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
        .collect()
}

/// The texts of a member: one, or its forms with their categories.
fn forms(value: &Value) -> Vec<(Option<&str>, &str)> {
    match value {
        Value::String(text) => vec![(None, text)],
        Value::Object(forms) => forms
            .iter()
            .filter_map(|(name, text)| Some((Some(name.as_str()), text.as_str()?)))
            .collect(),
        _ => Vec::new(),
    }
}

/// The texts alone.
fn texts(value: &Value) -> Vec<&str> {
    forms(value).into_iter().map(|(_, text)| text).collect()
}

#[test]
fn every_language_has_every_text_and_no_other() {
    let wanted: BTreeSet<&str> = english().into_keys().collect();
    for file in files() {
        let here: BTreeSet<&str> = file.members.keys().map(String::as_str).collect();
        let lacking: Vec<_> = wanted.difference(&here).collect();
        let strange: Vec<_> = here.difference(&wanted).collect();
        assert!(
            lacking.is_empty() && strange.is_empty(),
            "{} lacks {lacking:?} and has {strange:?}",
            file.lang
        );
    }
}

#[test]
fn every_text_has_the_places_of_the_english_one() {
    let english = english();
    for file in files() {
        let in_a_word = of_one_count(&file.lang);
        for (key, value) in &file.members {
            let Some(of_english) = english.get(key.as_str()) else {
                continue;
            };
            let wanted = places(of_english);
            for (form, text) in forms(value) {
                let here = places(text);
                let says_in_a_word = form.is_some_and(|form| in_a_word.contains(form));
                let lacking: Vec<_> = wanted
                    .difference(&here)
                    .filter(|name| !(says_in_a_word && **name == "n"))
                    .collect();
                let strange: Vec<_> = here.difference(&wanted).collect();
                assert!(
                    lacking.is_empty() && strange.is_empty(),
                    "{} {key}: {text}",
                    file.lang
                );
            }
        }
    }
}

#[test]
fn what_counts_has_the_forms_that_the_language_needs() {
    let english = english();
    for file in files() {
        let wanted = categories(&file.lang);
        for (key, value) in &file.members {
            let counts = english.get(key.as_str()).is_some_and(|text| text.contains('|'));
            match (counts, value) {
                (true, Value::Object(forms)) => {
                    let here: BTreeSet<&str> = forms.keys().map(String::as_str).collect();
                    let lacking: Vec<_> = wanted.difference(&here).collect();
                    assert!(lacking.is_empty(), "{} {key} lacks {lacking:?}", file.lang);
                    assert!(
                        here.iter().all(|name| *name == "other" || wanted.contains(name)),
                        "{} {key} has a form that no count has",
                        file.lang
                    );
                }
                (true, Value::String(_)) => {
                    assert_eq!(wanted.len(), 1, "{} {key} needs the forms {wanted:?}", file.lang);
                }
                (false, value) => assert!(value.is_string(), "{} {key} counts nothing", file.lang),
                (true, _) => panic!("{} {key} is no text", file.lang),
            }
        }
    }
}

#[test]
fn nothing_is_left_in_english_and_nothing_is_markup() {
    let english = english();
    for file in files() {
        let mut same = Vec::new();
        for (key, value) in &file.members {
            for text in texts(value) {
                assert_eq!(text.trim(), text, "{} {key}", file.lang);
                assert!(
                    !text.is_empty() && !text.contains(['<', '>', '&', '!', '|']),
                    "{} {key}: {text}",
                    file.lang
                );
                if english.get(key.as_str()) == Some(&text) && !SAME.contains(&key.as_str()) {
                    same.push(key.as_str());
                }
            }
        }
        assert!(same.len() <= 3, "{} has these in English: {same:?}", file.lang);
    }
}

#[test]
fn a_sentence_ends_as_one_where_the_english_one_does() {
    let english = english();
    let ends = ['.', '。', '।', '۔', '…', '։', '።', '។', '၊', '။'];
    // Thai, Lao and the like write no full stop.
    let without = ["th", "lo", "my", "km"];
    for file in files() {
        let language = file.lang.split('-').next().unwrap_or_default();
        if without.contains(&language) {
            continue;
        }
        for (key, value) in &file.members {
            let wanted = english.get(key.as_str()).is_some_and(|text| text.ends_with('.'));
            for text in texts(value) {
                assert_eq!(
                    text.ends_with(ends),
                    wanted || english[key.as_str()].ends_with('…'),
                    "{} {key}: {text}",
                    file.lang
                );
            }
        }
    }
}

#[test]
fn a_file_is_read_with_its_forms_and_what_it_lacks_is_said_in_english() {
    fn plural(_: &str, count: u32) -> Category {
        if count == 1 { Category::One } else { Category::Few }
    }
    let text = r#"{"cancel": "Zrušit", "too-short": {"one": "{n} znak", "few": "{n} znaky", "other": "{n} znaků"}, "or": ""}"#;
    let (table, missing) = Table::parse("cs", text, plural).expect("an object");
    assert!(missing.contains(&Key::Close) && missing.contains(&Key::Or) && !missing.contains(&Key::Cancel));
    assert_eq!(table.message(Key::Cancel, None), "Zrušit");
    assert_eq!(table.message(Key::TooShort, Some(1)), "{n} znak");
    assert_eq!(table.message(Key::TooShort, Some(3)), "{n} znaky");
    assert_eq!(table.message(Key::Close, None), "Close");
    assert!(!table.is_right_to_left());
    // A region's few texts over those of the whole language.
    let region = Table::parse("cs-CZ", r#"{"cancel": "Storno"}"#, plural)
        .expect("an object")
        .0;
    let region = region.over(table.leak());
    assert_eq!(region.message(Key::Cancel, None), "Storno");
    assert_eq!(region.message(Key::TooShort, Some(3)), "{n} znaky");
    assert_eq!(region.message(Key::Close, None), "Close");
    for broken in ["", "[]", "{", "\"de\""] {
        assert!(Table::parse("cs", broken, plural).is_err(), "{broken}");
    }
}

#[test]
fn every_file_of_the_project_can_be_read() {
    for file in files() {
        let (table, missing) =
            Table::parse(&file.lang, &file.text, |_, _| Category::Other).expect("an object");
        assert_eq!(missing, [], "{}", file.lang);
        let language = table.leak();
        assert_eq!(language.lang(), file.lang);
        let is_rtl = ["ar", "fa", "he", "ur"].contains(&file.lang.as_str());
        assert_eq!(language.dir(), is_rtl.then_some("rtl"), "{}", file.lang);
    }
}
