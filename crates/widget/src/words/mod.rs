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
#[cfg(test)]
pub(crate) use key::features;
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

/// The app's own text of a key in a language (BCP 47), where it has one; for a text that counts something, its form for that count.
#[cfg(feature = "languages")]
pub type OwnText = fn(lang: &str, key: Key, count: Option<u32>) -> Option<&'static str>;

/// A language to draw the widget in; English by default.
#[derive(Clone, Copy)]
pub struct Language {
    words: &'static dyn Words,
    #[cfg(feature = "languages")]
    own: Option<OwnText>,
}

impl Language {
    /// The language of these words.
    #[must_use]
    pub const fn new(words: &'static dyn Words) -> Self {
        Self {
            words,
            #[cfg(feature = "languages")]
            own: None,
        }
    }

    /// The same with a few texts of the app's own, whichever language it is (cargo feature `languages`).
    ///
    /// ```
    /// use vestibule::words::{Key, Language};
    ///
    /// fn ours(lang: &str, key: Key, _count: Option<u32>) -> Option<&'static str> {
    ///     match (lang, key) {
    ///         ("en", Key::ActionLogIn) => Some("Sign in"),
    ///         ("de", Key::ActionLogIn) => Some("Einloggen"),
    ///         _ => None,
    ///     }
    /// }
    ///
    /// let words = Language::default().with_own(ours);
    /// assert_eq!(words.text(Key::ActionLogIn), "Sign in");
    /// assert_eq!(words.text(Key::Cancel), "Cancel");
    /// ```
    #[cfg(feature = "languages")]
    #[must_use]
    pub const fn with_own(self, own: OwnText) -> Self {
        Self {
            own: Some(own),
            ..self
        }
    }

    pub(crate) fn message(self, key: Key, count: Option<u32>) -> &'static str {
        #[cfg(feature = "languages")]
        if let Some(own) = self.own.and_then(|own| own(self.lang(), key, count)) {
            return own;
        }
        self.words.message(key, count)
    }

    /// The language itself (BCP 47).
    #[must_use]
    pub fn lang(self) -> &'static str {
        self.words.lang()
    }

    /// `rtl` where it is written from right to left.
    #[must_use]
    pub fn dir(self) -> Option<&'static str> {
        self.words.is_right_to_left().then_some("rtl")
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::new(&English)
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        #[cfg(feature = "languages")]
        let same_own = match (self.own, other.own) {
            (Some(own), Some(others)) => std::ptr::fn_addr_eq(own, others),
            (own, others) => own.is_none() && others.is_none(),
        };
        #[cfg(not(feature = "languages"))]
        let same_own = true;
        same_own && std::ptr::addr_eq(self.words, other.words)
    }
}

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Language").field(&self.lang()).finish()
    }
}
