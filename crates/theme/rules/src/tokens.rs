//! The values of a theme, every one of them valid.

use std::fmt;

use crate::dress::Dressed;
use crate::pairs::{Pair, drawn};
use crate::palette::{Palette, Scheme};
use crate::read_colours::Hosts;
use crate::value::{Length, Size};
use crate::{Align, ButtonStyle, CardStyle, Colour, Density, FieldStyle, Mode, Motion, Weight};

/// What a theme says, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Tokens {
    pub(crate) name: String,
    pub(crate) mode: Mode,
    pub(crate) density: Density,
    pub(crate) button: ButtonStyle,
    pub(crate) card: CardStyle,
    pub(crate) logo: Option<String>,
    /// As CSS.
    pub(crate) font: String,
    pub(crate) radius: Size,
    pub(crate) control_radius: Option<Size>,
    pub(crate) spacing: Length,
    pub(crate) border_width: Length,
    pub(crate) focus_width: Length,
    pub(crate) field: FieldStyle,
    pub(crate) align: Align,
    pub(crate) motion: Motion,
    /// As CSS.
    pub(crate) title_font: Option<String>,
    pub(crate) title_size: Option<Length>,
    pub(crate) title_weight: Weight,
    pub(crate) text_size: Option<Length>,
    pub(crate) width: Option<Length>,
    pub(crate) logo_size: Option<Length>,
    pub(crate) palettes: [Palette; 2],
    /// Roles whose colour is the host's, when it has one: see [`HostColour`].
    pub(crate) hosts: Hosts,
    pub(crate) parts: Vec<Dressed>,
}

/// A custom property of the host's that a role takes its colour from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct HostColour {
    /// With its two hyphens.
    pub(crate) property: String,
    pub(crate) fallback: Fallback,
}

/// What stands in a host's property, and instead of it where there is none.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Fallback {
    /// A whole colour.
    Colour(Colour),
    /// The three numbers inside `hsl()`.
    Hsl(String),
}

impl fmt::Display for HostColour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let property = &self.property;
        match &self.fallback {
            Fallback::Colour(colour) => write!(f, "var({property},{colour})"),
            Fallback::Hsl(numbers) => write!(f, "hsl(var({property},{numbers}))"),
        }
    }
}

impl Tokens {
    /// The theme's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The pairs of colours that a widget with this theme draws.
    pub fn pairs(&self) -> impl Iterator<Item = &'static Pair> + use<> {
        drawn(self.field)
    }

    /// The nine colours of a scheme.
    #[must_use]
    pub const fn palette(&self, scheme: Scheme) -> &Palette {
        &self.palettes[scheme as usize]
    }
}
