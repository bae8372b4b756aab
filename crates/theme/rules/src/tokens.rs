//! The values of a theme, every one of them valid.

use crate::palette::{Palette, Scheme};
use crate::value::Length;
use crate::{ButtonStyle, CardStyle, Density, Mode};

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
    pub(crate) radius: Length,
    pub(crate) control_radius: Option<Length>,
    pub(crate) spacing: Length,
    pub(crate) border_width: Length,
    pub(crate) focus_width: Length,
    pub(crate) palettes: [Palette; 2],
}

impl Tokens {
    /// The theme's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The nine colours of a scheme.
    #[must_use]
    pub const fn palette(&self, scheme: Scheme) -> &Palette {
        &self.palettes[scheme as usize]
    }
}
