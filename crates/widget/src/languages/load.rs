//! Loads a language's file, once for the whole page.

use std::cell::RefCell;

use vestibule_browser::{advise, plural_category};
use vestibule_flow::Advice;

use super::chain::{Chain, chain};
use super::source::Source;
use super::table::{Category, Table};
use crate::words::Language;

thread_local! {
    /// What was loaded, by address. There are as many as there are languages, and each stays.
    static LOADED: RefCell<Vec<(String, Language)>> = const { RefCell::new(Vec::new()) };
}

/// The first of these languages that the source has; English, where it has none.
pub(super) async fn first_of(source: &Source, tags: &[String]) -> Language {
    let Chain {
        names,
        ends_in_english,
    } = chain(tags);
    let mut faults = Vec::new();
    for name in &names {
        let url = source.address(name);
        let known = LOADED.with_borrow(|loaded| {
            let found = loaded.iter().find(|(address, _)| *address == url);
            found.map(|(_, language)| *language)
        });
        if let Some(language) = known {
            return language;
        }
        match load(source, name).await {
            Ok(language) => {
                LOADED.with_borrow_mut(|loaded| loaded.push((url, language)));
                return language;
            }
            Err(fault) => faults.push(format!("{}: {fault}", source.called(name))),
        }
    }
    // One that is missing on the way to another is as it should be.
    if let Some(fault) = faults.pop().filter(|_| !ends_in_english) {
        advise(|| Advice::Config(fault));
    }
    Language::default()
}

async fn load(source: &Source, name: &str) -> Result<Language, String> {
    let text = source.load(name).await?;
    let (table, missing) = Table::parse(name, &text, plural).map_err(|error| error.to_string())?;
    // What an app answers with may be a few texts on purpose.
    if let (Some(key), Source::Folder(_)) = (missing.first(), source) {
        let (count, first) = (missing.len(), key.name());
        let called = source.called(name);
        advise(|| Advice::Config(format!("{called} lacks {count} texts, `{first}` among them")));
    }
    Ok(table.leak())
}

fn plural(language: &str, count: u32) -> Category {
    Category::named(&plural_category(language, count)).unwrap_or(Category::Other)
}
