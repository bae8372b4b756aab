//! Colours mixed from the nine roles: the same recipe is written as `color-mix()` and computed for the contrast.

use crate::palette::{Palette, Role, Scheme};
use crate::{Colour, ratio};

/// A colour that a theme file does not name because it follows from the roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shade {
    /// Inside a text field.
    Field,
    /// Under the pointer: a quiet button, a row of a list.
    Quiet,
    /// Pressed: a quiet button.
    QuietActive,
    /// The thin line round the card and between its groups; a decoration, so no contrast is asked of it.
    Hairline,
    /// The edge of a field under the pointer.
    BorderHover,
    /// The brand colour, under the pointer.
    BrandHover,
    /// The brand colour, pressed.
    BrandActive,
    /// A breath of the brand colour.
    BrandSoft,
    /// The ground of a message about what went wrong.
    DangerSoft,
    /// The ground of a message about what went well.
    SuccessSoft,
}

/// What a role is mixed with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum With {
    Role(Role),
    White,
    /// Black or white, whichever leads away from the words on it.
    Pole,
}

/// `share` per cent of a role, in light and in dark surroundings, and the rest of something else.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Recipe {
    pub(crate) role: Role,
    pub(crate) share: [u8; 2],
    pub(crate) with: With,
}

impl Shade {
    /// All of them, in the order in which they are written.
    pub const ALL: [Self; 10] = [
        Self::Field,
        Self::Quiet,
        Self::QuietActive,
        Self::Hairline,
        Self::BorderHover,
        Self::BrandHover,
        Self::BrandActive,
        Self::BrandSoft,
        Self::DangerSoft,
        Self::SuccessSoft,
    ];

    /// The end of its property's name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::Quiet => "quiet",
            Self::QuietActive => "quiet-active",
            Self::Hairline => "hairline",
            Self::BorderHover => "border-hover",
            Self::BrandHover => "brand-hover",
            Self::BrandActive => "brand-active",
            Self::BrandSoft => "brand-soft",
            Self::DangerSoft => "danger-soft",
            Self::SuccessSoft => "success-soft",
        }
    }

    pub(crate) const fn recipe(self) -> Recipe {
        let (role, share, with) = match self {
            // Surfaces get lighter as they rise, in the dark a little more carefully.
            Self::Field => (Role::Surface, [50, 95], With::White),
            Self::Quiet => (Role::Surface, [95, 92], With::Role(Role::Text)),
            Self::QuietActive => (Role::Surface, [91, 87], With::Role(Role::Text)),
            Self::Hairline => (Role::Surface, [86, 84], With::Role(Role::Text)),
            Self::BorderHover => (Role::Border, [60, 60], With::Role(Role::Text)),
            Self::BrandHover => (Role::Brand, [88, 88], With::Pole),
            Self::BrandActive => (Role::Brand, [78, 78], With::Pole),
            Self::BrandSoft => (Role::Surface, [93, 90], With::Role(Role::Brand)),
            Self::DangerSoft => (Role::Surface, [93, 90], With::Role(Role::Danger)),
            Self::SuccessSoft => (Role::Surface, [93, 90], With::Role(Role::Success)),
        };
        Recipe { role, share, with }
    }

    /// The colour this has in a palette, before it is laid over anything.
    #[must_use]
    pub fn colour(self, scheme: Scheme, palette: &Palette) -> Colour {
        let recipe = self.recipe();
        let other = match recipe.with {
            With::Role(role) => palette.get(role),
            With::White => Colour::WHITE,
            With::Pole => pole(palette),
        };
        palette.get(recipe.role).mix(recipe.share[scheme as usize], other)
    }
}

/// Where the brand colour goes when it is pressed: away from the words on it, so that they stay readable; the other
/// way when it is so near that end already that nobody would see a change.
pub(crate) fn pole(palette: &Palette) -> Colour {
    let brand = palette.get(Role::Brand).over(palette.get(Role::Surface));
    let words = palette.get(Role::OnBrand).over(brand);
    let (away, back) = if words.luminance() > brand.luminance() {
        (Colour::BLACK, Colour::WHITE)
    } else {
        (Colour::WHITE, Colour::BLACK)
    };
    let pressed = |pole| brand.mix(Shade::BrandActive.recipe().share[0], pole);
    let seen = |pole| ratio(pressed(pole), brand) >= 1.2;
    if !seen(away) && seen(back) && ratio(words, pressed(back)) >= 4.5 {
        back
    } else {
        away
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn palette(brand: &str) -> Palette {
        Palette::new(|role| match role {
            Role::Surface => Some(Colour::WHITE),
            Role::OnBrand => None,
            _ => Colour::parse(brand),
        })
        .expect("only words on the brand colour are left open")
    }

    #[test]
    fn pressing_never_makes_the_words_on_the_brand_colour_harder_to_read_than_text_may_be() {
        for brand in [
            "#000", "#fff", "#777", "#0b57d0", "#ffe100", "#7f7f00", "#111", "#eee", "#39ff14",
        ] {
            let palette = palette(brand);
            for shade in [Shade::BrandHover, Shade::BrandActive] {
                let ground = shade.colour(Scheme::Light, &palette);
                assert!(
                    ratio(palette.get(Role::OnBrand), ground) >= 4.5,
                    "{brand} {shade:?} {ground}"
                );
            }
        }
    }

    #[test]
    fn a_pressed_button_looks_different_even_when_it_is_black_or_white() {
        for brand in ["#000", "#fff", "#0b57d0", "#ffe100"] {
            let palette = palette(brand);
            let pressed = Shade::BrandActive.colour(Scheme::Light, &palette);
            assert!(
                ratio(pressed, palette.get(Role::Brand)) >= 1.15,
                "{brand} pressed is {pressed}"
            );
        }
    }
}
