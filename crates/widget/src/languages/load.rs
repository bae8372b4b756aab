//! Loads a language's file, once for the whole page.

use std::cell::RefCell;

use vestibule_browser::{advise, plural_category};
use vestibule_flow::Advice;

use super::chain::{Chain, chain, shorter};
use super::source::Source;
use super::table::{Category, Table};
use crate::words::Language;

thread_local! {
    /// What was loaded, by address. There are as many as there are languages, and each stays.
    static LOADED: RefCell<Vec<(String, Language)>> = const { RefCell::new(Vec::new()) };
}

/// The first of these languages that the source has; English, where that comes next. None where nothing came.
pub(super) async fn first_of(source: &Source, tags: &[String]) -> Option<Language> {
    let Chain {
        names,
        ends_in_english,
    } = chain(tags);
    let mut faults = Vec::new();
    for name in &names {
        match one(source, name).await {
            Ok(language) => return Some(language),
            Err(fault) => faults.push(format!("{}: {fault}", source.called(name))),
        }
    }
    // One that is missing on the way to another is as it should be.
    if let Some(fault) = faults.pop().filter(|_| !ends_in_english) {
        advise(|| Advice::Config(fault));
        return None;
    }
    Some(Language::default())
}

/// A language by the name of its file, loaded once.
async fn one(source: &Source, name: &str) -> Result<Language, String> {
    let url = source.address(name);
    let known = LOADED.with_borrow(|loaded| {
        let found = loaded.iter().find(|(address, _)| *address == url);
        found.map(|(_, language)| *language)
    });
    if let Some(language) = known {
        return Ok(language);
    }
    let language = load(source, name).await?;
    LOADED.with_borrow_mut(|loaded| loaded.push((url, language)));
    Ok(language)
}

async fn load(source: &Source, name: &str) -> Result<Language, String> {
    let text = source.load(name).await?;
    if text.trim_start().starts_with('<') {
        return Err(
            "a page came in its place: serve the folder of the languages beside your page".to_owned(),
        );
    }
    let (table, missing) = Table::parse(name, &text, plural).map_err(|error| error.to_string())?;
    let Some(key) = missing.first() else {
        return Ok(table.leak());
    };
    // What a region's file lacks, that of the whole language may have.
    if let Some(shorter) = shorter(name)
        && let Ok(below) = Box::pin(one(source, &shorter)).await
    {
        return Ok(table.over(below).leak());
    }
    // What an app answers with may be a few texts on purpose.
    if let Source::Folder(_) = source {
        let (count, first) = (missing.len(), key.name());
        let called = source.called(name);
        advise(|| Advice::Config(format!("{called} lacks {count} texts, `{first}` among them")));
    }
    Ok(table.leak())
}

fn plural(language: &str, count: u32) -> Category {
    Category::named(&plural_category(language, count)).unwrap_or(Category::Other)
}
