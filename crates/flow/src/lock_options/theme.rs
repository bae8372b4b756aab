//! The looks: lines of a theme file.

use super::LockFate;
use super::rows::{Row, TEXT, elsewhere, row};

pub(super) const ROWS: &[Row] = &[
    row("logo", |value, import| match value.as_str() {
        Some(logo) => {
            import.theme = format!("logo = {logo:?}\n{}", import.theme);
            elsewhere("is `logo` of a theme file now")
        }
        None => LockFate::WrongType(TEXT),
    }),
    row("primaryColor", |value, import| match value.as_str() {
        Some(color) => {
            import.theme = format!("{}[light]\nbrand = {color:?}\n", import.theme);
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
        elsewhere("write the icons as `marks`; the names are the connections' `display_name`")
    }),
];
