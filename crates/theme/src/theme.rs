//! [`Theme`]: a look that has passed every check.

use std::borrow::Cow;
use std::sync::Arc;

use vestibule_theme_rules::{ButtonStyle, CardStyle, Density, Mode, Sheet, ThemeError, Tokens};

/// A look that has passed every check, ready to be put into a page. Cloning it costs nothing.
#[derive(Clone, Debug)]
pub struct Theme(Source);

#[derive(Clone, Debug)]
enum Source {
    Built(&'static Sheet),
    Read(Arc<Sheet>),
}

impl Theme {
    /// Calm and warm, with a confident blue: the theme of a widget that is given none.
    pub const DAWN: Self = crate::theme!("themes/dawn.toml");
    /// Deep and cool, with the glow of a lamp; made for the dark, at ease in the light.
    pub const DUSK: Self = crate::theme!("themes/dusk.toml");
    /// Every word at 7 to 1, every edge at 4.5 to 1, thick lines.
    pub const CONTRAST: Self = crate::theme!("themes/contrast.toml");
    /// Black ink on white paper, a serif title, ruled lines: whole on paper, on e-ink and under forced colours.
    pub const PRINT: Self = crate::theme!("themes/print.toml");
    /// Oat paper, forest green, filled fields.
    pub const MOSS: Self = crate::theme!("themes/moss.toml");
    /// A warm pink, pills, everything in the middle.
    pub const BLOOM: Self = crate::theme!("themes/bloom.toml");
    /// Compact, near-black on white: a tool among tools.
    pub const SLATE: Self = crate::theme!("themes/slate.toml");
    /// One width of letters, phosphor on glass.
    pub const TERMINAL: Self = crate::theme!("themes/terminal.toml");
    /// Navy, brass and a serif.
    pub const HARBOR: Self = crate::theme!("themes/harbor.toml");
    /// Yellow, black and strong lines.
    pub const POSTER: Self = crate::theme!("themes/poster.toml");
    /// Colours and corners of a page with shadcn/ui.
    pub const SHADCN: Self = crate::theme!("themes/shadcn.toml");
    /// Colours and corners of a page with Bootstrap 5.3.
    pub const BOOTSTRAP: Self = crate::theme!("themes/bootstrap.toml");
    /// Colours of a page with Material 3.
    pub const MATERIAL: Self = crate::theme!("themes/material.toml");

    /// All of these, for an app that lets people choose; its page carries every one of them.
    pub const ALL: [Self; 13] = [
        Self::DAWN,
        Self::DUSK,
        Self::CONTRAST,
        Self::PRINT,
        Self::MOSS,
        Self::BLOOM,
        Self::SLATE,
        Self::TERMINAL,
        Self::HARBOR,
        Self::POSTER,
        Self::SHADCN,
        Self::BOOTSTRAP,
        Self::MATERIAL,
    ];

    /// Reads a theme that arrives in the page: the keys of a theme file, as JSON.
    pub fn from_json(json: &str) -> Result<Self, ThemeError> {
        Tokens::from_json(json).map(Self::from)
    }

    /// Its name: small letters, digits and hyphens.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.sheet().name
    }

    /// Its declarations, without a selector: `--vestibule-surface:light-dark(#fff,#1b1b1f);…`.
    ///
    /// What a theme says of single parts follows them as rules nested in the same rule (CSS Nesting 1), for a selector that is
    /// as specific as one class.
    ///
    /// They expect `color-scheme` on the same element, as [`Mode::color_scheme`] says.
    #[must_use]
    pub fn css(&self) -> &str {
        &self.sheet().css
    }

    /// Classes of the host's own that it gives to parts: the selector of the part's elements, and the classes between spaces.
    #[must_use]
    pub fn classes(&self) -> &[(Cow<'static, str>, Cow<'static, str>)] {
        &self.sheet().classes
    }

    /// Address of the logo: https, a path on the host's origin, or `data:image`.
    #[must_use]
    pub fn logo(&self) -> Option<&str> {
        self.sheet().logo.as_deref()
    }

    /// Which of its palettes is shown unless the host says otherwise.
    #[must_use]
    pub fn mode(&self) -> Mode {
        self.sheet().mode
    }

    /// How far apart things stand. [`Theme::css`] has the sizes that follow from it.
    #[must_use]
    pub fn density(&self) -> Density {
        self.sheet().density
    }

    /// How the main button is drawn. [`Theme::css`] has the colours that follow from it.
    #[must_use]
    pub fn button_style(&self) -> ButtonStyle {
        self.sheet().button
    }

    /// How the card is set off. [`Theme::css`] has the shadow that follows from it.
    #[must_use]
    pub fn card_style(&self) -> CardStyle {
        self.sheet().card
    }

    pub(crate) const fn built(sheet: &'static Sheet) -> Self {
        Self(Source::Built(sheet))
    }

    fn sheet(&self) -> &Sheet {
        match &self.0 {
            Source::Built(sheet) => sheet,
            Source::Read(sheet) => sheet,
        }
    }
}

impl Default for Theme {
    fn default() -> Self {
        Self::DAWN
    }
}

impl PartialEq for Theme {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.sheet(), other.sheet()) || self.sheet() == other.sheet()
    }
}

/// Tokens that have passed every check are a theme.
impl From<Tokens> for Theme {
    fn from(tokens: Tokens) -> Self {
        Self(Source::Read(Arc::new(tokens.sheet())))
    }
}
