//! The widget's sheet: written by stylist when the crate is built, put into the page as a constructed stylesheet.
//!
//! Two sheets, both in the cascade layer `vestibule`: the looks, once per page, and the custom properties of each theme.
//! A host's own rules stand outside of layers and win over both, whatever their specificity. So that a host's *reset*
//! does not win as well, a last rule outside of layers takes back what rules for bare element names have set.

use std::cell::Cell;

use vestibule_browser::sheet;
use vestibule_theme::Theme;

/// The class on the root of each widget.
const CLASS: &str = "vestibule";

/// Puts the looks, once for all, and this theme into the page.
pub(crate) fn adopt(theme: &Theme) {
    thread_local! {
        static ADOPTED: Cell<bool> = const { Cell::new(false) };
    }
    if !ADOPTED.replace(true) {
        sheet::adopt(CLASS, LOOKS);
    }
    sheet::adopt(&theme_key(theme), &theme_rule(theme));
}

/// Puts the looks and this theme into the shadow root that an element is in.
#[cfg(feature = "shadow")]
pub(crate) fn adopt_within(theme: &Theme, element: &web_sys::Element) {
    sheet::adopt_within(element, CLASS, LOOKS);
    sheet::adopt_within(element, &theme_key(theme), &theme_rule(theme));
}

fn theme_key(theme: &Theme) -> String {
    format!("{CLASS}-theme-{}", theme.name())
}

/// A theme's custom properties and nested rules, for the widgets that carry its name. The name adds nothing to how specific they are: a
/// rule for a part at rest is as specific as that of the looks, and does not win over that for the part under the pointer.
pub(crate) fn theme_rule(theme: &Theme) -> String {
    format!(
        "@layer {CLASS}{{.{CLASS}:where([data-theme=\"{}\"]){{{}}}}}",
        theme.name(),
        theme.css()
    )
}

/// The looks: the files beside this one, scoped to the class of the root (see `build.rs`), and the guard against resets.
///
/// Stylist's own way ends in a `<style>` element, which a strict policy refuses, and in a class with chance in its name.
///
/// The guard takes back what a host has set for bare element names, as far as the layer says otherwise. As specific as one element
/// name (of an element that there is not), and later than the host's sheets: it wins over `button { … }` and loses to `[data-part=submit] { … }`.
pub(crate) const LOOKS: &str = concat!(
    "@layer vestibule{",
    include_str!(concat!(env!("OUT_DIR"), "/looks.css")),
    "}",
    ":where(.vestibule,.vestibule *):not(x)",
    not_of_the_app!(),
    "{all:revert-layer}",
);

/// What an app puts into the widget keeps the rules of its page.
#[cfg(any(feature = "modes", feature = "slots"))]
macro_rules! not_of_the_app {
    () => {
        ":where(:not([data-part=slot] *,[data-part=panel] *))"
    };
}

/// Nothing in the widget is the app's.
#[cfg(not(any(feature = "modes", feature = "slots")))]
macro_rules! not_of_the_app {
    () => {
        ""
    };
}

use not_of_the_app;
