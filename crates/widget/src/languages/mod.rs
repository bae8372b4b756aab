//! Languages from files that the app serves (cargo feature `languages`): English is there at once, another comes when it is wanted.
//!
//! ```no_run
//! use vestibule::languages::use_language;
//! use vestibule::{Config, LoginWidget};
//! use yew::prelude::*;
//!
//! #[component]
//! fn App() -> Html {
//!     // The browser's languages, best first; `Some("pt-BR")` would name one.
//!     let words = use_language("languages", None);
//!     let config = Config::new("https://login.example.com/", "my-client-id");
//!     html! { <LoginWidget {config} {words} /> }
//! }
//! ```
//!
//! A folder with the files of this project's `languages/` is all that has to be served. `pt-BR` is looked for as `pt-BR.json`, then as `pt.json`.
//! What is missing in a file is said as the language without its region says it, else in English. A file that does not come leaves the
//! language where it stands, and the console says so.

mod chain;
mod load;
mod source;
mod table;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::rc::Rc;

use vestibule_browser::page;
use yew::platform::spawn_local;
use yew::{AttrValue, hook, use_effect_with, use_state};

use crate::words::Language;

pub use source::{Source, Text};
pub use table::{Category, LanguageError, Plural, Table};

/// The words of a language from a folder of files, or from the app itself: those wanted (BCP 47), or the browser's, best first.
/// English until they are there; what stands in the form stays as they change.
#[hook]
pub fn use_language(source: impl Into<Source>, wanted: Option<AttrValue>) -> Language {
    let language = use_state(Language::default);
    let set = language.setter();
    use_effect_with((source.into(), wanted), move |(source, wanted)| {
        let is_wanted = Rc::new(Cell::new(true));
        let tags = match wanted {
            Some(tag) => vec![tag.to_string()],
            None => page().languages,
        };
        let (source, still) = (source.clone(), is_wanted.clone());
        spawn_local(async move {
            let found = load::first_of(&source, &tags).await;
            // Another may be wanted by now.
            if let Some(found) = found.filter(|_| still.get()) {
                set.set(found);
            }
        });
        move || is_wanted.set(false)
    });
    *language
}
