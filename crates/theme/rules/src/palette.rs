//! The nine roles a colour can play, once for light surroundings and once for dark ones.

use crate::{Colour, keys, ratio};

/// What a colour is for. Everything else on the screen is mixed from these ([`crate::Shade`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The card that everything stands on.
    Surface,
    /// Words.
    Text,
    /// Words of less weight: hints, placeholders, small print.
    Muted,
    /// The edge of a field or a quiet button.
    Border,
    /// The main button, links, what is chosen.
    Brand,
    /// Words on the brand colour.
    OnBrand,
    /// What went wrong.
    Danger,
    /// What went well.
    Success,
    /// The ring round the focused control.
    Focus,
}

impl Role {
    /// All of them, in the order of [`keys::COLOURS`].
    pub const ALL: [Self; 9] = [
        Self::Surface,
        Self::Text,
        Self::Muted,
        Self::Border,
        Self::Brand,
        Self::OnBrand,
        Self::Danger,
        Self::Success,
        Self::Focus,
    ];

    /// Its word in a theme file, which is also the end of its property's name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        keys::COLOURS[self as usize]
    }
}

/// The surroundings a palette is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// Dark words on light.
    Light,
    /// Light words on dark.
    Dark,
}

impl Scheme {
    /// Both, light first, as `light-dark()` takes them.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Its table in a theme file.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The nine colours of one scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    colours: [Colour; 9],
}

impl Palette {
    /// Nothing chosen yet.
    pub(crate) const BLANK: Self = Self {
        colours: [Colour::BLACK; 9],
    };

    /// Asks for the colour of each role. [`Role::OnBrand`] and [`Role::Focus`] may be left open: words on the brand
    /// colour are then black or white, whichever is told from it more easily, and the ring has the brand colour.
    ///
    /// `None` when another role is left open.
    pub fn new(mut of: impl FnMut(Role) -> Option<Colour>) -> Option<Self> {
        let mut colours = [Colour::BLACK; 9];
        for role in Role::ALL {
            let brand = colours[Role::Brand as usize];
            colours[role as usize] = match (role, of(role)) {
                (_, Some(colour)) => colour,
                (Role::OnBrand, None) => black_or_white(brand.over(colours[Role::Surface as usize])),
                (Role::Focus, None) => brand,
                (_, None) => return None,
            };
        }
        Some(Self { colours })
    }

    /// The colour of a role, as the file says.
    #[must_use]
    pub const fn get(&self, role: Role) -> Colour {
        self.colours[role as usize]
    }

    /// The same palette with one role changed.
    #[must_use]
    pub const fn with(mut self, role: Role, colour: Colour) -> Self {
        self.colours[role as usize] = colour;
        self
    }
}

/// The one that is told from `ground` more easily; on any ground that is at least 4.58 to 1.
pub(crate) fn black_or_white(ground: Colour) -> Colour {
    if ratio(Colour::WHITE, ground) >= ratio(Colour::BLACK, ground) {
        Colour::WHITE
    } else {
        Colour::BLACK
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_the_key_in_its_place() {
        let keys: Vec<_> = Role::ALL.iter().map(|role| role.key()).collect();
        assert_eq!(keys, keys::COLOURS);
    }

    #[test]
    fn words_on_a_brand_colour_left_open_are_black_or_white_and_always_readable() {
        for red in (0..=255_u8).step_by(15) {
            for green in (0..=255_u8).step_by(15) {
                for blue in (0..=255_u8).step_by(15) {
                    let brand = Colour {
                        rgb: [red, green, blue],
                        alpha: 255,
                    };
                    let ink = black_or_white(brand);
                    assert!(ratio(ink, brand) >= 4.5, "{ink} on {brand}");
                }
            }
        }
    }
}
