//! What a stranger sent, in a message for a developer.

use std::fmt::{self, Write as _};

/// The text between quotation marks, without what could change how the message around it looks: control characters and those
/// that turn the direction of writing. `Debug` would bring tables of all that can be printed into the page, 2.5 KB.
pub(crate) struct Quoted<'t>(pub(crate) &'t str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for letter in self.0.chars() {
            let unseen = letter.is_control()
                || matches!(letter, '"' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
            f.write_char(if unseen { '\u{fffd}' } else { letter })?;
        }
        f.write_char('"')
    }
}

#[cfg(test)]
mod tests {
    use super::Quoted;

    #[test]
    fn nothing_in_it_ends_the_quotation_or_turns_the_line() {
        let hostile = "a\"b\n\u{1b}[31m\u{202e}dcba\u{feff} é 😀";
        assert_eq!(
            Quoted(hostile).to_string(),
            "\"a\u{fffd}b\u{fffd}\u{fffd}[31m\u{fffd}dcba\u{fffd} é 😀\""
        );
    }
}
