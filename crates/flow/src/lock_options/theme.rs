//! The looks: lines of a theme file.

use std::fmt::Write as _;

use super::rows::{Row, TEXT, elsewhere, row};
use super::{LockFate, LockImport};

pub(super) const ROWS: &[Row] = &[
    row("logo", |value, import| match value.as_str() {
        Some(logo) if logo.starts_with("http://") || logo.starts_with("//") => {
            elsewhere("write it as `logo` of a theme file, from an address with https or of the host's own")
        }
        Some(logo) => {
            add(import, "logo", logo);
            elsewhere("is `logo` of a theme file now")
        }
        None => LockFate::WrongType(TEXT),
    }),
    row("primaryColor", |value, import| match value.as_str() {
        Some(color) if !is_hex(color) => {
            elsewhere("write it as `brand` of a theme file, in a form like `#ea5323`")
        }
        Some(color) => {
            add(import, "brand", color);
            elsewhere("is `brand` of a theme file now: its contrast is checked when the app is compiled")
        }
        None => LockFate::WrongType(TEXT),
    }),
    row("labeledSubmitButton", |_, _| {
        LockFate::Dropped("a button says what it does")
    }),
    row("hideMainScreenTitle", |_, _| {
        LockFate::Dropped("the title names the form for a screen reader")
    }),
    row("authButtons", |_, _| {
        elsewhere("write names and icons as `marks`, each by the name of its connection")
    }),
];

/// The one form of a colour that a theme file takes.
fn is_hex(color: &str) -> bool {
    color.strip_prefix('#').is_some_and(|digits| {
        [3, 6].contains(&digits.len()) && digits.chars().all(|digit| digit.is_ascii_hexdigit())
    })
}

/// A theme file has a name, and everything else follows from its brand colour.
fn add(import: &mut LockImport, key: &str, value: &str) {
    if import.theme.is_empty() {
        import.theme.push_str("name = \"ours\"\n");
    }
    // Writing to a text does not fail.
    let _ = writeln!(import.theme, "{key} = {value:?}");
}
