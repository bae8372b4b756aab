//! Theme files for the login widget: read, checked for contrast, turned into CSS custom properties.
//!
//! A theme is a TOML file, or one in JSON. [`theme!`] reads it while the app is compiled: an unknown key, a wrong value or
//! two colours that cannot be told apart are compile errors which name the place and the remedy, and nothing that reads
//! files reaches the page.
//!
//! ```
//! use vestibule_theme::{Theme, theme};
//!
//! let dusk: Theme = theme!("themes/dusk.toml");
//! assert_eq!(dusk.name(), "dusk");
//! assert!(dusk.css().starts_with("--vestibule-surface:light-dark("));
//! ```
//!
//! The names of the custom properties are a contract; `themes/README.md` has their table.
//!
//! This crate writes text. It puts no sheet into a page, loads no font, and follows no system setting: the widget does.

mod theme;

pub use theme::Theme;
pub use vestibule_theme_rules::{
    ButtonStyle, CardStyle, Density, Fault, FaultKind, Mode, Scheme, Shortfall, ThemeError, Tokens, pairs,
};

/// A theme file as a [`Theme`], read and checked while compiling.
///
/// The path is seen from the folder of the crate's `Cargo.toml`, or from the nearest folder above it that has the
/// file. A change of the file compiles the crate anew.
///
/// ```
/// const DUSK: vestibule_theme::Theme = vestibule_theme::theme!("themes/dusk.toml");
/// ```
///
/// ```compile_fail
/// // There is no such file.
/// const NIGHT: vestibule_theme::Theme = vestibule_theme::theme!("themes/no-such.toml");
/// ```
///
/// ```compile_fail
/// // This one is not a theme.
/// const README: vestibule_theme::Theme = vestibule_theme::theme!("themes/README.md");
/// ```
#[macro_export]
macro_rules! theme {
    ($path:literal) => {
        $crate::built::expand!(($crate) $path)
    };
}

/// What [`theme!`] expands to; not for use by hand.
#[doc(hidden)]
pub mod built {
    pub use vestibule_theme_macro::theme as expand;
    pub use vestibule_theme_rules::Sheet;

    /// Whether a theme may have classes.
    pub const HAS_CLASSES: bool = cfg!(feature = "classes");

    /// A theme of a sheet in the program itself.
    #[must_use]
    pub const fn theme(sheet: &'static Sheet) -> crate::Theme {
        crate::Theme::built(sheet)
    }
}
