//! Every word that a person reads, by its key: a language that lacks one does not compile.

mod choose;
mod fill;
mod joined;
mod key;
mod notice;
mod problem;
mod rule;
#[cfg(feature = "terms")]
mod terms;
#[cfg(test)]
mod tests;
mod way;

pub use key::Key;
#[cfg(feature = "terms")]
pub use terms::Phrase;

/// The words of one language.
///
/// To change a few words only, answer the other keys by [`English`]:
///
/// ```
/// use vestibule::words::{English, Key, Language, Words};
///
/// struct Ours;
///
/// impl Words for Ours {
///     fn lang(&self) -> &'static str {
///         "en"
///     }
///
///     fn message(&self, key: Key, count: Option<u32>) -> &'static str {
///         match key {
///             Key::ActionLogIn => "Sign in",
///             key => English.message(key, count),
///         }
///     }
/// }
///
/// static OURS: Ours = Ours;
/// let words = Language::new(&OURS);
/// assert_eq!(words.text(Key::ActionLogIn), "Sign in");
/// assert_eq!(words.text(Key::Cancel), "Cancel");
/// ```
pub trait Words {
    /// The language, for the root's `lang` (BCP 47).
    fn lang(&self) -> &'static str;

    /// Whether it is written from right to left.
    fn is_right_to_left(&self) -> bool {
        false
    }

    /// The text of a key. `{…}` in it stands for what comes in its place; where it counts something, this is the form for that `count`.
    fn message(&self, key: Key, count: Option<u32>) -> &'static str;
}

/// English.
#[derive(Clone, Copy, Debug)]
pub struct English;

impl Words for English {
    fn lang(&self) -> &'static str {
        "en"
    }

    fn message(&self, key: Key, count: Option<u32>) -> &'static str {
        let forms = key.english();
        match (count, forms.split_once('|')) {
            (Some(1), Some((one, _))) => one,
            (_, Some((_, more))) => more,
            (_, None) => forms,
        }
    }
}

/// A language to draw the widget in; English by default.
#[derive(Clone, Copy)]
pub struct Language(&'static dyn Words);

impl Language {
    /// The language of these words.
    #[must_use]
    pub const fn new(words: &'static dyn Words) -> Self {
        Self(words)
    }

    /// The language itself (BCP 47).
    #[must_use]
    pub fn lang(self) -> &'static str {
        self.0.lang()
    }

    /// `rtl` where it is written from right to left.
    #[must_use]
    pub fn dir(self) -> Option<&'static str> {
        self.0.is_right_to_left().then_some("rtl")
    }
}

impl Default for Language {
    fn default() -> Self {
        Self(&English)
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::addr_eq(self.0, other.0)
    }
}

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Language").field(&self.lang()).finish()
    }
}
