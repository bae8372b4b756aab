//! The marks of the providers: for each strategy a name, a colour and a drawing, of which an app takes those it needs.
//!
//! ```
//! use vestibule::marks::{self, Mark};
//!
//! const MARKS: &[Mark] = &[marks::GOOGLE, marks::GITHUB, marks::WAAD];
//! # assert_eq!(MARKS[2].name, "Windows Azure AD");
//! ```
//!
//! `<LoginWidget marks={MARKS} />` then draws these. For a strategy that is not here, or for one connection by its name, an app
//! makes a [`Mark`] of its own:
//!
//! ```
//! use vestibule::marks::{Mark, Paint, Shape};
//!
//! const PARTNER: Mark = Mark {
//!     strategy: "partner-oidc",
//!     name: "Partner",
//!     color: "#7a1fa2",
//!     shapes: &[Shape { path: "M4 4h16v16H4z", paint: Paint::Brand }],
//! };
//! # assert_eq!(PARTNER.name, "Partner");
//! ```
//!
//! A button's own colours are three lines of the app's style sheet, which goes before the widget's:
//! `[data-connection="partner-oidc"] { background: #7a1fa2; color: #fff; }`.
//!
//! # Where they are from
//!
//! The drawings are those of [Simple Icons](https://simpleicons.org), a package in the public domain (CC0 1.0, and none
//! of these icons has another licence there). All but these are from release 16.37.0:
//!
//! - of brands that have left the package, the last release that has them: `SALESFORCE` 15.22.0,
//!   `AMAZON` and `AOL` 14.15.0, `LINKEDIN` 13.21.0, `YAHOO` 9.21.0;
//! - the parts of `PAYPAL` stand in the three colours of the brand, of which the package has one;
//! - the ring of Google, the squares of Microsoft, the lock and the key are drawn for this crate.
//!
//! Drawn by their letter are `dwolla`, `exact`, `planningcenter`, `shop`, `thecity` and `thecity-sandbox`, which no
//! release that was looked at has, and `yandex`, of which release 4.25.0 has the whole word, too long for 20 pixels.
//!
//! The marks are trademarks of their owners, who say how they may be used. Brands are not recoloured here: the rule on
//! the contrast of graphics (WCAG 2.2, 1.4.11) leaves out what must look as it does, and so logos, and the words beside
//! a mark say what it says. Marks that are black, or nearly, are drawn in the colour of the text, so that they are light
//! where the surface is dark.

mod social;
mod enterprise;
mod drawing;
#[cfg(feature = "gallery")]
mod all;
#[cfg(test)]
mod tests;

#[cfg(feature = "gallery")]
pub use all::ALL;
pub use enterprise::*;
pub use social::*;

/// What an app that names no marks has.
pub const DEFAULT: &[Mark] = &[GOOGLE, FACEBOOK];

/// How a provider is called and drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The strategy of its connections, `google-oauth2`, or the name of a single one. The first mark that fits is drawn.
    pub strategy: &'static str,
    /// Its name, on the button of a connection to which the settings give none.
    pub name: &'static str,
    /// The brand's colour, as `#` with six hexadecimal digits.
    pub color: &'static str,
    /// The drawing, from back to front; without one, the first letter of the name is drawn.
    pub shapes: &'static [Shape],
}

/// A part of a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// SVG path data, in a square of 24.
    pub path: &'static str,
    /// What it is painted with.
    pub paint: Paint,
}

/// What a shape is painted with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Paint {
    /// Filled with the mark's colour.
    Brand,
    /// Filled with the colour of the text beside it.
    Text,
    /// Filled with this colour.
    Fill(&'static str),
    /// A line of this width and colour.
    Stroke {
        /// The width, where the whole drawing has 24.
        width: &'static str,
        /// The colour.
        color: &'static str,
    },
}

/// The first mark among these that is of a connection's name or of its strategy.
pub(crate) fn of(marks: &'static [Mark], connection: &str, strategy: &str) -> Option<&'static Mark> {
    let fits = |mark: &&Mark| mark.strategy == connection || mark.strategy == strategy;
    marks.iter().find(fits)
}

/// Four words in a row, so that a table of marks can be read as a table.
const fn mark(
    strategy: &'static str,
    name: &'static str,
    color: &'static str,
    shapes: &'static [Shape],
) -> Mark {
    Mark {
        strategy,
        name,
        color,
        shapes,
    }
}
