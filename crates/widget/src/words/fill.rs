//! A text of a language, with what comes in the place of `{…}`.

use yew::AttrValue;

use super::{Key, Language};

impl Language {
    /// A text that holds nothing else.
    #[must_use]
    pub fn text(self, key: Key) -> AttrValue {
        AttrValue::Static(self.message(key, None))
    }

    /// A text with one thing in it, whatever its place is called.
    pub(super) fn with(self, key: Key, value: &str) -> AttrValue {
        self.filled(self.message(key, None), value, value)
    }

    /// A text that counts something.
    pub(super) fn counted(self, key: Key, count: u32) -> AttrValue {
        self.counted_of(key, count, "")
    }

    /// A text that counts something of a list.
    pub(super) fn counted_of(self, key: Key, count: u32, list: &str) -> AttrValue {
        self.filled(self.message(key, Some(count)), &count.to_string(), list)
    }

    /// `{n}` gives way to the number, any other place to the other thing; a brace that is not closed stays.
    ///
    /// Between words from right to left, what is put in keeps its own direction: the `+` of a telephone number would go to its end.
    fn filled(self, text: &str, number: &str, other: &str) -> AttrValue {
        let (open, close) = match self.dir() {
            Some(_) => ("\u{2068}", "\u{2069}"),
            None => ("", ""),
        };
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, at)) = rest.split_once('{') {
            let Some((name, after)) = at.split_once('}') else {
                break;
            };
            filled.push_str(before);
            if name == "n" {
                filled.push_str(number);
            } else {
                filled.extend([open, other, close]);
            }
            rest = after;
        }
        filled.push_str(rest);
        filled.into()
    }
}
