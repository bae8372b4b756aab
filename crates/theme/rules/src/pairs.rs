//! Which colours meet on the screen, and how well each must be told from the one below it.

use crate::palette::{Palette, Role, Scheme};
use crate::shade::With;
use crate::{Colour, FieldStyle, Shade, ratio};

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
    pub ink: Paint,
    /// What it is seen on.
    pub ground: Paint,
    /// How well.
    pub need: Need,
}

/// Every pair that the widget draws, whatever the theme.
pub const PAIRS: &[Pair] = &[
    words(Paint::Role(Role::Text), Paint::Role(Role::Surface)),
    words(Paint::Role(Role::Text), Paint::Shade(Shade::Field)),
    words(Paint::Role(Role::Text), Paint::Shade(Shade::Quiet)),
    words(Paint::Role(Role::Text), Paint::Shade(Shade::QuietActive)),
    words(Paint::Role(Role::Text), Paint::Shade(Shade::BrandSoft)),
    words(Paint::Role(Role::Text), Paint::Shade(Shade::DangerSoft)),
    words(Paint::Role(Role::Text), Paint::Shade(Shade::SuccessSoft)),
    words(Paint::Role(Role::Muted), Paint::Role(Role::Surface)),
    words(Paint::Role(Role::Muted), Paint::Shade(Shade::Field)),
    words(Paint::Role(Role::Muted), Paint::Shade(Shade::Quiet)),
    words(Paint::Role(Role::Brand), Paint::Role(Role::Surface)),
    words(Paint::Role(Role::Brand), Paint::Shade(Shade::BrandSoft)),
    words(Paint::Role(Role::Brand), Paint::Shade(Shade::DangerSoft)),
    words(Paint::Shade(Shade::BrandActive), Paint::Role(Role::Surface)),
    words(Paint::Shade(Shade::BrandActive), Paint::Shade(Shade::BrandSoft)),
    words(Paint::Shade(Shade::BrandActive), Paint::Shade(Shade::DangerSoft)),
    words(Paint::Role(Role::OnBrand), Paint::Role(Role::Brand)),
    words(Paint::Role(Role::OnBrand), Paint::Shade(Shade::BrandHover)),
    words(Paint::Role(Role::OnBrand), Paint::Shade(Shade::BrandActive)),
    words(Paint::Role(Role::Danger), Paint::Role(Role::Surface)),
    words(Paint::Role(Role::Danger), Paint::Shade(Shade::DangerSoft)),
    words(Paint::Role(Role::Success), Paint::Role(Role::Surface)),
    words(Paint::Role(Role::Success), Paint::Shade(Shade::SuccessSoft)),
    control(Paint::Role(Role::Border), Paint::Role(Role::Surface)),
    control(Paint::Role(Role::Border), Paint::Shade(Shade::Field)),
    control(Paint::Role(Role::Muted), Paint::Shade(Shade::QuietActive)),
    control(Paint::Role(Role::Brand), Paint::Shade(Shade::Field)),
    control(Paint::Role(Role::Danger), Paint::Shade(Shade::Field)),
    control(Paint::Role(Role::Success), Paint::Shade(Shade::Field)),
    control(Paint::Role(Role::Focus), Paint::Role(Role::Surface)),
    control(Paint::Role(Role::Focus), Paint::Shade(Shade::Field)),
    control(Paint::Role(Role::Focus), Paint::Shade(Shade::BrandSoft)),
    control(Paint::Role(Role::Focus), Paint::Shade(Shade::DangerSoft)),
];

/// Where fields are filled, the line below them stands on their ground.
const FILLED: Pair = control(Paint::Role(Role::Border), Paint::Shade(Shade::Quiet));

/// The pairs of a widget whose fields are drawn in this style.
pub fn drawn(field: FieldStyle) -> impl Iterator<Item = &'static Pair> {
    PAIRS
        .iter()
        .chain((field == FieldStyle::Filled).then_some(&FILLED))
}

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
        self.on(palette.get(Role::Surface), scheme, palette)
    }

    fn on(self, ground: Colour, scheme: Scheme, palette: &Palette) -> Colour {
        let paint = match self {
            Self::Role(role) => palette.get(role),
            Self::Shade(shade) => shade.colour(scheme, palette),
        };
        paint.over(ground)
    }

    /// The role that it is, or is mixed from most of all.
    pub(crate) const fn role(self) -> Role {
        match self {
            Self::Role(role) => role,
            Self::Shade(shade) => shade.recipe().role,
        }
    }

    fn has(self, role: Role) -> bool {
        self.role() == role || matches!(self, Self::Shade(shade) if shade.recipe().with == With::Role(role))
    }
}

impl Pair {
    /// The contrast ratio of this pair in a palette.
    #[must_use]
    pub fn ratio(&self, scheme: Scheme, palette: &Palette) -> f64 {
        let ground = self.ground.colour(scheme, palette);
        ratio(self.ink.on(ground, scheme, palette), ground)
    }

    /// Whether the pair is told apart as well as it must be.
    #[must_use]
    pub fn passes(&self, scheme: Scheme, palette: &Palette) -> bool {
        self.ratio(scheme, palette) >= self.need.ratio()
    }

    /// Whether a change of `role` changes this pair.
    #[must_use]
    pub fn touches(&self, role: Role) -> bool {
        self.ink.has(role) || self.ground.has(role)
    }
}

const fn words(ink: Paint, ground: Paint) -> Pair {
    Pair {
        ink,
        ground,
        need: Need::Words,
    }
}

const fn control(ink: Paint, ground: Paint) -> Pair {
    Pair {
        ink,
        ground,
        need: Need::Control,
    }
}
