//! Which colours meet on the screen, and how well each must be told from the one below it.

use crate::palette::{Palette, Role, Scheme};
use crate::{Colour, Shade, ratio};

/// A colour of the file, or one that follows from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// Named in the file.
    Role(Role),
    /// Mixed.
    Shade(Shade),
}

/// What is asked of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Words: 4.5 to 1 (WCAG 2.2, Success Criterion 1.4.3, level AA).
    Words,
    /// Edges, icons, the focus ring: 3 to 1 (WCAG 2.2, Success Criterion 1.4.11, level AA).
    Control,
}

impl Need {
    /// The least contrast ratio.
    #[must_use]
    pub const fn ratio(self) -> f64 {
        match self {
            Self::Words => 4.5,
            Self::Control => 3.0,
        }
    }
}

/// One colour on another.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// What is to be seen.
    pub ink: Role,
    /// What it is seen on.
    pub ground: Paint,
    /// How well.
    pub need: Need,
}

/// Every pair that the widget draws.
pub const PAIRS: &[Pair] = &[
    words(Role::Text, Paint::Role(Role::Surface)),
    words(Role::Text, Paint::Shade(Shade::Field)),
    words(Role::Text, Paint::Shade(Shade::Quiet)),
    words(Role::Text, Paint::Shade(Shade::QuietActive)),
    words(Role::Text, Paint::Shade(Shade::BrandSoft)),
    words(Role::Text, Paint::Shade(Shade::DangerSoft)),
    words(Role::Text, Paint::Shade(Shade::SuccessSoft)),
    words(Role::Muted, Paint::Role(Role::Surface)),
    words(Role::Muted, Paint::Shade(Shade::Field)),
    words(Role::Muted, Paint::Shade(Shade::Quiet)),
    words(Role::Brand, Paint::Role(Role::Surface)),
    words(Role::Brand, Paint::Shade(Shade::BrandSoft)),
    words(Role::OnBrand, Paint::Role(Role::Brand)),
    words(Role::OnBrand, Paint::Shade(Shade::BrandHover)),
    words(Role::OnBrand, Paint::Shade(Shade::BrandActive)),
    words(Role::Danger, Paint::Role(Role::Surface)),
    words(Role::Danger, Paint::Shade(Shade::DangerSoft)),
    words(Role::Success, Paint::Role(Role::Surface)),
    words(Role::Success, Paint::Shade(Shade::SuccessSoft)),
    control(Role::Border, Paint::Role(Role::Surface)),
    control(Role::Border, Paint::Shade(Shade::Field)),
    control(Role::Brand, Paint::Shade(Shade::Field)),
    control(Role::Danger, Paint::Shade(Shade::Field)),
    control(Role::Success, Paint::Shade(Shade::Field)),
    control(Role::Focus, Paint::Role(Role::Surface)),
    control(Role::Focus, Paint::Shade(Shade::Field)),
];

impl Paint {
    /// The end of its property's name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Role(role) => role.key(),
            Self::Shade(shade) => shade.key(),
        }
    }

    /// What is seen where this lies on the surface.
    #[must_use]
    pub fn colour(self, scheme: Scheme, palette: &Palette) -> Colour {
        let paint = match self {
            Self::Role(role) => palette.get(role),
            Self::Shade(shade) => shade.colour(scheme, palette),
        };
        paint.over(palette.get(Role::Surface))
    }
}

impl Pair {
    /// The contrast ratio of this pair in a palette.
    #[must_use]
    pub fn ratio(&self, scheme: Scheme, palette: &Palette) -> f64 {
        let ground = self.ground.colour(scheme, palette);
        ratio(palette.get(self.ink).over(ground), ground)
    }

    /// Whether the pair is told apart as well as it must be.
    #[must_use]
    pub fn passes(&self, scheme: Scheme, palette: &Palette) -> bool {
        self.ratio(scheme, palette) >= self.need.ratio()
    }

    /// Whether a change of `role` changes this pair.
    #[must_use]
    pub fn touches(&self, role: Role) -> bool {
        self.ink == role
            || match self.ground {
                Paint::Role(ground) => ground == role,
                Paint::Shade(shade) => {
                    shade.recipe().role == role || shade.recipe().with == crate::shade::With::Role(role)
                }
            }
    }
}

const fn words(ink: Role, ground: Paint) -> Pair {
    Pair {
        ink,
        ground,
        need: Need::Words,
    }
}

const fn control(ink: Role, ground: Paint) -> Pair {
    Pair {
        ink,
        ground,
        need: Need::Control,
    }
}
